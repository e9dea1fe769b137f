using LayerEvals.Answering.Faults;
using LayerEvals.Runs;
using LayerEvals.Tests.Answering;

namespace LayerEvals.Tests.Runs;

public sealed class StoppedRunTests
{
    [Fact]
    public async Task A_key_that_is_revoked_stops_the_run_within_the_calls_in_flight()
    {
        var asked = 0;
        using var eval = new SmallEval(SmallEval.Questions(40), "limits: {in-flight: 4}") { Candidate = ScriptedModel.Saying(_ => Interlocked.Increment(ref asked) > 10 ? throw Revoked() : "You have 30 days.") };

        var (result, run) = await StoppedAsync(eval);

        asked.ShouldBeInRange(11, 14);
        result.Comparison.Coverage.IsWhole.ShouldBeFalse();
        result.Notes.ShouldBe(["Stopped before the end. code vendor-2: the key is revoked"]);
        run.Stopped.ShouldBe("code vendor-2: the key is revoked");
        File.ReadAllText(Path.Combine(result.Folder, "manifest.json")).ShouldContain("\"state\": \"running\"");
    }

    [Fact]
    public async Task A_stopped_run_goes_on_with_a_new_key_and_asks_nothing_twice()
    {
        var isRevoked = true;
        var asked = 0;
        using var eval = new SmallEval(SmallEval.Questions(40), "limits: {in-flight: 4}") { Candidate = ScriptedModel.Saying(_ => Interlocked.Increment(ref asked) > 10 && isRevoked ? throw Revoked() : "You have 30 days.") };
        await StoppedAsync(eval);
        isRevoked = false;
        var before = asked;

        await using var run = eval.Open();
        await run.AskAllAsync(run.Plan.AskingOrder(), TestContext.Current.CancellationToken);

        run.Folder.IsResumed.ShouldBeTrue();
        SmallEval.Finish(run).Comparison.Coverage.IsWhole.ShouldBeTrue();
        (asked - before).ShouldBe(30);
        eval.Baseline.Asked.Count.ShouldBe(40);
    }

    [Fact]
    public async Task A_crowded_deployment_writes_its_history_into_the_manifest()
    {
        var asked = 0;
        using var eval = new SmallEval(SmallEval.Questions(8), "limits: {in-flight: 4, attempts: 1}") { Candidate = ScriptedModel.Saying(_ => Interlocked.Increment(ref asked) == 3 ? throw new VendorFault(FaultKind.RateLimited, "too many") : "You have 30 days.") };
        await using var run = eval.Open();

        await run.AskAllAsync(run.Plan.AskingOrder(), TestContext.Current.CancellationToken);

        var manifest = File.ReadAllText(Path.Combine(SmallEval.Finish(run).Folder, "manifest.json"));
        manifest.ShouldContain("\"deployment\": \"code vendor-2\"");
        manifest.ShouldContain("\"from\": 4");
        manifest.ShouldContain("\"to\": 2");
    }

    static async Task<(RunResult Result, Run Run)> StoppedAsync(SmallEval eval)
    {
        await using var run = eval.Open();
        (await run.AskAllAsync(run.Plan.AskingOrder(), TestContext.Current.CancellationToken)).ShouldBeFalse();
        return (SmallEval.Finish(run), run);
    }

    static VendorFault Revoked() => new(FaultKind.KeyRefused, "the key is revoked");
}
