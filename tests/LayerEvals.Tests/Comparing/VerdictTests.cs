using LayerEvals.Comparing;
using LayerEvals.Configs;

namespace LayerEvals.Tests.Comparing;

public sealed class VerdictTests
{
    public static TheoryData<int, int, int, int, string> Gates => new()
    {
        // b, c, both passed, both failed: the verdict at margin 5
        { 10, 0, 90, 0, "Regression" },
        { 9, 2, 89, 0, "Regression" },
        { 0, 0, 100, 0, "Pass" },
        { 0, 0, 0, 100, "Pass" },
        { 0, 0, 52, 0, "Pass" },
        { 0, 0, 51, 0, "NotDecided" },
        { 6, 6, 88, 0, "NotDecided" },
        { 6, 6, 288, 0, "Pass" },
        { 1, 0, 49, 0, "NotDecided" },
        { 0, 30, 30, 0, "Pass" },
        { 40, 15, 1945, 0, "Pass" },
        { 3, 0, 0, 0, "NotDecided" },
    };

    [Theory, MemberData(nameof(Gates))]
    public void Three_verdicts(int worse, int better, int bothPassed, int bothFailed, string verdict) =>
        Pairs.Compare(Pairs.Of(worse, better, bothPassed, bothFailed)).Verdict.ToString().ShouldBe(verdict);

    [Fact]
    public void A_drop_that_is_shown_and_within_the_margin_is_a_pass_with_a_note()
    {
        var comparison = Pairs.Compare(Pairs.Of(worse: 40, better: 15, bothPassed: 1945));

        comparison.Overall.HolmP!.Value.ShouldBeLessThan(0.05);
        comparison.Verdict.ShouldBe(Verdict.Pass);
        comparison.Sentence.ShouldContain("It did get worse, within the margin of 5 points (p < .001).");
    }

    [Fact]
    public void A_guard_of_its_own_holds_for_its_layer_alone()
    {
        List<CaseResult> results = [.. Pairs.Of(worse: 3, better: 3, bothPassed: 94), .. Pairs.Of(worse: 3, better: 3, bothPassed: 94, layer: "prompt")];
        var gate = new Gate { Margin = 0.10, Layers = new Dictionary<string, LayerRule> { ["prompt"] = new(0.10, 0.02, null) } };

        var comparison = Pairs.Compare(results, gate);

        comparison.Layers[0].Verdict.ShouldBe(Verdict.Pass);
        comparison.Layers[1].Verdict.ShouldBe(Verdict.NotDecided);
        comparison.Layers[1].Sentence.ShouldContain("(guard 2)");
        comparison.Verdict.ShouldBe(Verdict.NotDecided);
        comparison.Sentence.ShouldStartWith("Not decided: prompt: ");
    }

    [Fact]
    public void A_drop_beyond_a_guard_below_the_margin_is_a_regression()
    {
        var gate = new Gate { Margin = 0.05, Layers = new Dictionary<string, LayerRule> { ["retrieval"] = new(0.05, 0.01, null) } };

        var comparison = Pairs.Compare(Pairs.Of(worse: 40, better: 10, bothPassed: 1950), gate);

        comparison.Overall.Verdict.ShouldBe(Verdict.Pass);
        comparison.Layers.Single().Verdict.ShouldBe(Verdict.Regression);
        comparison.Verdict.ShouldBe(Verdict.Regression);
    }

    [Fact]
    public void A_layer_that_regressed_is_the_verdict_whatever_overall_says()
    {
        var comparison = Pairs.Compare([.. Pairs.Of(worse: 12, bothPassed: 38), .. Pairs.Of(bothPassed: 600, layer: "prompt")]);

        comparison.Overall.Verdict.ShouldBe(Verdict.Pass);
        comparison.Verdict.ShouldBe(Verdict.Regression);
        comparison.Sentence.ShouldStartWith("Regression in retrieval: 12 got worse, 0 got better of 50 (Holm p < .001 over 3 hypotheses). ");
    }

    [Fact]
    public void Too_many_lost_pairs_take_a_pass_away()
    {
        var comparison = Pairs.Compare([.. Pairs.Of(bothPassed: 97), .. Pairs.Many(3, "lost", Outcome.Passed, Outcome.Errored)]);

        comparison.Verdict.ShouldBe(Verdict.NotDecided);
        comparison.Sentence.ShouldBe("Not decided: 3 cases errored, 0 unscored of 100, 3.0 % of the pairs; the gate allows 2 %.");
    }

    [Fact]
    public void Too_many_lost_pairs_take_a_regression_away()
    {
        var comparison = Pairs.Compare([.. Pairs.Of(worse: 20, bothPassed: 77), .. Pairs.Many(3, "lost", Outcome.Passed, Outcome.Unscored)]);

        comparison.Verdict.ShouldBe(Verdict.NotDecided);
    }

    [Fact]
    public void As_many_lost_pairs_as_the_gate_allows_leave_the_verdict() =>
        Pairs.Compare([.. Pairs.Of(bothPassed: 98), .. Pairs.Many(2, "lost", Outcome.Passed, Outcome.Errored)]).Verdict.ShouldBe(Verdict.Pass);

    [Fact]
    public void A_partial_run_is_not_decided()
    {
        var comparison = Comparer.Compare(Pairs.Of(bothPassed: 199), new ComparisonFrame(Pairs.LayersOf("retrieval"), new Gate(), new Coverage(Planned: 200, Ran: 199), 1));

        comparison.Verdict.ShouldBe(Verdict.NotDecided);
        comparison.Sentence.ShouldBe("Not decided: 199 of 200 cases ran.");
    }

    [Fact]
    public void A_plan_without_cases_is_not_decided()
    {
        var comparison = Pairs.Compare([]);

        comparison.Verdict.ShouldBe(Verdict.NotDecided);
        comparison.Sentence.ShouldBe("Not decided: the plan has no cases.");
    }

    [Fact]
    public void A_run_in_which_nothing_was_scored_is_not_decided()
    {
        var comparison = Pairs.Compare([.. Pairs.Many(60, "lost", Outcome.Unscored, Outcome.Errored)], new Gate { MaxUnscored = 1 });

        comparison.Verdict.ShouldBe(Verdict.NotDecided);
        comparison.Sentence.ShouldBe("Not decided: nothing was scored; 60 cases errored, 0 unscored.");
        comparison.Overall.P.ShouldBeNull();
        comparison.Overall.Baseline.ShouldBeNull();
    }

    [Fact]
    public void A_layer_in_which_nothing_was_scored_keeps_the_run_open()
    {
        var silent = Pairs.Many(20, "silent", Outcome.Passed, Outcome.Passed).Select(r => new CaseResult(r.Key,
            [new LayerCells("retrieval", r.Baseline, r.Candidate), new LayerCells("prompt", new Cell(), new Cell())], r.Baseline, r.Candidate));

        var comparison = Pairs.Compare([.. Pairs.Of(bothPassed: 100), .. silent]);

        comparison.Overall.Verdict.ShouldBe(Verdict.Pass);
        comparison.Verdict.ShouldBe(Verdict.NotDecided);
        comparison.Sentence.ShouldBe("Not decided: prompt: nothing was scored.");
    }

    [Fact]
    public void Three_regressions_of_three_cases_are_no_evidence() => Pairs.Compare(Pairs.Of(worse: 3)).Verdict.ShouldBe(Verdict.NotDecided);
}
