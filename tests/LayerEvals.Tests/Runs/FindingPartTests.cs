using LayerEvals.Runs;
using LayerEvals.Testing;
using LayerEvals.Tests.Answering;

namespace LayerEvals.Tests.Runs;

public sealed class FindingPartTests
{
    const string Said = "A refund takes 45 days [C-4.1]. <b>Ask</b> us.";

    static readonly Finding Found = Finding.Fail("45 days is in no cited source", Said) with
    {
        Parts =
        [
            new FindingPart("resolves", Outcome.Passed),
            new FindingPart("numbers", Outcome.Failed, "45 days is in no cited source (C-4.1)")
            {
                Span = new TextSpan(15, 7),
                Claim = new TextSpan(0, 31),
                Source = "C-4.1",
                SourceText = "A refund is asked for within 30 days.",
            },
            new FindingPart("quotes", Outcome.NotApplicable, "quotes nothing"),
        ],
    };

    [Fact]
    public async Task A_line_of_scores_has_what_is_wrong_with_its_place_and_source()
    {
        using var eval = Eval();

        var line = File.ReadLines(Path.Combine((await RunAsync(eval)).Folder, "scores.jsonl")).Single(l => l.Contains("\"bump\"") && l.Contains("by"));

        line.ShouldBe("""{"set":"small","case":"q-1","configuration":"bump","sample":1,"check":"numbers","layer":"retrieval","outcome":"Failed","reason":"45 days is in no cited source","evidence":"A refund takes 45 days [C-4.1]. <b>Ask</b> us.","parts":[{"name":"resolves","outcome":"Passed"},{"name":"numbers","outcome":"Failed","reason":"45 days is in no cited source (C-4.1)","span":[15,7],"claim":[0,31],"source":"C-4.1","sourceText":"A refund is asked for within 30 days."},{"name":"quotes","outcome":"NotApplicable","reason":"quotes nothing"}],"by":"code"}""");
    }

    [Fact]
    public async Task Scoring_again_keeps_the_parts()
    {
        using var eval = Eval();
        var folder = (await RunAsync(eval)).Folder;
        var scores = File.ReadAllBytes(Path.Combine(folder, "scores.jsonl"));
        var report = File.ReadAllText(Path.Combine(folder, "report.md"));

        await eval.RescoreAsync(folder);

        File.ReadAllBytes(Path.Combine(folder, "scores.jsonl")).ShouldBe(scores);
        File.ReadAllText(Path.Combine(folder, "report.md")).ShouldBe(report);
    }

    [Fact]
    public async Task A_reader_sees_the_claim_marked_and_the_source_beside_it()
    {
        using var eval = Eval();

        var result = await RunAsync(eval);

        RunFiles.Of(result, "report.md").ShouldContain("""
            - numbers (retrieval): 45 days is in no cited source
              - numbers: 45 days is in no cited source (C-4.1)
                - claim: A refund takes **45 days** \[C-4.1\].
                - source C-4.1: A refund is asked for within 30 days.
            """.ReplaceLineEndings("\n"));
        RunFiles.Of(result, "report.html").ShouldContain("""Claim:</span> A refund takes <mark>45 days</mark> [C-4.1].<br><span class="rule">Source C-4.1:</span> A refund is asked for within 30 days.</li>""");
    }

    [Fact]
    public async Task A_place_that_the_answer_does_not_have_is_not_shown()
    {
        using var eval = Eval();

        var result = await RunAsync(eval, Found with { Parts = [new FindingPart("numbers", Outcome.Failed, "edited") { Span = new TextSpan(40, 4000) }] });

        RunFiles.Of(result, "report.md").ShouldContain("  - numbers: edited\n");
        RunFiles.Of(result, "report.md").ShouldNotContain("- claim:");
    }

    static SmallEval Eval() => new(SmallEval.Questions(1)) { Candidate = ScriptedModel.Saying(_ => Said) };

    static async Task<RunResult> RunAsync(SmallEval eval, Finding? found = null)
    {
        await using var run = eval.Open();
        await SmallEval.AskAllAsync(run);
        var record = run.Records["small/q-1"];
        record.Add(new CodeFinding("test", 0, 1, "numbers", "retrieval", Finding.Pass));
        record.Add(new CodeFinding("test", 1, 1, "numbers", "retrieval", found ?? Found));
        return SmallEval.Finish(run);
    }
}
