using LayerEvals.Diagnostics;
using LayerEvals.Leakage;
using LayerEvals.Reading;
using LayerEvals.Testing;

namespace LayerEvals.Tests.Leakage;

public sealed class TrainingFileTests
{
    // The shapes of the vendors' documentation: OpenAI supervised, parts, legacy, preferences, tools; Anthropic on Bedrock; Gemini.
    [Theory]
    [InlineData("""{"messages":[{"role":"system","content":"Be brief."},{"role":"user","content":"Hi"},{"role":"assistant","content":"Hello","weight":0}]}""", "Be brief.|Hi|Hello")]
    [InlineData("""{"messages":[{"role":"user","content":[{"type":"text","text":"Look"},{"type":"image_url","image_url":{"url":"https://x.example/a.png"}}]}]}""", "Look")]
    [InlineData("""{"prompt":"Ask","completion":"Answer"}""", "Ask|Answer")]
    [InlineData("""{"input":{"messages":[{"role":"user","content":"Q"}]},"preferred_output":[{"role":"assistant","content":"A"}],"non_preferred_output":[{"role":"assistant","content":"B"}]}""", "Q|A|B")]
    [InlineData("""{"messages":[{"role":"assistant","tool_calls":[{"id":"call_1","type":"function","function":{"name":"fee","arguments":"{\"of\": 1}"}}]},{"role":"tool","tool_call_id":"call_1","content":"40 EUR"}]}""", "{\"of\": 1}|40 EUR")]
    [InlineData("""{"system":"Be brief.","messages":[{"role":"user","content":"Hi"},{"role":"assistant","content":"Hello"}]}""", "Be brief.|Hi|Hello")]
    [InlineData("""{"systemInstruction":{"role":"system","parts":[{"text":"Be brief."}]},"contents":[{"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":[{"text":"Hello"}]}]}""", "Be brief.|Hi|Hello")]
    public void The_texts_of_an_example_are_read_and_nothing_else(string line, string texts) =>
        string.Join('|', Read(line + "\n\n").ShouldHaveSingleItem().Texts).ShouldBe(texts);

    [Fact]
    public void Every_line_that_is_no_example_is_named()
    {
        var found = Should.Throw<PlanException>(() => Read("{\"prompt\":\"a\"}\n{\"prompt\":\n[]\n{\"messages\":[]}\n"));

        found.Problems.Select(p => p.Line).ShouldBe([2, 3, 4]);
    }

    [Fact]
    public void A_file_that_is_no_data_at_all_is_refused_after_a_screenful() =>
        Should.Throw<PlanException>(() => Read(string.Concat(Enumerable.Repeat("no JSON\n", 1000)))).Problems.Count.ShouldBe(20);

    static List<TrainingExample> Read(string text)
    {
        using var folder = new TempFolder();
        folder.Write("training.jsonl", text);
        return [.. TrainingFile.Read(new SourceFile(folder.At("training.jsonl"), "training.jsonl", new Problems()))];
    }
}
