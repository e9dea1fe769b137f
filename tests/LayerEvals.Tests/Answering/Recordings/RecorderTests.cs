using LayerEvals.Answering;
using LayerEvals.Answering.Recordings;
using LayerEvals.Configs;
using LayerEvals.Diagnostics;
using LayerEvals.Reading;
using LayerEvals.Testing;
using LayerEvals.Tests.Answering;
using LayerEvals.Tests.Runs;
using Microsoft.Extensions.AI;

namespace LayerEvals.Tests.Answering.Recordings;

public sealed class RecorderTests
{
    const string Auto = "recordings: {mode: auto, folder: kept}";

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_recorded_is_replayed_and_not_asked_again()
    {
        using var eval = new SmallEval(SmallEval.Questions(3), Auto);
        var first = await eval.RunAsync();

        var second = await eval.RunAsync();

        eval.Baseline.Asked.Count.ShouldBe(3);
        eval.Candidate.Asked.Count.ShouldBe(3);
        second.Comparison.Sentence.ShouldBe(first.Comparison.Sentence);
    }

    [Fact]
    public async Task A_replay_needs_no_client()
    {
        using var eval = new SmallEval(SmallEval.Questions(2), Auto);
        await eval.RunAsync();

        var replayed = await eval.RunAsync(RecordingMode.Replay, _ => throw new InvalidOperationException("no client is made"));

        replayed.Comparison.Overall.Tally.BothPassed.ShouldBe(2);
    }

    [Fact]
    public async Task Latency_usage_and_model_are_the_original_ones()
    {
        using var eval = new SmallEval(SmallEval.Questions(1), Auto);
        eval.Candidate = new ScriptedModel((_, _) =>
        {
            eval.Clock.Advance(TimeSpan.FromMilliseconds(1234.5));
            var response = ScriptedModel.Response("You have 30 days.");
            response.ModelId = "vendor-2";
            response.Usage = new UsageDetails { InputTokenCount = 7, OutputTokenCount = 5, CachedInputTokenCount = 3, ReasoningTokenCount = 2 };
            return Task.FromResult(response);
        });
        await eval.RunAsync();
        eval.Clock.Advance(TimeSpan.FromDays(3));

        await using var run = eval.Open();
        var answer = (await run.AskBothAsync(run.Plan.Cases[0], Stop)).Candidate[0];

        answer.LatencyMs.ShouldBe(1234.5);
        answer.Usage.ShouldBe(new TokenUsage(7, 5) { CachedInput = 3, Reasoning = 2 });
        answer.Model.ShouldBe("vendor-2");
        answer.Recorded.ShouldBe(new DateOnly(2026, 9, 1));
        answer.Case.ShouldBe("small/q-1");
    }

    [Fact]
    public async Task A_refusal_is_replayed_as_one()
    {
        using var eval = new SmallEval(SmallEval.Questions(1), Auto);
        eval.Candidate = new ScriptedModel((_, _) =>
        {
            var response = ScriptedModel.Response("");
            response.Messages[0].Contents.Add(new ErrorContent("I can't help with that.") { ErrorCode = ChatAttempt.RefusalCode });
            return Task.FromResult(response);
        });
        await eval.RunAsync();

        await using var run = eval.Open();
        var answer = (await run.AskBothAsync(run.Plan.Cases[0], Stop)).Candidate[0];

        answer.Recorded.ShouldNotBeNull();
        answer.Refusal.ShouldBe("I can't help with that.");
    }

    [Fact]
    public async Task A_changed_question_is_asked_and_the_others_are_replayed()
    {
        using var eval = new SmallEval(SmallEval.Questions(3), Auto);
        await eval.RunAsync();
        eval.Write("golden.yaml", SmallEval.Questions(3).Replace("Question 2?", "Question two?"));

        await eval.RunAsync();

        eval.Baseline.Asked.Count.ShouldBe(4);
        eval.Baseline.Asked.Last().Messages[^1].Text.ShouldBe("Question two?");
    }

    [Fact]
    public async Task Record_asks_again_and_takes_the_place_of_what_was()
    {
        using var eval = new SmallEval(SmallEval.Questions(1), Auto);
        await eval.RunAsync();
        eval.Candidate = ScriptedModel.Saying("Now 14 days.");

        await eval.RunAsync(RecordingMode.Record);

        eval.Baseline.Asked.Count.ShouldBe(2);
        var replayed = await eval.RunAsync(RecordingMode.Replay);
        replayed.Worse.ShouldHaveSingleItem().CandidateText.ShouldBe("Now 14 days.");
    }

    [Fact]
    public async Task Failures_are_not_recorded()
    {
        using var eval = new SmallEval(SmallEval.Questions(2), Auto) { Candidate = ScriptedModel.Saying("You have 30 days.") };
        await eval.RunAsync();

        var problem = Should.Throw<PlanException>(() => eval.Plan(mode: RecordingMode.Replay)).Problems.ShouldHaveSingleItem();

        problem.What.ShouldContain("found none for 1 of 2");
        Lines(eval).Count.ShouldBe(3);
    }

