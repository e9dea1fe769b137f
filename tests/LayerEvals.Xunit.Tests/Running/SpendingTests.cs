using LayerEvals.Nested;

namespace LayerEvals.Running;

public sealed class SpendingTests
{
    // The vendor counts nothing, so an asking is counted with the most that it can have cost: 100 tokens, 1 USD.
    [Fact]
    public async Task A_spent_budget_skips_the_rows_that_were_not_asked_and_decides_nothing()
    {
        using var bench = new Bench { Limits = "{in-flight: 1, budget-usd: 10}", OfModels = ", price: {input: 0, output: 10000}, sampling: {max-output-tokens: 100}" };

        var ran = await bench.RunAsync(typeof(Suites.Forty));

        ran.Models.Asked.Count.ShouldBe(10);
        ran.Rows.Count(r => r.Outcome == Seen.Passed).ShouldBe(5);
        ran.Rows.Where(r => r.Outcome != Seen.Passed).ShouldAllBe(r => r.Outcome == Seen.Skipped && r.Text.Contains("not asked: The budget does not allow another call: 10.00 USD of 10.00 USD are spent"));
        ran.Gate("overall").Outcome.ShouldBe(Seen.Failed);
        ran.Gate("overall").Text.ShouldContain("Not decided: 5 of 40 cases ran.");
        ran.State.ShouldBe("running", "the same command goes on with it");
    }

    [Fact]
    public async Task Recorded_answers_are_replayed_where_the_command_says_so()
    {
        const string Recordings = "recordings: {mode: auto, folder: kept}";
        using var bench = new Bench { More = Recordings };
        await bench.RunAsync(typeof(Suites.Forty));
        using var again = new Bench(bench) { More = Recordings, Recordings = "replay", Answer = (_, _, _) => throw new InvalidOperationException("nobody is asked") };

        var ran = await again.RunAsync(typeof(Suites.Forty));

        ran.Models.Asked.ShouldBeEmpty();
        ran.Gate("overall").Outcome.ShouldBe(Seen.Passed);
    }

    [Fact]
    public async Task A_mode_that_is_none_is_a_problem_of_the_plan()
    {
        using var bench = new Bench { Recordings = "always" };

        var ran = await bench.RunAsync(typeof(Suites.Four));

        ran.Gate("plan").Text.ShouldContain("LAYEREVALS_RECORDINGS: LE1007: expected one of off, auto, record, replay, found `always`");
    }
}
