using LayerEvals.Planning;
using LayerEvals.Runs;
using LayerEvals.Testing;

namespace LayerEvals.Tests.Runs;

public sealed class MergingTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(40)]
    public async Task Merged_shards_are_the_whole_run_errors_and_checks_in_code_included(int count)
    {
        using var eval = RunTests.Mixed();
        var shards = new List<FinishedRun>();
        for (var i = 1; i <= count; i++) shards.Add(Opened(await RunAsync(eval, new Shard(i, count))));

        var whole = await RunAsync(eval, Shard.Whole);
        var merged = await MergeAsync(eval, shards);

        RunFiles.Of(merged).ShouldBe(RunFiles.Of(whole));
        merged.Comparison.Coverage.IsWhole.ShouldBeTrue();
    }

    [Fact]
    public async Task A_merged_run_is_scored_again_like_any_other()
    {
        using var eval = RunTests.Mixed();
        var merged = await MergeAsync(eval, [Opened(await RunAsync(eval, new Shard(1, 2))), Opened(await RunAsync(eval, new Shard(2, 2)))]);
        var before = RunFiles.Of(merged);

        var again = await eval.RescoreAsync(merged.Folder);

        RunFiles.Of(again).ShouldBe(before);
        Opened(again).Shard.IsWhole.ShouldBeTrue();
    }

    static FinishedRun Opened(RunResult result) => FinishedRun.Open(result.Folder, Path.GetFileName(result.Folder));

    static async Task<RunResult> RunAsync(SmallEval eval, Shard shard)
    {
        var plan = eval.Plan();
        plan = plan with { Shard = shard, Cases = [.. plan.Cases.Where(c => shard.Holds(c.Key))] };
        await using var run = Run.Open(plan, new RunOptions(eval.Clock));
        await SmallEval.AskAllAsync(run);
        foreach (var record in run.Records.Values)
            foreach (var side in new[] { 0, 1 })
                record.Add(new CodeFinding("Test", side, 1, "promise nothing", "verification", side == 0 || record.Case.Id != "q-2" ? Finding.Pass : Finding.Fail("promises", "we \"guarantee\"")));
        return SmallEval.Finish(run);
    }

    static async Task<RunResult> MergeAsync(SmallEval eval, IEnumerable<FinishedRun> shards)
    {
        using var folder = RunFolder.Fresh(eval.At("merged"), "small", eval.Clock);
        return await Merging.MergeAsync(Shards.Of(shards), folder, eval.Clock, golden => $"layerevals run eval.yaml --case {golden.Key}");
    }
}
