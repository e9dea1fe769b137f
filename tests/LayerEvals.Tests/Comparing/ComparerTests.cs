using LayerEvals.Comparing;
using LayerEvals.Configs;

namespace LayerEvals.Tests.Comparing;

public sealed class ComparerTests
{
    [Fact]
    public void The_four_kinds_of_pairs_are_counted()
    {
        var overall = Pairs.Compare(Pairs.Of(worse: 3, better: 2, bothPassed: 5, bothFailed: 4)).Overall;

        overall.Tally.Regressions.ShouldBe(3);
        overall.Tally.Fixes.ShouldBe(2);
        overall.Tally.BothPassed.ShouldBe(5);
        overall.Tally.BothFailed.ShouldBe(4);
        overall.Tally.N.ShouldBe(14);
        overall.Tally.BaselineRate.ShouldBe(8 / 14.0);
        overall.Tally.CandidateRate.ShouldBe(7 / 14.0);
        overall.Difference!.Value.ShouldBe(-1 / 14.0, 1e-12);
    }

    [Fact]
    public void Swapping_sides_mirrors_the_comparison()
    {
        var results = Pairs.Of(worse: 9, better: 4, bothPassed: 80, bothFailed: 7);
        var there = Pairs.Compare(results).Overall;
        var back = Pairs.Compare([.. results.Select(r => Pairs.Pair(r.Key, r.Candidate, r.Baseline))]).Overall;

        back.Tally.Worse.ShouldBe(there.Tally.Better);
        back.Difference!.Value.ShouldBe(-there.Difference!.Value, 1e-12);
        back.DifferenceInterval!.Value.Lower.ShouldBe(-there.DifferenceInterval!.Value.Upper, 1e-12);
        back.P!.Value.ShouldBe(1 - there.P!.Value, 1e-12);
    }

    [Fact]
    public void The_order_of_the_cases_changes_nothing()
    {
        const int Seed = 20260901;
        var results = Pairs.Of(worse: 9, better: 4, bothPassed: 80, bothFailed: 7).ToArray();
        var there = Pairs.Compare(results);
        new Random(Seed).Shuffle(results);

        var shuffled = Pairs.Compare(results);

        shuffled.Sentence.ShouldBe(there.Sentence, $"seed {Seed}");
        shuffled.Overall.P.ShouldBe(there.Overall.P, $"seed {Seed}");
        shuffled.Overall.Bound.ShouldBe(there.Overall.Bound, $"seed {Seed}");
    }

    [Fact]
    public void A_pair_that_lost_a_side_leaves_the_denominator_and_is_counted_beside_it()
    {
        var overall = Pairs.Compare(
        [
            .. Pairs.Of(bothPassed: 10),
            Pairs.Pair("a/errored", Outcome.Passed, Outcome.Errored),
            Pairs.Pair("a/unscored", Outcome.Unscored, Outcome.Failed),
            Pairs.Pair("a/both", Outcome.Unscored, Outcome.Errored),
        ]).Overall;

        overall.Tally.N.ShouldBe(10);
        overall.Tally.Errored.ShouldBe(2);
        overall.Tally.Unscored.ShouldBe(1);
        overall.Tally.BaselineLost.ShouldBe(2);
        overall.Tally.CandidateLost.ShouldBe(2);
    }

    [Fact]
    public void A_pair_with_a_side_that_is_not_asked_for_anything_is_neither_compared_nor_lost()
    {
        var overall = Pairs.Compare([.. Pairs.Of(bothPassed: 10), Pairs.Pair("a/silent", Outcome.Failed, Outcome.NotApplicable)]).Overall;

        overall.Tally.N.ShouldBe(10);
        overall.Tally.Lost.ShouldBe(0);
    }

    [Fact]
    public void One_layer_and_overall_are_one_hypothesis()
    {
        var comparison = Pairs.Compare(Pairs.Of(worse: 8, better: 2, bothPassed: 90));

        comparison.Overall.HolmP!.Value.ShouldBe(0.03271484375, 1e-12);
        comparison.Layers.Single().HolmP!.Value.ShouldBe(0.03271484375, 1e-12);
    }

    [Fact]
    public void Two_layers_and_overall_are_three_hypotheses()
    {
        var comparison = Pairs.Compare([.. Pairs.Of(worse: 8, better: 2, bothPassed: 90), .. Pairs.Of(bothPassed: 50, layer: "prompt")]);

        // Overall and retrieval have the same p, and each must hold against three.
        comparison.Overall.HolmP!.Value.ShouldBe(3 * 0.03271484375, 1e-12);
        comparison.Layers[0].HolmP!.Value.ShouldBe(3 * 0.03271484375, 1e-12);
        comparison.Layers[1].HolmP!.Value.ShouldBe(0.5, 1e-12);
    }

    [Fact]
    public void Samples_of_a_case_are_averaged_and_never_counted_as_cases()
    {
        var worse = Enumerable.Range(1, 4).Select(i => Pairs.Pair($"a/{i}", Pairs.Sampled(Outcome.Passed, Outcome.Passed, Outcome.Passed), Pairs.Sampled(Outcome.Failed, Outcome.Failed, Outcome.Failed)));

        var overall = Pairs.Compare([.. worse], samples: 3).Overall;

        overall.Tally.N.ShouldBe(4);
        overall.P!.Value.ShouldBeGreaterThanOrEqualTo(McNemar.MidP(4, 0));
    }

    [Fact]
    public void A_case_that_lost_one_of_two_samples_got_worse_by_half()
    {
        var overall = Pairs.Compare([Pairs.Pair("a/1", Pairs.Sampled(Outcome.Passed, Outcome.Passed), Pairs.Sampled(Outcome.Passed, Outcome.Failed))], samples: 2).Overall;

        overall.Difference.ShouldBe(-0.5);
        overall.Tally.Worse.ShouldBe(["a/1"]);
        overall.Tally.CandidateRate.ShouldBe(0.5);
    }

    [Fact]
    public void Repeating_every_sample_proves_nothing_more()
    {
        var once = Pairs.Compare(Pairs.Of(worse: 5, bothPassed: 45)).Overall;
        var tenfold = Pairs.Compare([.. Pairs.Of(worse: 5, bothPassed: 45).Select(r => r with { })], samples: 10).Overall;

        tenfold.Tally.N.ShouldBe(50);
        // The t test and the mid-p differ a little; pooled to 500 cases it would be 2^-51.
        tenfold.P!.Value.ShouldBeGreaterThan(once.P!.Value / 2);
        tenfold.Verdict.ShouldBe(once.Verdict);
    }
}
