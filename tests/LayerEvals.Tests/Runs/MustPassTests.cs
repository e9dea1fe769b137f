using LayerEvals.Comparing;
using LayerEvals.Tests.Answering;

namespace LayerEvals.Tests.Runs;

public sealed class MustPassTests
{
    const string Right = "You have 30 days.";

    // 60 questions of which the first must pass.
    static readonly string Golden = SmallEval.Questions(60).Replace("id: q-1, ", "id: q-1, must: true, ", StringComparison.Ordinal);

    [Fact]
    public async Task A_case_that_passes_when_asked_again_holds_and_its_retry_enters_no_count()
    {
        using var eval = new SmallEval(Golden) { Candidate = Failing("Question 1?", times: 1) };

        var result = await eval.RunAsync();

        result.Comparison.Verdict.ShouldBe(Verdict.NotDecided, result.Comparison.Sentence);
        result.Comparison.MustPass.Failed.ShouldBeEmpty();
        result.Comparison.Overall.Tally.Regressions.ShouldBe(1, "the first answer counts");
        result.Comparison.Overall.Tally.N.ShouldBe(60);
        File.ReadLines(Path.Combine(result.Folder, "scores.jsonl")).Where(l => l.Contains("\"retry\":true", StringComparison.Ordinal))
            .ShouldAllBe(l => l.Contains("\"case\":\"q-1\",\"configuration\":\"bump\",\"sample\":2", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_case_that_fails_twice_is_a_regression_and_its_answers_are_shown()
    {
        using var eval = new SmallEval(Golden) { Candidate = Failing("Question 1?", times: 2) };

        var result = await eval.RunAsync();

        result.Comparison.Verdict.ShouldBe(Verdict.Regression);
        result.Comparison.Sentence.ShouldBe("Regression: 1 must-pass case failed at every attempt: small/q-1.");
        result.MustFailed.Select(c => c.Case.Key).ShouldBe(["small/q-1"]);
        File.ReadAllText(Path.Combine(result.Folder, "report.md")).ShouldContain("## Must-pass cases that failed (1)");
        File.ReadAllText(Path.Combine(result.Folder, "report.html")).ShouldContain("<h2>Must-pass cases that failed (1)</h2>");
    }

    [Fact]
    public async Task A_case_that_the_baseline_fails_too_must_pass_all_the_same()
    {
        using var eval = new SmallEval(Golden) { Baseline = Failing("Question 1?", times: 9), Candidate = Failing("Question 1?", times: 9) };

        var comparison = (await eval.RunAsync()).Comparison;

        comparison.Verdict.ShouldBe(Verdict.Regression);
        comparison.Sentence.ShouldEndWith("The baseline fails small/q-1 too.");
    }

    [Fact]
    public async Task A_retry_without_an_answer_leaves_the_case_open_and_an_open_case_is_never_a_pass()
    {
        var asked = 0;
        using var eval = new SmallEval(Golden) { Candidate = ScriptedModel.Saying(q => q != "Question 1?" ? Right : Interlocked.Increment(ref asked) == 1 ? "No." : throw new HttpRequestException("gone")) };

        var comparison = (await eval.RunAsync()).Comparison;

        comparison.Verdict.ShouldBe(Verdict.NotDecided);
        comparison.Sentence.ShouldBe("Not decided: 1 must-pass case neither passed nor failed: small/q-1.");
    }

    [Fact]
    public async Task With_several_samples_one_that_passes_is_enough_and_nothing_is_asked_again()
    {
        using var eval = new SmallEval(Golden, "samples: 3") { Candidate = Failing("Question 1?", times: 2) };

        var result = await eval.RunAsync();

        result.Comparison.MustPass.Failed.ShouldBeEmpty();
        File.ReadLines(Path.Combine(result.Folder, "answers.jsonl")).Count().ShouldBe(360);
    }

    [Theory]
    [InlineData("out of 90 days", true)]
    [InlineData(Right, false)]
    public async Task In_a_set_of_high_risk_a_citation_that_the_baseline_gives_must_be_given(string baseline, bool excused)
    {
        var golden = SmallEval.Questions(60).Replace("layer: retrieval", "layer: retrieval\nrisk: high", StringComparison.Ordinal)
            .Replace("- words: {max: 5}", "- citations: {resolves: false}", StringComparison.Ordinal);
        using var eval = new SmallEval(golden) { Baseline = ScriptedModel.Saying(q => $"{(q == "Question 1?" && excused ? baseline : Right + " [C-1]")}"), Candidate = ScriptedModel.Saying(q => q == "Question 1?" ? Right : Right + " [C-1]") };

        var comparison = (await eval.RunAsync()).Comparison;

        comparison.MustPass.Cases.ShouldBe(60);
        comparison.MustPass.Failed.ShouldBe(excused ? [] : ["small/q-1"]);
        comparison.MustPass.Excused.ShouldBe(excused ? ["small/q-1"] : []);
    }

    [Fact]
    public async Task Recorded_answers_without_a_second_one_fail_at_once()
    {
        using var eval = new SmallEval(Golden);
        eval.Write("old.jsonl", Recorded(Right));
        eval.Write("new.jsonl", Recorded("No."));
        eval.Write("eval.yaml", """
            golden: [golden.yaml]
            baseline: pinned
            candidate: bump
            output: runs
            models:
              pinned: {provider: recorded, model: vendor-1, answers: old.jsonl}
              bump: {provider: recorded, model: vendor-2, answers: new.jsonl}
            """);

        var result = await eval.RunAsync();

        result.Comparison.Sentence.ShouldBe("Regression: 1 must-pass case failed at every attempt: small/q-1.");
        File.ReadLines(Path.Combine(result.Folder, "answers.jsonl")).Count().ShouldBe(120);

        static string Recorded(string first) => string.Join('\n', Enumerable.Range(1, 60).Select(i => $$"""{"case": "q-{{i}}", "text": "{{(i == 1 ? first : Right)}}"}"""));
    }

    [Fact]
    public async Task A_rescored_run_knows_the_retry()
    {
        using var eval = new SmallEval(Golden) { Candidate = Failing("Question 1?", times: 1) };
        var first = await eval.RunAsync();
        var before = File.ReadAllText(Path.Combine(first.Folder, "comparison.json"));

        var again = await eval.RescoreAsync(first.Folder);

        again.Comparison.MustPass.Failed.ShouldBeEmpty();
        File.ReadAllText(Path.Combine(first.Folder, "comparison.json")).ShouldBe(before);
    }

    static ScriptedModel Failing(string question, int times)
    {
        var left = times;
        return ScriptedModel.Saying(q => q == question && Interlocked.Decrement(ref left) >= 0 ? "No." : Right);
    }
}
