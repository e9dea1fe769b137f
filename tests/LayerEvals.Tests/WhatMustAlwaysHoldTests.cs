using LayerEvals.Comparing;
using LayerEvals.Planning;
using LayerEvals.Reading;
using LayerEvals.Runs;
using LayerEvals.Scoring;
using LayerEvals.Tests.Answering;
using LayerEvals.Tests.Comparing;
using LayerEvals.Tests.Runs;
using LayerEvals.Tests.Scoring;

namespace LayerEvals.Tests;

/// <summary>The eight points of the design that must always hold, each with the ways in which it could break.</summary>
public sealed class WhatMustAlwaysHold
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string> MissingEvidence => ["no answers", "an answer is missing", "all rows skipped", "a partial run", "a missing shard", "a failed check", "no cases"];

    [Theory, MemberData(nameof(MissingEvidence))]
    public async Task Missing_evidence_is_never_a_pass(string missing)
    {
        var comparison = await Without(missing);

        comparison.Verdict.ShouldBe(Verdict.NotDecided);
        comparison.Sentence.ShouldStartWith("Not decided: ");
    }

    [Fact]
    public async Task The_evidence_whose_absence_is_tested_would_be_a_pass()
    {
        using var eval = new SmallEval(SmallEval.Questions(60));

        (await eval.RunAsync()).Comparison.Verdict.ShouldBe(Verdict.Pass);
    }

    [Fact]
    public void An_empty_golden_set_is_refused()
    {
        using var eval = new SmallEval("id: small\ncases: []");

        Should.Throw<PlanException>(() => eval.Plan()).Problems.ShouldContain(p => p.Id == "LE1010");
    }

    [Fact]
    public async Task Pairing_is_by_case_identity_and_content()
    {
        // The trap: pairing by index. The candidate's answers stand in another order, and lack the first.
        using var eval = new SmallEval(SmallEval.Questions(3));
        eval.Write("older.jsonl", "{\"case\":\"q-1\",\"text\":\"30 days\"}\n{\"case\":\"q-2\",\"text\":\"130 days\"}\n{\"case\":\"small/q-3\",\"text\":\"30 days\"}");
        eval.Write("newer.jsonl", "{\"case\":\"q-3\",\"text\":\"130 days\"}\n{\"case\":\"q-2\",\"text\":\"30 days\"}");
        eval.Write("eval.yaml", Recorded);

        var tally = (await eval.RunAsync()).Comparison.Overall.Tally;

        tally.Worse.ShouldBe(["small/q-3"]);
        tally.Better.ShouldBe(["small/q-2"]);
        tally.Errored.ShouldBe(1);
    }

    [Fact]
    public async Task An_edited_case_is_asked_again_and_never_paired_with_its_former_self()
    {
        using var eval = new SmallEval(SmallEval.Questions(1));
        await using (var cut = eval.Open()) await cut.AskBothAsync(cut.Plan.Cases[0], Stop);
        eval.Write("golden.yaml", SmallEval.Questions(1).Replace("Question 1?", "Question one?", StringComparison.Ordinal));

        await using var run = eval.Open();

        run.Folder.IsResumed.ShouldBeFalse();
        run.Recovered.ShouldBe(0);
    }

    [Fact]
    public void Answers_to_cases_that_the_plan_does_not_have_are_refused_and_named()
    {
        using var eval = new SmallEval(SmallEval.Questions(1));
        eval.Write("older.jsonl", "{\"case\":\"q-1\",\"text\":\"30 days\"}\n{\"case\":\"q-9\",\"text\":\"30 days\"}");
        eval.Write("newer.jsonl", "{\"case\":\"q-1\",\"text\":\"30 days\"}\n{\"case\":\"small/q-1\",\"text\":\"30 days\"}");
        eval.Write("eval.yaml", Recorded);

        var problems = Should.Throw<PlanException>(() => eval.Plan()).Problems;

        problems.Select(p => $"{p.File}:{p.Line} {p.What}").ShouldBe(
        [
            "newer.jsonl:2 expected one answer for each case and sample, found a second one for `small/q-1` (first in line 1)",
            "older.jsonl:2 expected an answer to a case of the plan, found `q-9`",
        ]);
    }

    [Fact]
    public async Task The_unit_of_evidence_is_the_case()
    {
        using var eval = new SmallEval(SmallEval.Questions(4), "samples: 3") { Candidate = ScriptedModel.Saying(_ => "You have 130 days.") };

        var overall = (await eval.RunAsync()).Comparison.Overall;

        overall.Tally.N.ShouldBe(4);
        overall.P!.Value.ShouldBeGreaterThanOrEqualTo(McNemar.MidP(4, 0));
    }

    [Fact]
    public async Task Errors_are_not_failures()
    {
        using var eval = new SmallEval(SmallEval.Questions(100)) { Candidate = ScriptedModel.Saying(q => q is "Question 7?" or "Question 8?" ? throw new HttpRequestException("429") : "You have 30 days.") };

        var comparison = (await eval.RunAsync()).Comparison;

        comparison.Overall.Tally.N.ShouldBe(98);
        comparison.Overall.Tally.Errored.ShouldBe(2);
        comparison.Overall.Tally.CandidateRate.ShouldBe(1);
        comparison.Overall.Tally.Worse.ShouldBeEmpty();
        comparison.Verdict.ShouldBe(Verdict.Pass);
    }

    [Fact]
    public async Task Errors_of_some_samples_are_shown_and_not_averaged_away()
    {
        var calls = 0;
        using var eval = new SmallEval(SmallEval.Questions(60), "samples: 3") { Candidate = ScriptedModel.Saying(_ => Interlocked.Increment(ref calls) % 3 == 0 ? throw new TimeoutException("slow") : "You have 30 days.") };

        var comparison = (await eval.RunAsync()).Comparison;

        comparison.Verdict.ShouldBe(Verdict.NotDecided);
        comparison.Overall.Tally.Errored.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Errors_above_the_limit_leave_no_verdict()
    {
        using var eval = new SmallEval(SmallEval.Questions(100)) { Candidate = ScriptedModel.Saying(q => q is "Question 7?" or "Question 8?" or "Question 9?" ? throw new HttpRequestException("429") : "You have 30 days.") };

        (await eval.RunAsync()).Comparison.Sentence.ShouldBe("Not decided: 3 cases errored, 0 unscored of 100, 3.0 % of the pairs; the gate allows 2 %.");
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n")]
    [InlineData("\u200B")]
    public void An_empty_answer_is_neither_an_abstention_nor_a_refusal(string empty)
    {
        foreach (var answerable in new[] { true, false })
        {
            var golden = Scored.Case("[not-found, {refusal: forbidden}, {refusal: required, name: must}, {excludes: guarantee}, {words: {max: 9}}, {citations: {required: false}}]", answerable);

            Scorer.Score(golden, Scored.Answered(empty)).ShouldAllBe(f => f.Outcome == Outcome.Failed);
        }
    }

    [Fact]
    public async Task Model_output_golden_text_and_file_names_are_hostile()
    {
        const string Hostile = "</pre><script>alert(1)</script>\n````\n\u001b[2J\u202E =1+1 {0} %s $(id) ../../evil";
        using var eval = new SmallEval(SmallEval.Questions(1).Replace("Question 1?", "<script>{{sources}} {0} $(id)", StringComparison.Ordinal)) { Candidate = ScriptedModel.Saying(_ => Hostile) };

        var result = await eval.RunAsync();

        var html = RunFiles.Of(result, "report.html");
        html.ShouldNotContain("<script>");
        html.ShouldNotContain("</pre><script");
        RunFiles.Of(result).ShouldNotContain("\u001b");
        RunFiles.Of(result, "report.md").ShouldContain("`````diff\n- You have 30 days.\n+ </pre><script>");
        eval.Candidate.Asked.Single().Messages[^1].Text.ShouldBe("<script>{{sources}} {0} $(id)");
        Directory.GetDirectories(eval.At("runs")).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("name: ../evil")]
    [InlineData("name: \"a\\e[31m\"")]
    [InlineData("name: a/b")]
    public void No_name_of_a_file_leaves_the_output_folder(string name)
    {
        using var eval = new SmallEval(SmallEval.Questions(1));
        eval.Write("eval.yaml", File.ReadAllText(eval.At("eval.yaml")).Replace("name: small", name, StringComparison.Ordinal));

        var problem = Should.Throw<PlanException>(() => eval.Plan()).Problems.ShouldHaveSingleItem();

        problem.Id.ShouldBe("LE1008");
        problem.ToString().ShouldNotContain("\u001b");
    }

    [Fact]
    public async Task Same_inputs_same_bytes()
    {
        using var one = RunTests.Mixed();
        using var other = RunTests.Mixed();

        RunFiles.Of(await other.RunAsync()).ShouldBe(RunFiles.Of(await one.RunAsync()));
    }

    [Fact]
    public void Plan_first_pay_later()
    {
        using var eval = new SmallEval("""
            id: small
            layer: retrieval
            checks:
              - wrods: {max: 5}
              - matches: "["
            cases:
              - {id: q-1, input: One?, expcet: 30 days}
              - {id: q-1, input: Two?}
              - {id: Q 2, input: Three?}
            """, "gate: {margin: 500}");

        var problems = Should.Throw<PlanException>(() => eval.Open()).Problems;

        problems.Select(p => $"{p.File} {p.Id}").ShouldBe(
            ["eval.yaml LE2004", "golden.yaml LE1014", "golden.yaml LE1015", "golden.yaml LE1004", "golden.yaml LE1009", "golden.yaml LE1008"]);
        eval.Baseline.Asked.ShouldBeEmpty();
        eval.Candidate.Asked.ShouldBeEmpty();
        Directory.Exists(eval.At("runs")).ShouldBeFalse();
    }

    const string Recorded = """
        name: small
        golden: [golden.yaml]
        baseline: older
        candidate: newer
        output: runs
        models:
          older: {provider: recorded, answers: older.jsonl}
          newer: {provider: recorded, answers: newer.jsonl}
        """;

    // A run of 60 unchanged cases, which would be a pass, without one piece of its evidence.
    static async Task<Comparison> Without(string missing)
    {
        using var eval = new SmallEval(SmallEval.Questions(60), missing == "an answer is missing" ? "gate: {max-unscored: 0}" : "");
        if (missing == "no answers") (eval.Baseline, eval.Candidate) = (ScriptedModel.Saying(), ScriptedModel.Saying());
        if (missing == "an answer is missing") eval.Candidate = ScriptedModel.Saying(q => q == "Question 7?" ? throw new HttpRequestException("429") : "You have 30 days.");
        if (missing == "no cases") return Pairs.Compare([]);

        var plan = eval.Plan();
        if (missing == "a missing shard") plan = plan with { Shard = new Shard(1, 2), Cases = [.. plan.Cases.Where(c => new Shard(1, 2).Holds(c.Key))] };
        if (missing == "a failed check") plan = plan with { Cases = [.. plan.Cases.Select(Crashing)] };
        await using var run = Run.Open(plan, new RunOptions(eval.Clock));
        var asked = missing switch { "all rows skipped" => 0, "a partial run" => plan.Cases.Count - 1, _ => plan.Cases.Count };
        foreach (var golden in plan.Cases.Take(asked)) await run.AskBothAsync(golden, Stop);
        return SmallEval.Finish(run).Comparison;
    }

    static GoldenCase Crashing(GoldenCase golden)
    {
        var crash = new PlannedCheck("judge", new CheckType("judge", null, _ => null), "retrieval", new MapNode([], 1), null, _ => throw new InvalidOperationException("the judge is away"));
        return golden with { Checks = new CheckList([.. golden.Checks.Items, crash]) };
    }
}