    [Fact]
    public async Task Off_neither_reads_nor_writes()
    {
        using var eval = new SmallEval(SmallEval.Questions(1), "recordings: {mode: off, folder: kept}");

        await eval.RunAsync();

        Directory.Exists(eval.At("kept")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_second_chance_that_was_recorded_is_replayed_and_one_that_was_not_does_not_exist()
    {
        var golden = SmallEval.Questions(1).Replace("expect: 30 days}", "expect: 30 days, must: true}");
        using var eval = new SmallEval(golden, Auto) { Candidate = ScriptedModel.Saying("no", "You have 30 days.") };
        (await eval.RunAsync()).MustFailed.ShouldBeEmpty();

        (await eval.RunAsync(RecordingMode.Replay)).MustFailed.ShouldBeEmpty();

        eval.Candidate.Asked.Count.ShouldBe(2);
        RemoveSample(eval, "2");
        (await eval.RunAsync(RecordingMode.Replay)).MustFailed.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Files_are_sorted_sharded_and_the_same_bytes_whatever_was_recorded_first()
    {
        using var one = new SmallEval(SmallEval.Questions(40), Auto);
        using var other = new SmallEval(SmallEval.Questions(40), Auto + "\nseed: 9");
        await one.RunAsync();
        await other.RunAsync();

        var files = Directory.GetFiles(one.At("kept")).Order(StringComparer.Ordinal).ToList();
        files.Count.ShouldBeGreaterThan(40);
        foreach (var file in files)
        {
            var keys = File.ReadAllLines(file).Select(l => l[8..40]).ToList();
            keys.ShouldBe(keys.Order(StringComparer.Ordinal));
            keys.ShouldAllBe(k => k.StartsWith(Path.GetFileNameWithoutExtension(file)));
            File.ReadAllBytes(file).ShouldBe(File.ReadAllBytes(Path.Combine(other.At("kept"), Path.GetFileName(file))));
        }
    }

    [Fact]
    public async Task Two_that_write_at_the_same_time_lose_nothing()
    {
        using var folder = new TempFolder();
        var keys = Enumerable.Range(0, 200).Select(i => Of($"Question {i}?")).ToList();
        // Each reads before any writes: as two processes that began together.
        var stores = new[] { Open(folder), Open(folder) };

        await Task.WhenAll(keys.Select((recording, i) => Task.Run(() => stores[i % 2].Add(recording), Stop)));

        var read = Open(folder);
        read.Count.ShouldBe(200);
        keys.ShouldAllBe(k => read.Find(k.Key)!.Answer.Text == k.Answer.Text);
        Directory.GetFiles(folder.At("kept"), "*.part").ShouldBeEmpty();
    }

    [Fact]
    public void Two_that_sent_the_same_share_the_first_answer()
    {
        using var folder = new TempFolder();
        var store = Open(folder);
        var (first, second) = (Of("How long?", "30 days"), Of("How long?", "14 days"));

        store.Add(first);

        store.Add(second).Answer.Text.ShouldBe("30 days");
        Open(folder).Find(second.Key)!.Answer.Text.ShouldBe("30 days");
    }

    public static TheoryData<string> Texts => ["", " ", "line\nbreak\r\n\ttab", "\"quoted\\", "\u001b[31m", "\u2028\u202E", "👍", "null", "\0"];

    [Theory, MemberData(nameof(Texts))]
    public void Written_read_and_written_again_is_the_same_line(string text)
    {
        var recording = Of(text, text);
        var line = recording.Write();

        var read = Recording.Read(new SourceFile("3f.jsonl", "3f.jsonl", new Problems()), line, 1).ShouldNotBeNull();

        read.Key.ShouldBe(recording.Key);
        read.Answer.Text.ShouldBe(text);
        read.Write().ShouldBe(line);
    }

    internal static Recording Of(string question, string answer = "30 days") => Recording.Of(
        new(new GoldenCase { Set = "set", Id = "case" }, new ModelConfiguration { Name = "m", Provider = "code", Model = "vendor-1", Sampling = new Sampling { Temperature = 0.5, Seed = 7 } }, 1, [new("user", question), new("assistant", null)]),
        new Answer { Case = "set/case", Configuration = "m", Text = answer, LatencyMs = 12.3 }, new DateOnly(2026, 9, 1));

    internal static RecordingFolder Open(TempFolder folder) => RecordingFolder.Read(new SourceFile(folder.At("kept"), "kept", new Problems()));

    static List<string> Lines(SmallEval eval) => [.. Directory.GetFiles(eval.At("kept")).SelectMany(File.ReadAllLines)];

    static void RemoveSample(SmallEval eval, string sample)
    {
        foreach (var file in Directory.GetFiles(eval.At("kept")))
            File.WriteAllLines(file, File.ReadAllLines(file).Where(l => !l.Contains($"\"sample\":\"{sample}\"")));
    }
}
