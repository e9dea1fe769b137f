using System.Text;
using LayerEvals.Configs;
using LayerEvals.Testing;
using LayerEvals.Tests.Runs;

namespace LayerEvals.Tests.Answering.Recordings;

/// <summary>One message for each way in which recordings can be damaged or missing.</summary>
public sealed class BadRecordingsTests
{
    const string Auto = "recordings: {mode: auto, folder: kept}";

    [Fact]
    public async Task Damaged_files()
    {
        var said = new StringBuilder();
        await SayAsync(said, "a torn line", lines => [lines[0][..60]]);
        await SayAsync(said, "a mark of a merge", lines => ["<<<<<<< HEAD", lines[0], "=======", ">>>>>>> other"]);
        await SayAsync(said, "a key twice", lines => [lines[0], lines[0]]);
        await SayAsync(said, "another format", lines => [lines[0].Replace("recording-1", "recording-9")]);
        await SayAsync(said, "no format", lines => [lines[0].Replace("\"format\":\"recording-1\",", "")]);
        await SayAsync(said, "a question that was edited", lines => [lines[0].Replace("Question 1?", "Question 7?")]);
        await SayAsync(said, "a key that was edited", lines => [lines[0][..8] + "0000" + lines[0][12..]]);
        await SayAsync(said, "no answer", lines => [lines[0].Replace("\"text\":\"You have 30 days.\",", "")]);
        await SayAsync(said, "a day that is none", lines => [lines[0].Replace("2026-09-01", "2026-09-31")]);
        await SayAsync(said, "an unknown field", lines => [lines[0].Replace("\"latency_ms\"", "\"headers\":\"x\",\"latency_ms\"")]);
        await SayAsync(said, "a line of another file", lines => [OfAnotherFile(lines[0])]);
        await SayAsync(said, "a list", _ => ["[1,2]"]);
        await SayAsync(said, "a huge line of nothing", _ => [new string('x', 20_000_000)]);
        await SayAsync(said, "UTF-16", lines => lines, Encoding.Unicode);
        Approve.Text(said.ToString());
    }

    [Fact]
    public async Task A_byte_order_mark_and_other_line_ends_are_read()
    {
        using var eval = await RecordedAsync();
        foreach (var file in Directory.GetFiles(eval.At("kept"))) File.WriteAllText(file, File.ReadAllText(file).Replace("\n", "\r\n"), new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));

        (await eval.RunAsync(RecordingMode.Replay)).Comparison.Overall.Tally.BothPassed.ShouldBe(1);
    }

    [Fact]
    public async Task A_huge_answer_is_read()
    {
        var long_ = new string('y', 10_000_000);
        using var eval = new SmallEval(SmallEval.Questions(1), Auto) { Candidate = ScriptedModel.Saying(long_) };
        await eval.RunAsync();

        (await eval.RunAsync(RecordingMode.Replay)).Worse.ShouldHaveSingleItem().CandidateText.ShouldBe(long_);
    }

    [Fact]
    public async Task Other_files_beside_them_are_left_alone()
    {
        using var eval = await RecordedAsync();
        eval.Write("kept/README.md", "what this is");
        eval.Write("kept/notes.jsonl", "no json");

        (await eval.RunAsync(RecordingMode.Replay)).Comparison.Overall.Tally.BothPassed.ShouldBe(1);
    }

    [Fact]
    public async Task What_is_not_recorded_is_a_problem_of_the_plan_that_names_the_nearest_and_what_differs()
    {
        var said = new StringBuilder();
        await MissAsync(said, "nothing recorded", eval => Directory.Delete(eval.At("kept"), recursive: true));
        await MissAsync(said, "a changed question", eval => eval.Write("golden.yaml", SmallEval.Questions(1).Replace("Question 1?", "Question one?")));
        await MissAsync(said, "another model", eval => Configure(eval, "model: vendor-2", "model: vendor-3"));
        await MissAsync(said, "another temperature and seed", eval => Configure(eval, "model: vendor-2", "model: vendor-2, sampling: {temperature: 0.5, seed: 3}"));
        await MissAsync(said, "a second sample", eval => Configure(eval, Auto, $"{Auto}\nsamples: 2"));
        await MissAsync(said, "a new system part", eval => eval.Write("golden.yaml", SmallEval.Questions(1).Replace("input: 'Question 1?'", "messages: [{system: Be brief.}, {user: 'Question 1?'}]")));
        await MissAsync(said, "one more case", eval => eval.Write("golden.yaml", SmallEval.Questions(2)));
        Approve.Text(said.ToString());
    }

    [Fact]
    public void Settings_that_cannot_be_kept()
    {
        var said = new StringBuilder();
        Refuse(said, "no folder", "recordings: {mode: auto}");
        Refuse(said, "an empty folder", "recordings: {mode: replay, folder: ' '}");
        Refuse(said, "a file instead of a folder", "recordings: {mode: auto, folder: golden.yaml}");
        Refuse(said, "a name that no file system has", "recordings: {mode: auto, folder: \"a\\0b\"}");
        Refuse(said, "no recordings, and a mode from the command line", "", RecordingMode.Replay);
        Refuse(said, "two clients of one model", $"{Auto}\nmodels:\n  pinned: {{provider: code, model: vendor-1}}\n  bump: {{provider: code, model: vendor-1}}");
        Approve.Text(said.ToString());
    }

    static void Refuse(StringBuilder said, string kind, string settings, RecordingMode? mode = null)
    {
        using var eval = new SmallEval(SmallEval.Questions(1), settings);
        if (settings.Contains("models:")) eval.Write("eval.yaml", $"name: small\ngolden: [golden.yaml]\nbaseline: pinned\ncandidate: bump\noutput: runs\n{settings}\n");
        Say(said, kind, eval, mode);
    }

    static async Task MissAsync(StringBuilder said, string kind, Action<SmallEval> change)
    {
        using var eval = await RecordedAsync();
        change(eval);
        Say(said, kind, eval, RecordingMode.Replay);
    }

    static async Task SayAsync(StringBuilder said, string kind, Func<string[], string[]> damage, Encoding? encoding = null)
    {
        using var eval = await RecordedAsync();
        var file = Directory.GetFiles(eval.At("kept")).Single(f => File.ReadAllText(f).Contains("vendor-2"));
        File.WriteAllText(file, string.Join('\n', damage(File.ReadAllLines(file))) + "\n", encoding ?? new UTF8Encoding(false));
        Say(said, kind, eval, null);
    }

    static void Say(StringBuilder said, string kind, SmallEval eval, RecordingMode? mode)
    {
        var message = Should.Throw<PlanException>(() => eval.Plan(mode: mode)).Message;
        message.ShouldNotContain("   at ");
        message.ShouldNotContain(Path.GetDirectoryName(eval.At("eval.yaml"))!);
        said.Append(said.Length == 0 ? "" : "\n").AppendLine($"# {kind}").AppendLine(message);
    }

    static void Configure(SmallEval eval, string old, string now) => eval.Write("eval.yaml", File.ReadAllText(eval.At("eval.yaml")).Replace(old, now));

    static string OfAnotherFile(string line) => RecorderTests.Of("Somewhere else?") is var other && other.Key[..2] != line[8..10] ? Encoding.UTF8.GetString(other.Write()).TrimEnd('\n') : throw new InvalidOperationException("take another question");

    static async Task<SmallEval> RecordedAsync()
    {
        var eval = new SmallEval(SmallEval.Questions(1), Auto);
        await eval.RunAsync();
        return eval;
    }
}
