using LayerEvals.Comparing;

namespace LayerEvals.Tests.Comparing;

/// <summary>What holds of every comparison, whatever its numbers: counts, means of samples, clusters.</summary>
public sealed class LawTests
{
    const int Seed = 20260901;

    public static TheoryData<int, bool> Shapes => new() { { 1, false }, { 1, true }, { 3, false }, { 3, true } };

    [Theory, MemberData(nameof(Shapes))]
    public void Swapping_sides_mirrors_the_comparison(int samples, bool clustered) => Everywhere(samples, clustered, (results, there, say) =>
    {
        var back = Pairs.Compare([.. results.Select(r => Pairs.Pair(r.Key, r.Candidate, r.Baseline) with { Cluster = r.Cluster })], samples: samples).Overall;

        back.Tally.Worse.ShouldBe(there.Tally.Better, say);
        back.Difference!.Value.ShouldBe(-there.Difference!.Value, 1e-12, say);
        back.DifferenceInterval!.Value.Lower.ShouldBe(-there.DifferenceInterval!.Value.Upper, 1e-9, say);
        back.DesignEffect.ShouldBe(there.DesignEffect, 1e-9, say);
        // Exactly where only counts matter; above it where the signs hold the p up.
        if (samples == 1 && !clustered) back.P!.Value.ShouldBe(1 - there.P!.Value, 1e-12, say);
        else (back.P!.Value + there.P!.Value).ShouldBeGreaterThanOrEqualTo(1 - 1e-9, say);
    });

    [Theory, MemberData(nameof(Shapes))]
    public void The_order_of_the_cases_changes_nothing(int samples, bool clustered) => Everywhere(samples, clustered, (results, there, say) =>
    {
        var shuffled = results.ToArray();
        new Random(Seed).Shuffle(shuffled);

        var other = Pairs.Compare(shuffled, samples: samples).Overall;

        // Counts to the last bit; sums of thirds to the last but few.
        var allowed = samples == 1 && !clustered ? 0 : 1e-12;
        Math.Abs(other.P!.Value - there.P!.Value).ShouldBeLessThanOrEqualTo(allowed, say);
        Math.Abs(other.Bound!.Value - there.Bound!.Value).ShouldBeLessThanOrEqualTo(allowed, say);
        other.Verdict.ShouldBe(there.Verdict, say);
        other.Sentence.ShouldBe(there.Sentence, say);
    });

    [Theory, MemberData(nameof(Shapes))]
    public void Every_interval_contains_its_estimate_and_the_bound_is_inside(int samples, bool clustered) => Everywhere(samples, clustered, (_, there, say) =>
    {
        var (interval, difference) = (there.DifferenceInterval!.Value, there.Difference!.Value);

        difference.ShouldBeInRange(interval.Lower - 1e-12, interval.Upper + 1e-12, say);
        there.Bound!.Value.ShouldBeInRange(interval.Lower - 1e-12, difference + 1e-12, say);
        there.Tally.BaselineRate.ShouldBeInRange(there.Baseline!.Value.Lower - 1e-12, there.Baseline!.Value.Upper + 1e-12, say);
        there.Tally.CandidateRate.ShouldBeInRange(there.CandidateFloor!.Value.Lower - 1e-12, there.CandidateFloor!.Value.Upper + 1e-12, say);
    });

    [Theory, MemberData(nameof(Shapes))]
    public void Where_nothing_changed_the_bound_is_the_best_there_is(int samples, bool clustered)
    {
        var passed = Pairs.Sampled(Enumerable.Repeat<Outcome?>(Outcome.Passed, samples));
        var results = Enumerable.Range(0, 66).Select(i => Pairs.Pair($"a/{i}", passed, passed) with { Cluster = clustered ? $"document-{i / 3}" : null });

        var overall = Pairs.Compare([.. results], samples: samples).Overall;

        overall.Bound!.Value.ShouldBe(overall.BestBound!.Value, 1e-12);
    }

    [Fact]
    public void A_pair_that_both_sides_pass_never_lowers_a_bound_below_no_change() => Counts(60, (b, c, n) =>
    {
        var (before, after) = (Tango.Bound(b, c, n, 0.95), Tango.Bound(b, c, n + 1, 0.95));

        // A gain is diluted by cases that did not change, but never into a loss.
        if (b >= c) after.ShouldBeGreaterThanOrEqualTo(before - 1e-12, $"b {b}, c {c}, n {n}");
        else Math.Min(0, after).ShouldBeGreaterThanOrEqualTo(Math.Min(0, before) - 1e-12, $"b {b}, c {c}, n {n}");
    });

    [Fact]
    public void The_p_and_the_interval_agree_but_for_a_hair() => Counts(60, (b, c, n) =>
    {
        var (p, upper) = (McNemar.MidP(b, c), -Tango.Bound(c, b, n, 0.95));

        if (p < 0.03) upper.ShouldBeLessThan(0, $"b {b}, c {c}, n {n}");
        if (p > 0.065) upper.ShouldBeGreaterThanOrEqualTo(0, $"b {b}, c {c}, n {n}");
    });

    [Fact]
    public void The_p_is_the_share_of_tosses_as_lopsided_counted_one_by_one() => Counts(12, (b, c, _) =>
    {
        var heads = Enumerable.Range(0, 1 << (b + c)).Select(tosses => System.Numerics.BitOperations.PopCount((uint)tosses)).ToList();

        McNemar.MidP(b, c).ShouldBe((heads.Count(h => h > b) + heads.Count(h => h == b) / 2.0) / heads.Count, 1e-12);
    });

    static void Counts(int most, Action<int, int, int> law)
    {
        foreach (var n in new[] { 1, 2, 5, 12, 35, 60 }.Where(n => n <= most))
            for (var b = 0; b <= n; b++)
                for (var c = 0; b + c <= n; c++)
                    law(b, c, n);
    }

    static void Everywhere(int samples, bool clustered, Action<List<CaseResult>, LayerComparison, string> law)
    {
        var random = new Random(Seed);
        for (var round = 0; round < 40; round++)
        {
            var (cases, fails) = (random.Next(2, 120), random.NextDouble() * 0.6);
            List<CaseResult> results = [.. Enumerable.Range(0, cases).Select(i => Pairs.Pair($"a/{i}", Draw(0.2), Draw(fails)) with { Cluster = clustered ? $"document-{i / 3}" : null })];
            var overall = Pairs.Compare(results, samples: samples).Overall;
            if (overall.Bound is not null) law(results, overall, $"seed {Seed}, round {round}");
        }

        Cell Draw(double fails) => Pairs.Sampled(Enumerable.Range(0, samples).Select(_ => (Outcome?)(random.NextDouble() < fails ? Outcome.Failed : Outcome.Passed)));
    }
}
