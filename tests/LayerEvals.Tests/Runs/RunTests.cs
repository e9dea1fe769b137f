using LayerEvals.Comparing;
using LayerEvals.Runs;
using LayerEvals.Tests.Answering;
using Microsoft.Extensions.AI;

namespace LayerEvals.Tests.Runs;

public sealed class RunTests
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Both_sides_are_asked_scored_and_compared()
    {
        using var eval = new SmallEval(SmallEval.Questions(60)) { Candidate = ScriptedModel.Saying(q => q.Contains("7", StringComparison.Ordinal) ? "You have 130 days." : "You have 30 days.") };

        var result = await eval.RunAsync();

        // 7, 17, 27, 37, 47, 57.
        result.Comparison.Overall.Tally.Worse.ShouldBe(["small/q-7", "small/q-17", "small/q-27", "small/q-37", "small/q-47", "small/q-57"]);
        result.Comparison.Overall.Tally.BothPassed.ShouldBe(54);
        result.Comparison.Layers.Select(l => l.Layer).ShouldBe(["prompt", "retrieval"]);
        result.Comparison.Verdict.ShouldBe(Verdict.Regression);
    }

    [Fact]
    public async Task A_case_that_two_tests_ask_is_asked_once()
    {
        using var eval = new SmallEval(SmallEval.Questions(1));
        await using var run = eval.Open();
        var golden = run.Plan.Cases[0];

        var both = await Task.WhenAll(run.AskBothAsync(golden, Stop), run.AskBothAsync(golden, Stop));
        var later = await run.AskBothAsync(golden, Stop);

        eval.Baseline.Asked.Count.ShouldBe(1);
        eval.Candidate.Asked.Count.ShouldBe(1);
        both[1].Record.ShouldBeSameAs(both[0].Record);
        later.Candidate[0].Text.ShouldBe("You have 30 days.");
    }

    [Fact]
    public async Task An_error_that_two_tests_see_is_asked_once_and_is_one_error()
    {
        using var eval = new SmallEval(SmallEval.Questions(1)) { Candidate = ScriptedModel.Saying() };
        await using var run = eval.Open();
        var golden = run.Plan.Cases[0];

        var first = await run.AskBothAsync(golden, Stop);
        var second = await run.AskBothAsync(golden, Stop);

        eval.Candidate.Asked.Count.ShouldBe(1);
        first.Candidate[0].Error.ShouldBe("InvalidOperationException: the script is at its end");
        second.Candidate[0].Error.ShouldBe(first.Candidate[0].Error);
    }

    [Fact]
    public async Task A_cancelled_asking_is_neither_recorded_nor_scored()
    {
        using var stop = new CancellationTokenSource();
        using var eval = new SmallEval(SmallEval.Questions(1))
        {
            Candidate = new ScriptedModel(async (_, token) =>
            {
                await Task.Delay(Timeout.Infinite, token);
                return ScriptedModel.Response("");
            }),
        };
        await using var run = eval.Open();
        var asking = run.AskBothAsync(run.Plan.Cases[0], stop.Token);

        await stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(asking);
        run.Recorded(run.Plan.Cases[0], 1, 1).ShouldBeNull();
        run.CasesDone.ShouldBe(0);
    }

    [Fact]
    public async Task A_time_out_is_errored_on_its_side()
    {
        using var eval = new SmallEval(SmallEval.Questions(1), "limits: {timeout: 5s, attempts: 1}") { Candidate = new ScriptedModel((_, _) => new TaskCompletionSource<ChatResponse>().Task) };
        await using var run = eval.Open();
        var asking = run.AskBothAsync(run.Plan.Cases[0], Stop);

        eval.Clock.Advance(TimeSpan.FromSeconds(5));

        (await asking).Candidate[0].Error.ShouldBe("no answer within 5 s; raise `limits.timeout` if the model needs longer");
        var result = SmallEval.Finish(run);
        result.Comparison.Overall.Tally.Errored.ShouldBe(1);
        RunFiles.Of(result, "scores.jsonl").ShouldContain("\"outcome\":\"Errored\",\"reason\":\"no answer: no answer within 5 s; raise `limits.timeout` if the model needs longer\"");
    }

    [Fact]
    public async Task No_more_calls_are_in_flight_than_the_configuration_allows()
    {
        var (now, most) = (0, 0);
        var gate = new Lock();
        using var eval = new SmallEval(SmallEval.Questions(20), "limits: {in-flight: 3}") { Baseline = Counting(), Candidate = Counting() };

        await eval.RunAsync();

        most.ShouldBeInRange(1, 3);

        ScriptedModel Counting() => new(async (_, _) =>
        {
            lock (gate) most = Math.Max(most, ++now);
            await Task.Yield();
            lock (gate) now--;
            return ScriptedModel.Response("You have 30 days.");
        });
    }

    [Fact]
    public async Task The_order_of_finishing_changes_nothing()
    {
        const int Seed = 20260901;
        using var calm = Mixed();
        using var wild = Mixed();
        var random = new Random(Seed);
        (wild.Baseline, wild.Candidate) = (Late(wild.Baseline), Late(wild.Candidate));

        var expected = RunFiles.Of(await calm.RunAsync());

        RunFiles.Of(await wild.RunAsync()).ShouldBe(expected, $"seed {Seed}");

        ScriptedModel Late(ScriptedModel model) => new(async (messages, stop) =>
        {
            int yields;
            lock (random) yields = random.Next(50);
            for (var i = 0; i < yields; i++) await Task.Yield();
            return await model.GetResponseAsync(messages, null, stop);
        });
    }

    [Fact]
    public async Task Samples_are_asked_for_each_side_and_numbered()
    {
        using var eval = new SmallEval(SmallEval.Questions(1), "samples: 3");

        await eval.RunAsync();

        eval.Baseline.Asked.Count.ShouldBe(3);
        eval.Candidate.Asked.Count.ShouldBe(3);
    }

    [Fact]
    public async Task What_a_row_did_not_reach_is_errored_and_not_absent()
    {
        using var eval = new SmallEval(SmallEval.Questions(2));
        await using var run = eval.Open();
        await SmallEval.AskAllAsync(run);
        run.Records["small/q-1"].Add(new CodeFinding("Test", 0, 1, "promise nothing", "verification", Finding.Pass));
        run.Records["small/q-1"].Add(new CodeFinding("Test", 1, 1, "promise nothing", "verification", Finding.Pass));
        run.Records["small/q-2"].CutShort["Test"] = true;

        var result = SmallEval.Finish(run);

        var layer = result.Comparison.Layers.Single(l => l.Layer == "verification");
        layer.Tally.N.ShouldBe(1);
        layer.Tally.Errored.ShouldBe(1);
        RunFiles.Of(result, "scores.jsonl").ShouldContain("{\"set\":\"small\",\"case\":\"q-2\",\"configuration\":\"bump\",\"sample\":1,\"check\":\"promise nothing\",\"layer\":\"verification\",\"outcome\":\"Errored\",\"reason\":\"not reached: the row threw before it\",\"by\":\"code\"}");
    }

    [Fact]
    public async Task Checks_in_code_are_written_in_one_order_whoever_came_first()
    {
        using var eval = new SmallEval(SmallEval.Questions(1), "") { Candidate = ScriptedModel.Saying(_ => "You have 130 days.") };
        CodeFinding[] findings =
        [
            new("A", 0, 1, "brief", "prompt", Finding.Pass), new("A", 1, 1, "brief", "prompt", Finding.Fail("long")),
            new("B", 0, 1, "brief", "prompt", Finding.Pass), new("B", 1, 1, "brief", "prompt", Finding.Fail("longer")), new("B", 1, 1, "amber", "prompt", Finding.Fail("red")),
        ];

        var there = RunFiles.Of(await RunAsync(findings));
        var back = RunFiles.Of(await RunAsync([.. findings.Reverse()]));

        back.ShouldBe(there);

        async Task<RunResult> RunAsync(IEnumerable<CodeFinding> inOrder)
        {
            await using var run = eval.Open();
            await SmallEval.AskAllAsync(run);
            foreach (var finding in inOrder) run.Records["small/q-1"].Add(finding);
            return SmallEval.Finish(run);
        }
    }

    [Fact]
    public async Task Scoring_a_run_again_gives_the_same_files_and_asks_nobody()
    {
        using var eval = Mixed();
        var result = await eval.RunAsync();
        var before = RunFiles.Of(result);
        var asked = eval.Candidate.Asked.Count;

        var again = await eval.RescoreAsync(result.Folder);

        RunFiles.Of(again).ShouldBe(before);
        eval.Candidate.Asked.Count.ShouldBe(asked);
    }

    [Fact]
    public async Task Scoring_a_run_again_keeps_what_only_code_could_say()
    {
        using var eval = Mixed();
        await using (var run = eval.Open())
        {
            await SmallEval.AskAllAsync(run);
            foreach (var side in new[] { 0, 1 })
                run.Records["small/q-2"].Add(new CodeFinding("Test", side, 1, "promise nothing", "verification", side == 0 ? Finding.Pass : Finding.Fail("promises", "we guarantee")));
            SmallEval.Finish(run);
        }
        var path = Directory.GetDirectories(eval.At("runs")).ShouldHaveSingleItem();
        var before = File.ReadAllText(Path.Combine(path, "scores.jsonl"));
        var report = File.ReadAllText(Path.Combine(path, "report.md"));

        var again = await eval.RescoreAsync(path);

        File.ReadAllText(Path.Combine(path, "scores.jsonl")).ShouldBe(before);
        File.ReadAllText(Path.Combine(path, "report.md")).ShouldBe(report);
        again.Comparison.Layers.Single(l => l.Layer == "verification").Tally.Worse.ShouldBe(["small/q-2"]);
    }

    // Passed, failed, errored, empty and abstained answers on both sides.
    internal static SmallEval Mixed() => new(SmallEval.Questions(12))
    {
        Baseline = ScriptedModel.Saying(q => q switch
        {
            "Question 3?" => "You have 130 days.",
            "Question 4?" => throw new InvalidOperationException("no luck"),
            "Question 5?" => "",
            _ => "You have 30 days.",
        }),
        Candidate = ScriptedModel.Saying(q => q switch
        {
            "Question 2?" => "Not found in sources, whatever I try.",
            "Question 5?" => "You have\n```\n30 days```",
            "Question 6?" => "",
            "Question 7?" => throw new HttpRequestException("429"),
            _ => "You have 30 days.",
        }),
    };
}
