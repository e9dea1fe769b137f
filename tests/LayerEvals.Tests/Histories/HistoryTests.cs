using LayerEvals.Baselines;
using LayerEvals.Diagnostics;
using LayerEvals.Runs;
using LayerEvals.Testing;
using LayerEvals.Tests.Answering;
using LayerEvals.Tests.Runs;

namespace LayerEvals.Tests.Histories;

public sealed class HistoryTests
{
    [Fact]
    public async Task The_rates_of_earlier_runs_stand_beside_this_ones()
    {
        using var eval = new SmallEval(SmallEval.Questions(40));
        await RunAsync(eval, wrong: 10);
        await RunAsync(eval, wrong: 4);
        History(eval, "runs/*");

        var result = await RunAsync(eval, wrong: 2);

        result.History.Select(p => (p.Run.Run, p.Run.Model, p.Shared, p.IsSame)).ShouldBe([("small-20260901-233000", "vendor-2", 40, true), ("small-20260902-233000", "vendor-2", 40, true)]);
        var retrieval = result.History.Select(p => p.Layers.Single(l => l.Layer == "retrieval")).ToList();
        retrieval.Select(l => (l.Tally.BaselineRate, l.Tally.CandidateRate, l.Tally.N)).ShouldBe([(0.75, 0.95, 40), (0.9, 0.95, 40)]);
        // Wilson's interval of 30 of 40 at 95 %.
        retrieval[0].Baseline!.Value.Lower.ShouldBe(0.5981, 0.0001);
        retrieval[0].Baseline!.Value.Upper.ShouldBe(0.8581, 0.0001);
        Approve.Text(Section(result));
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("de-DE")]
    [InlineData("fa-IR")]
    public async Task A_culture_changes_no_byte_of_it(string culture)
    {
        var expected = await TwiceAsync();
        var before = Thread.CurrentThread.CurrentCulture;
        Thread.CurrentThread.CurrentCulture = System.Globalization.CultureInfo.GetCultureInfo(culture);
        try
        {
            (await TwiceAsync()).ShouldBe(expected);
        }
        finally
        {
            Thread.CurrentThread.CurrentCulture = before;
        }

        static async Task<string> TwiceAsync()
        {
            using var eval = new SmallEval(SmallEval.Questions(12));
            await RunAsync(eval, wrong: 5);
            History(eval, "runs/*");
            return RunFiles.Of(await RunAsync(eval, wrong: 2));
        }
    }

    [Fact]
    public async Task Only_cases_of_the_same_content_are_compared_and_the_others_are_said()
    {
        using var eval = new SmallEval(SmallEval.Questions(10));
        await RunAsync(eval, wrong: 4);
        // q-1 is edited, q-10 is gone, q-11 is new.
        eval.Write("golden.yaml", SmallEval.Questions(11).Replace("'Question 1?'", "'Question one?'", StringComparison.Ordinal).Replace("  - {id: q-10, input: 'Question 10?', expect: 30 days}\n", "", StringComparison.Ordinal));
        History(eval, "runs/small-20260901-233000");

        var result = await RunAsync(eval, wrong: 2);

        var past = result.History.ShouldHaveSingleItem();
        (past.Shared, past.Changed, past.Missing, past.Gone).ShouldBe((8, 1, 1, 1));
        past.Layers[^1].Tally.N.ShouldBe(8);
        past.Layers[^1].Tally.BaselineRate.ShouldBe(5 / 8.0);
        past.Layers[^1].Tally.CandidateRate.ShouldBe(7 / 8.0);
        Approve.Text(Section(result));
    }

    [Fact]
    public async Task A_blessed_baseline_is_history_like_the_run_that_it_was_made_of()
    {
        using var eval = new SmallEval(SmallEval.Questions(10), "samples: 2");
        var first = await RunAsync(eval, wrong: 4);
        var blessed = await Blessing.OfAsync(RunSide.Of(FinishedRun.Open(first.Folder, "first"), "candidate"), eval.Clock);
        using (var file = File.Create(eval.At("kept.jsonl"))) BlessedFile.Write(blessed, file);
        History(eval, "kept.jsonl");
        var kept = (await RunAsync(eval, wrong: 2)).History.ShouldHaveSingleItem();
        History(eval, "runs/small-20260901-233000");

        var run = (await RunAsync(eval, wrong: 2)).History.ShouldHaveSingleItem();

        run.Layers.Select(l => (l.Layer, l.Tally.N, l.Tally.BaselineRate, l.Baseline)).ShouldBe(kept.Layers.Select(l => (l.Layer, l.Tally.N, l.Tally.BaselineRate, l.Baseline)));
        run.Run.Returned.ShouldBe(kept.Run.Returned);
    }

