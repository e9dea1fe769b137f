using LayerEvals.Planning;
using LayerEvals.Runs;
using LayerEvals.Tests.Answering;

namespace LayerEvals.Tests.Runs;

public sealed class AskedTwiceTests
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_side_is_asked_twice_under_sample_numbers_of_its_own()
    {
        using var eval = new SmallEval(SmallEval.Questions(3), "samples: 2");
        await using var run = await OpenAsync(eval);

        await SmallEval.AskAllAsync(run);

        eval.Baseline.Asked.Count.ShouldBe(12);
        eval.Candidate.Asked.ShouldBeEmpty();
        var recorded = new[] { 0, 1 }.SelectMany(side => new[] { 1, 2 }.Select(sample => run.Recorded(run.Plan.Cases[0], side, sample)!)).ToList();
        recorded.Select(a => (a.Configuration, a.Sample)).ShouldBe([("pinned", 1), ("pinned", 2), ("pinned again", 3), ("pinned again", 4)]);
        recorded.Select(a => a.Key).ShouldBeUnique();
    }

    [Fact]
    public async Task A_second_asking_that_is_not_recorded_cannot_be_replayed()
    {
        using var eval = new SmallEval(SmallEval.Questions(3), "recordings: {mode: auto, folder: kept}");
        await eval.RunAsync();

        var refused = await Should.ThrowAsync<PlanException>(AskedTwicePlan.OfAsync(eval.Plan(mode: LayerEvals.Configs.RecordingMode.Replay), 0, Stop));

        refused.Problems.ShouldHaveSingleItem().What.ShouldContain("found none for 3 of 3, first small/q-1 sample 2; the nearest recorded key");
    }

    [Fact]
    public async Task A_noise_run_that_was_cut_short_goes_on_where_it_stopped()
    {
        using var eval = new SmallEval(SmallEval.Questions(3));
        await using (var cut = await OpenAsync(eval)) await cut.AskBothAsync(cut.Plan.Cases[0], Stop);

        await using var run = await OpenAsync(eval);
        await SmallEval.AskAllAsync(run);

        run.Recovered.ShouldBe(2);
        eval.Baseline.Asked.Count.ShouldBe(6);
        SmallEval.Finish(run).Twice!.Overall.N.ShouldBe(3);
    }

    [Fact]
    public async Task An_ordinary_run_never_goes_on_with_a_noise_run()
    {
        using var eval = new SmallEval(SmallEval.Questions(1));
        await using var noise = await OpenAsync(eval);

        await using var run = eval.Open();

        run.Folder.IsResumed.ShouldBeFalse();
    }

    [Fact]
    public async Task Scored_again_it_says_the_same()
    {
        var calls = 0;
        using var eval = new SmallEval(SmallEval.Questions(30), "samples: 2") { Baseline = ScriptedModel.Saying(_ => Interlocked.Increment(ref calls) % 3 == 0 ? "You have 130 days." : "You have 30 days.") };
        await using var run = await OpenAsync(eval);
        await SmallEval.AskAllAsync(run);
        var result = SmallEval.Finish(run);
        var before = RunFiles.Of(result);
        await run.DisposeAsync();

        var again = await eval.RescoreAsync(result.Folder);

        RunFiles.Of(again).ShouldBe(before);
        again.Twice!.Relabellings.ShouldBe(2000);
        before.ShouldContain("\"asked_twice\"");
        before.ShouldContain("## Noise");
        before.ShouldContain(">Noise</h2>");
    }

    [Fact]
    public async Task A_run_with_samples_lists_its_flaky_cases()
    {
        using var eval = new SmallEval(SmallEval.Questions(4), "samples: 2\nlimits: {in-flight: 1}") { Candidate = Alternating("Question 2?") };

        var result = await eval.RunAsync();

        RunFiles.Of(result, "report.md").ShouldContain("- Re-running the baseline against itself changes 0.0 % of verdicts.\n- Re-running the candidate against itself changes 25.0 %.\n- 1 case flaky, passing in some samples and failing in others: 0 of pinned, 1 of bump.\n");
        RunFiles.Of(result, "report.md").ShouldContain("| small/q-2 | 2 of 2 | 1 of 2 |");
        RunFiles.Of(result, "report.html").ShouldContain("<td>2 of 2</td><td>1 of 2</td>");
        result.Noise!.Flaky.ShouldHaveSingleItem().Key.ShouldBe("small/q-2");
    }

    static ScriptedModel Alternating(string question)
    {
        var asked = 0;
        return ScriptedModel.Saying(q => q == question && Interlocked.Increment(ref asked) == 1 ? "You have 130 days." : "You have 30 days.");
    }

    static async Task<Run> OpenAsync(SmallEval eval) => Run.Open(await AskedTwicePlan.OfAsync(eval.Plan(), 0, Stop), new RunOptions(eval.Clock));
}
