using System.Text;
using LayerEvals.Answering;
using LayerEvals.Reading;
using LayerEvals.Runs;
using LayerEvals.Tests.Answering;

namespace LayerEvals.Tests.Runs;

public sealed class ResumeTests
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_run_that_was_cut_short_goes_on_where_it_stopped()
    {
        using var eval = new SmallEval(SmallEval.Questions(3));
        await using (var cut = eval.Open()) await cut.AskBothAsync(cut.Plan.Cases[0], Stop);

        await using var run = eval.Open();
        await SmallEval.AskAllAsync(run);

        run.Folder.IsResumed.ShouldBeTrue();
        run.Recovered.ShouldBe(2);
        run.Asked.ShouldBe(4);
        eval.Baseline.Asked.Count.ShouldBe(3);
        SmallEval.Finish(run).Comparison.Coverage.Ran.ShouldBe(3);
    }

    [Fact]
    public async Task A_run_that_went_on_writes_what_an_unbroken_one_writes()
    {
        using var broken = RunTests.Mixed();
        using var whole = RunTests.Mixed();
        await using (var cut = broken.Open())
            foreach (var golden in cut.Plan.Cases.Take(4)) await cut.AskBothAsync(golden, Stop);

        var result = await broken.RunAsync();

        RunFiles.Of(result).ShouldBe(RunFiles.Of(await whole.RunAsync()));
    }

    [Fact]
    public async Task Errors_are_asked_again()
    {
        using var eval = new SmallEval(SmallEval.Questions(1)) { Candidate = ScriptedModel.Saying() };
        await using (var cut = eval.Open()) await cut.AskBothAsync(cut.Plan.Cases[0], Stop);
        eval.Candidate = ScriptedModel.Saying("You have 30 days.");

        await using var run = eval.Open();
        var answers = await run.AskBothAsync(run.Plan.Cases[0], Stop);

        run.Recovered.ShouldBe(1);
        answers.Candidate[0].Text.ShouldBe("You have 30 days.");
        eval.Baseline.Asked.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("{\"case\":\"small/q-1\",\"configuration\":\"bu")]
    [InlineData("\0\0\0\0")]
    [InlineData("{\"case\":\"small/q-1\",\"configuration\":\"bump\",\"text\":\"whole, but no line break\"}")]
    public async Task A_torn_last_line_is_cut_off_and_asked_again(string torn)
    {
        using var eval = new SmallEval(SmallEval.Questions(2));
        string path;
        await using (var cut = eval.Open())
        {
            await cut.AskBothAsync(cut.Plan.Cases[1], Stop);
            path = cut.Folder.Answers;
        }
        await File.AppendAllTextAsync(path, torn, Stop);

        await using (var run = eval.Open())
        {
            run.Recovered.ShouldBe(2);
            await SmallEval.AskAllAsync(run);
            SmallEval.Finish(run).Comparison.Overall.Tally.BothPassed.ShouldBe(2);
        }
        File.ReadAllLines(path).Length.ShouldBe(4);
        File.ReadAllText(path).ShouldNotContain("no line break");
    }

    [Fact]
    public async Task A_record_that_is_broken_in_its_middle_is_refused_and_left_as_it_is()
    {
        using var eval = new SmallEval(SmallEval.Questions(1));
        string path;
        await using (var cut = eval.Open()) path = cut.Folder.Answers;
        File.WriteAllText(path, "broken\n{\"case\":\"small/q-1\",\"configuration\":\"bump\",\"text\":\"ok\"}\n");

        var problem = Should.Throw<PlanException>(() => eval.Open()).Problems.ShouldHaveSingleItem();

        problem.Line.ShouldBe(1);
        File.ReadAllText(path).ShouldStartWith("broken\n");
        File.WriteAllText(path, "");
        await using var mended = eval.Open();
        mended.Folder.IsResumed.ShouldBeTrue();
    }

    [Fact]
    public async Task A_finished_run_is_never_gone_on_with()
    {
        using var eval = new SmallEval(SmallEval.Questions(1));
        var first = await eval.RunAsync();

        var second = await eval.RunAsync();

        second.Folder.ShouldNotBe(first.Folder);
        eval.Baseline.Asked.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_partial_run_is_never_gone_on_with_and_never_goes_on()
    {
        using var eval = new SmallEval(SmallEval.Questions(2));
        string cut;
        await using (var run = eval.Open()) cut = run.Folder.Path;

        await using (var partial = eval.Open(isPartial: true))
        {
            partial.Folder.Path.ShouldNotBe(cut);
            await partial.AskBothAsync(partial.Plan.Cases[0], Stop);
            SmallEval.Finish(partial);
        }

        await using var next = eval.Open();
        next.Folder.Path.ShouldBe(cut);
    }

    [Fact]
    public async Task Two_runs_of_one_plan_are_locked_out()
    {
        using var eval = new SmallEval(SmallEval.Questions(1));
        await using var first = eval.Open();

        var problem = Should.Throw<PlanException>(() => eval.Open()).Problems.ShouldHaveSingleItem();

        problem.Id.ShouldBe("LE4001");
        problem.File.ShouldBe(first.Folder.Path);
    }

    [Fact]
    public async Task A_named_run_is_gone_on_with_and_no_other()
    {
        using var eval = new SmallEval(SmallEval.Questions(2));
        string older;
        await using (var cut = eval.Open())
        {
            older = cut.Folder.Path;
            await cut.AskBothAsync(cut.Plan.Cases[0], Stop);
        }
        var manifest = Path.Combine(older, "manifest.json");
        Resumed(eval, older).ShouldBeNull();

        eval.Write("golden.yaml", SmallEval.Questions(3));
        Resumed(eval, older).ShouldBe("LE4006: expected an unfinished run of this plan, found one whose cases, prompts, models or gate are others");
        eval.Write("golden.yaml", SmallEval.Questions(2));
        File.WriteAllText(manifest, File.ReadAllText(manifest).Replace("\"running\"", "\"finished\"", StringComparison.Ordinal));
        Resumed(eval, older).ShouldBe("LE4006: expected an unfinished run of this plan, found one that is finished");
        File.WriteAllText(manifest, "{");
        Resumed(eval, older).ShouldBe("LE4006: expected an unfinished run of this plan, found a manifest.json that cannot be read");
        Resumed(eval, eval.At("nowhere")).ShouldBe("LE4002: expected the folder of a run with a manifest.json, found none");
    }

    // Null where it is gone on with.
    static string? Resumed(SmallEval eval, string path)
    {
        try
        {
            using var folder = RunFolder.Resume(path, eval.Plan());
            return folder.IsResumed ? null : "begun anew";
        }
        catch (PlanException e)
        {
            var problem = e.Problems.ShouldHaveSingleItem();
            return $"{problem.Id}: {problem.What}";
        }
    }

    [Fact]
    public async Task Another_plan_gets_a_folder_of_its_own()
    {
        using var eval = new SmallEval(SmallEval.Questions(1));
        await using var first = eval.Open();
        eval.Write("golden.yaml", SmallEval.Questions(2));

        await using var second = eval.Open();

        second.Folder.Path.ShouldNotBe(first.Folder.Path);
        second.Folder.IsResumed.ShouldBeFalse();
    }

    [Fact]
    public async Task Nothing_half_written_stays()
    {
        using var eval = new SmallEval(SmallEval.Questions(1));
        await using (var run = eval.Open())
        {
            await SmallEval.AskAllAsync(run);
            SmallEval.Finish(run);
            Should.Throw<InvalidOperationException>(() => WholeFile.Write(run.Folder.Scores, stream =>
            {
                stream.Write("half"u8);
                throw new InvalidOperationException("stumbled");
            }));
            File.ReadAllText(run.Folder.Scores).ShouldStartWith("{\"set\":\"small\"");
        }

        var path = Directory.GetDirectories(eval.At("runs")).ShouldHaveSingleItem();
        Directory.GetFiles(path).Select(Path.GetFileName).Order(StringComparer.Ordinal)
            .ShouldBe(["answers.jsonl", "cases.jsonl", "comparison.json", "ctrf.json", "junit.xml", "manifest.json", "report.html", "report.md", "scores.csv", "scores.jsonl"]);
    }

    [Fact]
    public async Task The_record_grows_as_answers_arrive()
    {
        using var eval = new SmallEval(SmallEval.Questions(1));
        await using var run = eval.Open();

        await run.AskBothAsync(run.Plan.Cases[0], Stop);

        await using var file = new FileStream(run.Folder.Answers, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file, Encoding.UTF8);
        var text = await reader.ReadToEndAsync(Stop);
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(2);
    }

    [Fact]
    public async Task An_answer_to_other_messages_is_not_taken_for_this_asking()
    {
        using var eval = new SmallEval(SmallEval.Questions(1));
        await using var journal = AnswerJournal.Open(eval.At("answers.jsonl"), eval.Clock);
        var model = new ModelConfiguration { Name = "bump", Provider = "code", Model = "vendor-2" };
        var asked = new Asking(new GoldenCase { Set = "small", Id = "q-1" }, model, 1, [new("user", "How long?")]);
        await journal.AddAsync(new Answer { Case = "small/q-1", Configuration = "bump", Text = "30 days", Key = asked.Key });

        journal.Find(asked).ShouldNotBeNull();
        journal.Find(new Asking(asked.Golden, model, 1, [new("user", "How much?")])).ShouldBeNull();
    }
}