    [Fact]
    public async Task The_run_keeps_its_history_and_tells_it_again()
    {
        using var eval = new SmallEval(SmallEval.Questions(10));
        await RunAsync(eval, wrong: 4);
        History(eval, "runs/*");
        var result = await RunAsync(eval, wrong: 1);
        var before = RunFiles.Of(result);
        Directory.Delete(eval.At("runs/small-20260901-233000"), recursive: true);

        RunFiles.Of(await eval.RescoreAsync(result.Folder)).ShouldBe(before);
        before.ShouldContain("Layers over time");
    }

    [Fact]
    public async Task What_did_not_end_is_no_history_of_a_pattern()
    {
        using var eval = new SmallEval(SmallEval.Questions(4));
        await using (var run = eval.Open(isPartial: true))
        {
            await run.AskBothAsync(run.Plan.Cases[0], TestContext.Current.CancellationToken);
            SmallEval.Finish(run);
        }
        Directory.CreateDirectory(eval.At("runs/other"));
        Directory.CreateDirectory(eval.At("runs/broken"));
        eval.Write("runs/broken/manifest.json", "{");
        History(eval, "runs/*");

        (await RunAsync(eval, wrong: 0)).History.ShouldBeEmpty();
    }

    [Fact]
    public async Task Of_many_runs_the_newest_twenty_are_shown()
    {
        using var eval = new SmallEval(SmallEval.Questions(1));
        for (var i = 0; i < 22; i++) await RunAsync(eval, wrong: 0);
        History(eval, "runs/*");

        var shown = (await RunAsync(eval, wrong: 0)).History;

        shown.Count.ShouldBe(20);
        shown[0].Run.Run.ShouldBe("small-20260903-233000");
        shown[^1].Run.Run.ShouldBe("small-20260922-233000");
    }

    [Fact]
    public async Task History_changes_no_plan()
    {
        using var eval = new SmallEval(SmallEval.Questions(3));
        var before = eval.Plan().Hash;
        await RunAsync(eval, wrong: 0);
        History(eval, "runs/*");

        eval.Plan().Hash.ShouldBe(before);
    }

    [Fact]
    public async Task What_cannot_be_read_is_a_problem_of_the_plan()
    {
        using var eval = new SmallEval(SmallEval.Questions(3));
        var run = await RunAsync(eval, wrong: 0);
        Directory.Move(run.Folder, eval.At("runs/edited"));
        File.AppendAllText(eval.At("runs/edited/answers.jsonl"), "{}\n");
        var scores = await RunAsync(eval, wrong: 0);
        Directory.Move(scores.Folder, eval.At("runs/scores"));
        eval.Write("runs/scores/scores.jsonl", "{\"set\": 1}\n");
        await using (var partial = eval.Open(isPartial: true))
        {
            await partial.AskBothAsync(partial.Plan.Cases[0], TestContext.Current.CancellationToken);
            SmallEval.Finish(partial);
        }
        Directory.Move(Directory.GetDirectories(eval.At("runs"), "small-*").Single(), eval.At("runs/partial"));
        eval.Write("other.jsonl", "{\"format\": \"other\"}\n");
        eval.Write("eval.yaml", File.ReadAllText(eval.At("eval.yaml")) + """

            history:
              - nowhere
              - runs/edited
              - runs/scores
              - runs/partial
              - golden.yaml
              - other.jsonl
              - runs
              - nothing-*

            """);

        var refused = Should.Throw<PlanException>(() => eval.Plan());

        Approve.Text(refused.Message.Replace(eval.At(""), "{temp}/", StringComparison.Ordinal));
    }

    static void History(SmallEval eval, string entry)
    {
        var lines = File.ReadAllLines(eval.At("eval.yaml")).Where(l => !l.StartsWith("history:", StringComparison.Ordinal));
        eval.Write("eval.yaml", string.Join('\n', lines.Append($"history: ['{entry}']")) + "\n");
    }

    // The next day, with as many wrong answers of the candidate: of the first questions.
    static async Task<RunResult> RunAsync(SmallEval eval, int wrong)
    {
        eval.Candidate = ScriptedModel.Saying(q => q.Any(char.IsDigit) && int.Parse(string.Concat(q.Where(char.IsDigit)), System.Globalization.CultureInfo.InvariantCulture) <= wrong ? "No." : "You have 30 days.");
        var result = await eval.RunAsync();
        eval.Clock.Advance(TimeSpan.FromDays(1));
        return result;
    }

    static string Section(RunResult result)
    {
        var report = File.ReadAllText(result.ReportMarkdown);
        var start = report.IndexOf("## Layers over time", StringComparison.Ordinal);
        return report[start..report.IndexOf("## What was compared", StringComparison.Ordinal)];
    }
}
