using LayerEvals.Diagnostics;
using LayerEvals.Runs;

namespace LayerEvals.Tests.Runs;

public sealed class ComparingRunsTests
{
    [Fact]
    public async Task Checks_in_code_are_compared_with_the_rest()
    {
        using var eval = new SmallEval(SmallEval.Questions(3));
        var a = Side(await RunAsync(eval, "promise nothing", _ => Finding.Pass));
        var b = Side(await RunAsync(eval, "promise nothing", id => id == "q-2" ? Finding.Fail("promises") : Finding.Pass));

        var result = await CompareAsync(eval, a, b);

        result.Comparison.Layers.Single(l => l.Layer == "verification").Tally.Worse.ShouldBe(["small/q-2"]);
        result.Worse.ShouldHaveSingleItem().Failed.Select(f => (f.Check, f.Layer, f.Reason)).ShouldBe([("promise nothing", "verification", "promises")]);
    }

    [Fact]
    public async Task Other_checks_in_code_are_refused_by_name()
    {
        using var eval = new SmallEval(SmallEval.Questions(3));
        var a = Side(await RunAsync(eval, "promise nothing", _ => Finding.Pass));
        var b = Side(await RunAsync(eval, "promise little", _ => Finding.Pass));

        Should.Throw<NotComparableException>(() => Comparability.Demand(a, b)).Problem.What
            .ShouldEndWith("found others in 3 cases: small/q-1 (no `promise nothing` of verification), small/q-2 (no `promise nothing` of verification), small/q-3 (no `promise nothing` of verification)");
    }

    [Fact]
    public async Task Samples_of_both_runs_are_compared_as_means_of_cases()
    {
        var calls = 0;
        using var eval = new SmallEval(SmallEval.Questions(20), "samples: 3") { Candidate = Tests.Answering.ScriptedModel.Saying(_ => Interlocked.Increment(ref calls) % 4 == 0 ? "You have 130 days." : "You have 30 days.") };
        var run = await RunAsync(eval, "promise nothing", _ => Finding.Pass);

        var result = await CompareAsync(eval, Side(run, "baseline"), Side(run));

        result.Comparison.Overall.Tally.Worse.ShouldBe(run.Comparison.Overall.Tally.Worse);
        result.Comparison.Overall.Difference.ShouldBe(run.Comparison.Overall.Difference);
        result.Comparison.Overall.P.ShouldBe(run.Comparison.Overall.P);
    }

    static RunSide Side(RunResult run, string side = "candidate") => RunSide.Of(FinishedRun.Open(run.Folder, Path.GetFileName(run.Folder)), side);

    static async Task<RunResult> RunAsync(SmallEval eval, string check, Func<string, Finding> candidate)
    {
        await using var run = eval.Open();
        await SmallEval.AskAllAsync(run);
        foreach (var record in run.Records.Values)
            for (var sample = 1; sample <= run.Plan.Config.Samples; sample++)
            {
                record.Add(new CodeFinding("Test", 0, sample, check, "verification", Finding.Pass));
                record.Add(new CodeFinding("Test", 1, sample, check, "verification", candidate(record.Case.Id)));
            }
        return SmallEval.Finish(run);
    }

    static async Task<RunResult> CompareAsync(SmallEval eval, RunSide a, RunSide b)
    {
        Comparability.Demand(a, b);
        var comparing = new ComparingRuns(a, b);
        using var folder = RunFolder.Fresh(eval.At("compared"), comparing.Name, eval.Clock);
        return await comparing.CompareAsync(folder, eval.Clock, golden => golden.Key);
    }
}
