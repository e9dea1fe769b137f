using LayerEvals.Diagnostics;
using LayerEvals.Runs;
using LayerEvals.Tests.Answering;

namespace LayerEvals.Tests.Runs;

public sealed class ReopeningTests
{
    [Fact]
    public async Task A_run_that_is_told_again_is_the_same_bytes()
    {
        using var eval = RunTests.Mixed();
        await using (var run = eval.Open())
        {
            await SmallEval.AskAllAsync(run);
            foreach (var side in new[] { 0, 1 })
                run.Records["small/q-2"].Add(new CodeFinding("Test", side, 1, "promise nothing", "verification", side == 0 ? Finding.Pass : Finding.Fail("promises", "we guarantee")));
            SmallEval.Finish(run);
        }

        await AgainAsync(eval);
    }

    [Theory]
    [InlineData("samples: 3")]
    [InlineData("samples: 2\ngate: {margin: 10, looks: 2}")]
    public async Task Samples_and_looks_are_told_again(string settings)
    {
        var calls = 0;
        using var eval = new SmallEval(SmallEval.Questions(12).Replace("id: q-3,", "id: q-3, must: true,", StringComparison.Ordinal), settings) { Candidate = ScriptedModel.Saying(_ => Interlocked.Increment(ref calls) % 3 == 0 ? "No." : "You have 30 days.") };
        await eval.RunAsync();

        await AgainAsync(eval);
    }

    [Fact]
    public async Task What_was_scored_is_told_and_not_scored_again()
    {
        using var eval = new SmallEval(SmallEval.Questions(2));
        var result = await eval.RunAsync();
        var scores = Path.Combine(result.Folder, "scores.jsonl");
        // An older version may have judged otherwise; what it said then is what the report said.
        await File.WriteAllTextAsync(scores, File.ReadAllText(scores).Replace("\"configuration\":\"bump\",\"sample\":1,\"check\":\"words\",\"layer\":\"prompt\",\"outcome\":\"Passed\"", "\"configuration\":\"bump\",\"sample\":1,\"check\":\"words\",\"layer\":\"prompt\",\"outcome\":\"Failed\",\"reason\":\"too long\"", StringComparison.Ordinal), TestContext.Current.CancellationToken);

        var again = await ReopenAsync(eval, result.Folder);

        again.Comparison.Layers.Single(l => l.Layer == "prompt").Tally.Regressions.ShouldBe(2);
        File.ReadAllText(scores).ShouldContain("too long");
    }

    [Theory]
    [InlineData("", "LE4008", "found another line")]
    [InlineData("{\"set\":\"small\",\"case\":\"q-2\",\"configuration\":\"bump\",\"sample\":1,\"check\":\"words\",\"layer\":\"x\",\"outcome\":\"Passed\"}", "LE4008", "found no score of each check for `small/q-1`")]
    [InlineData("{", "LE4008", "found another line")]
    [InlineData("{\"set\":\"small\",\"case\":\"q-1\"}", "LE4008", "found another line")]
    [InlineData("{\"set\":\"small\",\"case\":\"q-1\",\"configuration\":\"bump\",\"sample\":1,\"check\":\"never\",\"layer\":\"x\",\"outcome\":\"Passed\"}", "LE4008", "found a check that `small/q-1` has not")]
    [InlineData("{\"set\":\"small\",\"case\":\"q-1\",\"configuration\":\"bump\",\"sample\":1,\"check\":\"words\",\"layer\":\"x\",\"outcome\":\"Great\"}", "LE4008", "found another line")]
    public async Task Scores_that_were_edited_are_one_message(string line, string id, string found)
    {
        using var eval = new SmallEval(SmallEval.Questions(2));
        var result = await eval.RunAsync();
        await File.WriteAllTextAsync(Path.Combine(result.Folder, "scores.jsonl"), line + "\n", TestContext.Current.CancellationToken);

        var problem = (await Should.ThrowAsync<PlanException>(() => ReopenAsync(eval, result.Folder))).Problems.ShouldHaveSingleItem();

        problem.Id.ShouldBe(id);
        problem.What.ShouldContain(found);
        Directory.GetFiles(result.Folder).Select(Path.GetFileName).ShouldNotContain("scores.jsonl.lines");
    }

    static async Task AgainAsync(SmallEval eval)
    {
        var folder = Directory.GetDirectories(eval.At("runs")).ShouldHaveSingleItem();
        var before = Directory.GetFiles(folder).Order(StringComparer.Ordinal).Select(file => $"{Path.GetFileName(file)}\n{File.ReadAllText(file)}").ToList();
        foreach (var made in new[] { "report.html", "report.md", "comparison.json", "junit.xml", "ctrf.json", "scores.csv" }) File.Delete(Path.Combine(folder, made));

        await ReopenAsync(eval, folder);

        Directory.GetFiles(folder).Order(StringComparer.Ordinal).Select(file => $"{Path.GetFileName(file)}\n{File.ReadAllText(file)}").ShouldBe(before);
    }

    static async Task<RunResult> ReopenAsync(SmallEval eval, string path)
    {
        using var folder = RunFolder.Existing(path);
        var saved = SavedRun.Read(folder.Paths);
        await using var run = await Run.ReopenAsync(saved, folder, eval.Clock);
        return Finishing.Finish(run, isComplete: false, saved.Rerun);
    }
}
