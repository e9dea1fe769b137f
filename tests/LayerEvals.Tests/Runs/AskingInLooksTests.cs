using LayerEvals.Comparing;
using LayerEvals.Runs;
using LayerEvals.Tests.Answering;

namespace LayerEvals.Tests.Runs;

public sealed class AskingInLooksTests
{
    const string InThree = "gate: {looks: 3, margin: 10, guard: 20}";

    // -z²/(n + z²) is above -.10 from 79 cases on at the first look and from 40 on at the second: 60 cases end it at the second, 20 cases before the end.
    [Fact]
    public async Task A_pass_ends_the_asking_and_saves_the_rest()
    {
        using var eval = new SmallEval(SmallEval.Questions(60), InThree);

        var result = await RunAsync(eval);

        result.Comparison.Verdict.ShouldBe(Verdict.Pass, result.Comparison.Sentence);
        result.Comparison.Coverage.ShouldBe(new Coverage(60, 40) { Look = new Look(2, 3, 40) });
        eval.Candidate.Asked.Count.ShouldBe(40);
        eval.Baseline.Asked.Count.ShouldBe(40);
        File.ReadAllText(Path.Combine(result.Folder, "looks.jsonl")).ShouldBe("""
            {"look":1,"of":3,"cases":20,"ends":false}
            {"look":2,"of":3,"cases":40,"ends":true}

            """);
        File.ReadAllText(Path.Combine(result.Folder, "manifest.json")).ShouldContain("\"state\": \"finished\"");
        File.ReadAllText(Path.Combine(result.Folder, "manifest.json")).ShouldContain("\"level\": 0.01813");
    }

    [Fact]
    public async Task A_drop_ends_it_at_the_first_look()
    {
        using var eval = new SmallEval(SmallEval.Questions(90), InThree) { Candidate = ScriptedModel.Saying(_ => "No idea.") };

        var result = await RunAsync(eval);

        result.Comparison.Verdict.ShouldBe(Verdict.Regression);
        eval.Candidate.Asked.Count.ShouldBe(30);
    }

    [Fact]
    public async Task Nothing_is_saved_where_nothing_is_clear_before_the_end()
    {
        using var eval = new SmallEval(SmallEval.Questions(24), InThree);

        var result = await RunAsync(eval);

        result.Comparison.Verdict.ShouldBe(Verdict.NotDecided);
        result.Comparison.Coverage.ShouldBe(new Coverage(24, 24) { Look = new Look(3, 3, 24) });
        result.Comparison.Gate.Confidence.ShouldBe(0.95634);
    }

    [Fact]
    public async Task Scored_again_it_says_the_same()
    {
        using var eval = new SmallEval(SmallEval.Questions(60), InThree);
        var result = await RunAsync(eval);
        var before = File.ReadAllBytes(Path.Combine(result.Folder, "comparison.json"));

        var again = await eval.RescoreAsync(result.Folder);

        again.Comparison.Coverage.ShouldBe(result.Comparison.Coverage);
        File.ReadAllBytes(Path.Combine(result.Folder, "comparison.json")).ShouldBe(before);
    }

    // Stopped in the second look while the vendor fails at everything: the first look stands, though all its answers are there at the second try.
    [Fact]
    public async Task A_resumed_run_takes_no_look_again()
    {
        using var stop = new CancellationTokenSource();
        var asked = 0;
        using var eval = new SmallEval(SmallEval.Questions(300), InThree)
        {
            Candidate = new ScriptedModel(async (_, cancellation) =>
            {
                var number = Interlocked.Increment(ref asked);
                if (number > 100)
                {
                    await stop.CancelAsync();
                    // A second CancelAsync returns while the first still tells the linked tokens: none of these may answer.
                    await new TaskCompletionSource().Task.WaitAsync(cancellation);
                }
                return number <= 5 ? throw new InvalidOperationException("down") : ScriptedModel.Response("You have 30 days.");
            }),
        };
        await using (var run = eval.Open())
        {
            (await AskingInLooks.AskAsync(run, stop.Token)).ShouldBeFalse();
            LooksFile.Read(run.Folder).ShouldBe([(new Look(1, 3, 100), false)]);
            SmallEval.Finish(run, isComplete: false).Comparison.Coverage.IsWhole.ShouldBeFalse();
        }
        eval.Candidate = ScriptedModel.Saying(_ => "You have 30 days.");

        var result = await RunAsync(eval);

        result.Comparison.Coverage.ShouldBe(new Coverage(300, 200) { Look = new Look(2, 3, 200) });
        eval.Candidate.Asked.Count.ShouldBe(105);
    }

    [Fact]
    public async Task A_run_that_was_killed_after_its_last_look_asks_nothing_more()
    {
        using var eval = new SmallEval(SmallEval.Questions(60), InThree);
        await using (var run = eval.Open()) await AskingInLooks.AskAsync(run, TestContext.Current.CancellationToken);
        eval.Candidate = ScriptedModel.Saying(_ => "Anything else.");

        var result = await RunAsync(eval);

        result.Comparison.Verdict.ShouldBe(Verdict.Pass);
        eval.Candidate.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task Looks_that_cannot_be_read_are_a_problem_and_no_crash()
    {
        using var eval = new SmallEval(SmallEval.Questions(60), InThree);
        var result = await RunAsync(eval);
        File.WriteAllText(Path.Combine(result.Folder, "looks.jsonl"), "{\"look\":9,\"of\":3,\"cases\":1,\"ends\":true}\n");

        (await Should.ThrowAsync<PlanException>(() => eval.RescoreAsync(result.Folder))).Message.ShouldContain("LE4002: expected a look");
    }

    static async Task<RunResult> RunAsync(SmallEval eval)
    {
        await using var run = eval.Open();
        (await AskingInLooks.AskAsync(run, TestContext.Current.CancellationToken)).ShouldBeTrue();
        return SmallEval.Finish(run);
    }
}
