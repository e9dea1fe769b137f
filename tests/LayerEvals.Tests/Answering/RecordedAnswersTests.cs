using LayerEvals.Answering;
using LayerEvals.Diagnostics;
using LayerEvals.GoldenSets;
using LayerEvals.Reading;
using LayerEvals.Testing;

namespace LayerEvals.Tests.Answering;

public sealed class RecordedAnswersTests : IDisposable
{
    readonly TempFolder folder = new();
    readonly Problems problems = new();

    [Fact]
    public async Task An_answer_is_found_by_its_case_and_sample()
    {
        var recorded = Read("""
            {"case": "q-1", "text": "one"}
            {"case": "small/q-1", "text": "two", "sample": 2, "model": "m", "latency_ms": 12}
            """).ShouldNotBeNull();

        (await AskAsync(recorded, "q-1", 1)).Text.ShouldBe("one");
        var second = await AskAsync(recorded, "q-1", 2);
        second.Text.ShouldBe("two");
        second.Case.ShouldBe("small/q-1");
        second.Configuration.ShouldBe("older");
        second.LatencyMs.ShouldBe(12);
    }

    [Fact]
    public async Task A_case_without_an_answer_is_an_error_and_not_an_empty_answer()
    {
        var recorded = Read("""{"case": "q-1", "text": "one"}""").ShouldNotBeNull();

        var answer = await AskAsync(recorded, "q-2", 1);

        answer.Came.ShouldBeFalse();
        answer.Error.ShouldBe("no recorded answer in answers.jsonl");
    }

    [Fact]
    public async Task A_recorded_error_stays_an_error()
    {
        var recorded = Read("""{"case": "q-1", "error": "429"}""").ShouldNotBeNull();

        (await AskAsync(recorded, "q-1", 1)).Error.ShouldBe("429");
    }

    [Fact]
    public async Task The_record_of_a_run_serves_each_side_with_its_own_answers()
    {
        var recorded = Read("""
            {"case": "q-1", "configuration": "newer", "text": "new"}
            {"case": "q-1", "configuration": "older", "text": "old"}
            """).ShouldNotBeNull();

        (await AskAsync(recorded, "q-1", 1)).Text.ShouldBe("old");
    }

    [Fact]
    public void A_record_of_another_configuration_alone_is_a_problem()
    {
        Read("""{"case": "q-1", "configuration": "newer", "text": "new"}""");

        problems.InOrder.ShouldHaveSingleItem().What.ShouldBe("expected answers of `older`, found only those of newer");
    }

    public void Dispose() => folder.Dispose();

    RecordedAnswers? Read(string lines)
    {
        var file = new SourceFile(folder.Write("answers.jsonl", lines), "answers.jsonl", problems);
        var set = new GoldenSet { Id = "small", Title = "small", File = new SourceFileName("", "small.yaml"), Cases = [Case("q-1"), Case("q-2")] };
        return RecordedAnswers.Read(Model() with { Answers = file }, [set]);
    }

    static Task<Answer> AskAsync(RecordedAnswers recorded, string id, int sample) => recorded.AskAsync(new Asking(Case(id), Model(), sample, []), TestContext.Current.CancellationToken);

    static GoldenCase Case(string id) => new() { Set = "small", Id = id };

    static ModelConfiguration Model() => new() { Name = "older", Provider = "recorded", Model = "recorded" };
}
