using LayerEvals.Testing;

namespace LayerEvals.Browser.Tests.Page;

/// <summary>Tools, calls and turns of a case on the page: all of it text, whoever wrote it.</summary>
public sealed class ToolCallTests(Chromium chromium)
{
    const string Hostile = "<img src=x onerror=boom(1)>\u202e</script><b>";

    const string Golden = """
        id: desk
        layer: tools
        tools: [{name: find_claim, description: "Finds <b>it</b>.", parameters: {type: object, properties: {id: {type: string}}}}]
        checks: [calls: find_claim]
        cases:
          - id: status
            messages: [{user: Is it paid?}, {assistant: }, {tool: {find_claim: {status: <i>paid</i>}}}, {assistant: }]
          - {id: long, input: Go on.}
        """;

    [Fact]
    public async Task The_tools_the_calls_and_the_turns_of_both_sides_are_shown_as_text()
    {
        using var folder = new TempFolder();
        await using var watched = await (await chromium.OpenAsync(await WriteAsync(folder) + "#chip=all&case=desk/status")).WithCasesAsync();

        var sides = watched.Detail.Locator(".sides > div");
        var (before, after) = (await sides.Nth(0).InnerTextAsync(), await sides.Nth(1).InnerTextAsync());
        before.ShouldContain("Turn 1");
        before.ShouldContain("Let me look.");
        before.ShouldContain("turn 1: find_claim");
        before.ShouldContain("{\"id\": \"HT-26\"}");
        before.ShouldContain("It is paid.");
        after.ShouldContain("The answer has no text, only tool calls.");
        after.ShouldContain("<img src=x onerror=boom(1)>\\u202e</script><b>");
        after.ShouldContain("the conversation ended at turn 1 of 2");
        var whole = await watched.Detail.TextContentAsync() ?? "";
        whole.ShouldContain("1 tool declared");
        whole.ShouldContain("Finds <b>it</b>.");
        whole.ShouldContain("<i>paid</i>");
        (await watched.Detail.Locator("img, i, script").CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_megabyte_of_arguments_is_shown_in_part()
    {
        using var folder = new TempFolder();
        await using var watched = await (await chromium.OpenAsync(await WriteAsync(folder) + "#chip=all&case=desk/long")).WithCasesAsync();

        (await watched.Detail.GetByText("more characters").CountAsync()).ShouldBe(1);
        (await watched.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(1280);
    }

    static async Task<string> WriteAsync(TempFolder folder)
    {
        var eval = new RecordedEval(folder, "tools") { Sets = { ["desk"] = Golden } };
        eval.Record(0, new { @case = "status", text = "It is paid.", turns = new[] { "Let me look.", "It is paid." }, tool_calls = new[] { new { name = "find_claim", arguments = "{\"id\": \"HT-26\"}", turn = 1 } } });
        eval.Record(1, new { @case = "status", text = "", tool_calls = new[] { new { name = Hostile, arguments = $"{{\"id\": \"{Hostile}\"}}" } }, ended_early = "the conversation ended at turn 1 of 2: the model called a tool that the case does not declare" });
        eval.Record(0, new { @case = "long", text = "", tool_calls = new[] { new { name = "find_claim", arguments = "{}" } } });
        eval.Record(1, new { @case = "long", text = "", tool_calls = new[] { new { name = "find_claim", arguments = $"{{\"id\": \"{new string('x', 1_000_000)}\"}}" } } });
        return await eval.RunAsync();
    }
}
