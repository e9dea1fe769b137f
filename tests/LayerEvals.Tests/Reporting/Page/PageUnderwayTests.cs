using LayerEvals.Runs;
using LayerEvals.Tests.Answering;
using LayerEvals.Tests.Runs;

namespace LayerEvals.Tests.Reporting.Page;

public sealed class PageUnderwayTests
{
    // More than are written in one go.
    const int Cases = 600;

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Cases)]
    [InlineData(Cases - 7)]
    [InlineData(1)]
    [InlineData(0)]
    public async Task Cases_that_are_written_on_the_way_whichever_comes_first_make_the_page_that_is_written_at_the_end(int asked)
    {
        using var eval = Eval();
        using var other = Eval();
        await using var onTheWay = eval.Open(isPartial: true);
        using var page = onTheWay.BeginPage(Rerun);
        var cases = onTheWay.Plan.AskingOrder().Take(asked).ToList();
        // The last one first, some after others are written already.
        for (var i = cases.Count - 1; i >= 0; i--) await onTheWay.AskBothAsync(cases[i], Stop);
        var result = Finishing.Finish(onTheWay, isComplete: true, Rerun, page);

        await using var atTheEnd = other.Open(isPartial: true);
        foreach (var golden in cases) await atTheEnd.AskBothAsync(golden, Stop);
        var expected = Finishing.Finish(atTheEnd, isComplete: true, Rerun);

        RunFiles.Of(result, "report.html").ShouldBe(RunFiles.Of(expected, "report.html"));
        Directory.GetFiles(result.Folder, "*.part").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_run_that_is_left_before_its_end_leaves_no_page_behind()
    {
        using var eval = Eval();
        await using var run = eval.Open();
        using (run.BeginPage(Rerun)) await run.AskBothAsync(run.Plan.Cases[0], Stop);

        Directory.GetFiles(run.Folder.Path, "report*").ShouldBeEmpty();
    }

    static SmallEval Eval() => new(SmallEval.Questions(Cases)) { Candidate = ScriptedModel.Saying(question => question.Contains('7') ? "No idea." : "You have 30 days.") };

    static string Rerun(GoldenCase golden) => $"layerevals run eval.yaml --case {golden.Key}";
}
