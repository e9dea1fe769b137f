using System.Text;
using LayerEvals.Comparing;
using LayerEvals.Configs;
using LayerEvals.Planning;
using LayerEvals.Runs;
using LayerEvals.Testing;
using LayerEvals.Tests.Answering;
using Microsoft.Extensions.AI;

namespace LayerEvals.Tests.Runs;

public sealed class BudgetRunTests
{
    // An answer of 100 tokens costs 1 USD, and no call costs more; what is sent costs nothing.
    const string Priced = ", price: {input: 0, output: 10000}, sampling: {max-output-tokens: 100}}";

    [Fact]
    public async Task A_spent_budget_leaves_a_run_without_a_verdict_that_goes_on_under_a_larger_one()
    {
        using var eval = Eval(budget: 10);
        var first = await RunAsync(eval);

        first.Comparison.Verdict.ShouldBe(Verdict.NotDecided);
        first.Comparison.Coverage.IsWhole.ShouldBeFalse();
        first.Notes.ShouldContain("Stopped before the end. The budget does not allow another call: 10.00 USD of 10.00 USD are spent, and a call may cost up to 1.00 USD. Raise `budget-usd`, and the same command goes on with the run.");
        Asked(eval).ShouldBe(10);

        Configure(eval, "budget-usd: 10", "budget-usd: 40");
        var second = await RunAsync(eval);

        second.Folder.ShouldBe(first.Folder);
        Asked(eval).ShouldBe(40);
        second.Comparison.Coverage.IsWhole.ShouldBeTrue();
        second.Notes.ShouldBe(["pinned: 20.00 USD for 0 tokens sent and 2000 received, as the vendor counted them.", "bump: 20.00 USD for 0 tokens sent and 2000 received, as the vendor counted them."]);
    }

    [Fact]
    public async Task A_resumed_run_counts_what_was_spent_before_it_was_cut_short()
    {
        using var eval = Eval(budget: 10);
        await using (var cut = eval.Open())
            for (var i = 0; i < 4; i++) await cut.AskBothAsync(cut.Plan.Cases[i], TestContext.Current.CancellationToken);

        await using var run = eval.Open();
        await run.AskAllAsync(run.Plan.AskingOrder(), TestContext.Current.CancellationToken);

        Asked(eval).ShouldBe(10);
        run.Stopped.ShouldNotBeNull();
    }

    [Fact]
    public async Task Replayed_answers_cost_nothing()
    {
        using var eval = Eval(budget: 40, "recordings: {mode: auto, folder: kept}");
        await RunAsync(eval);
        Configure(eval, "budget-usd: 40", "budget-usd: 0");

        var replayed = await eval.RunAsync(RecordingMode.Replay);

        replayed.Comparison.Coverage.IsWhole.ShouldBeTrue();
        replayed.Notes.ShouldNotContain(n => n.Contains("USD"));
    }

    [Fact]
    public void What_is_left_to_ask_is_expected_to_cost()
    {
        using var eval = Eval(budget: 40, "samples: 2");
        var plan = eval.Plan();

        ExpectedCost.Of(plan, plan.Cases, _ => false).ShouldBe(new ExpectedCost(80, 80, []), new SameCost());
        ExpectedCost.Of(plan, plan.Cases, asking => asking.Model.Name == "pinned").Calls.ShouldBe(40);
    }

    [Fact]
    public void A_model_without_a_price_is_a_problem_and_never_free()
    {
        var said = new StringBuilder();
        foreach (var provider in new[] { "code, model: vendor-1", "openai, model: gpt-4o-2024-08-06", "openai-compatible, model: llama3, endpoint: 'http://127.0.0.1:1'" })
        {
            using var plan = new Planning.SmallPlan(("config.yaml", $"golden: set.yaml\nbaseline: old\ncandidate: new\nlimits: {{budget-usd: 5}}\nmodels:\n  old: {{provider: embedded, model: reader-1}}\n  new: {{provider: {provider}}}\n"));
            said.AppendLine(plan.Messages());
        }
        Approve.Text(said.ToString());
    }

    static async Task<RunResult> RunAsync(SmallEval eval)
    {
        await using var run = eval.Open();
        var isComplete = await run.AskAllAsync(run.Plan.AskingOrder(), TestContext.Current.CancellationToken);
        return SmallEval.Finish(run, isComplete);
    }

    static SmallEval Eval(int budget, string more = "")
    {
        var eval = new SmallEval(SmallEval.Questions(20), $"limits: {{in-flight: 1, budget-usd: {budget}}}\n{more}") { Baseline = Costing(), Candidate = Costing() };
        foreach (var model in new[] { "vendor-1", "vendor-2" }) Configure(eval, $"model: {model}}}", $"model: {model}{Priced}");
        return eval;
    }

    static ScriptedModel Costing() => new((_, _) =>
    {
        var response = ScriptedModel.Response("You have 30 days.");
        response.Usage = new UsageDetails { InputTokenCount = 0, OutputTokenCount = 100 };
        return Task.FromResult(response);
    });

    static int Asked(SmallEval eval) => eval.Baseline.Asked.Count + eval.Candidate.Asked.Count;

    static void Configure(SmallEval eval, string old, string now) => eval.Write("eval.yaml", File.ReadAllText(eval.At("eval.yaml")).Replace(old, now));

    sealed class SameCost : IEqualityComparer<ExpectedCost>
    {
        public bool Equals(ExpectedCost? a, ExpectedCost? b) => Math.Abs(a!.Usd - b!.Usd) < 1e-9 && a.Calls == b.Calls && a.Unpriced.SequenceEqual(b.Unpriced);

        public int GetHashCode(ExpectedCost cost) => cost.Calls;
    }
}
