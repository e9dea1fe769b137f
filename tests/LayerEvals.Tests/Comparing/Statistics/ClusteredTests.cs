using LayerEvals.Comparing;
using LayerEvals.Comparing.Statistics;

namespace LayerEvals.Tests.Comparing.Statistics;

public sealed class ClusteredTests
{
    // Mean 3/5; sums of residuals -0.2, 0.8, -0.6; (0.04/0.6 + 0.64/0.6 + 0.36/0.8)/25 = 0.0633333.
    // Σf² = 0.36; weights 4/15, 4/15, 1/20; pairs 2(16/225 + 1/75 + 1/75) = 44/225; 1/(0.36 + 44/225) = 1.8.
    [Fact]
    public void Three_clusters_by_hand()
    {
        var mean = ClusteredMean.Of([[0, 1], [1, 1], [0]]);

        mean.Mean.ShouldBe(0.6, 1e-15);
        mean.StandardError.ShouldBe(0.251661147842358, 1e-14);
        mean.DegreesOfFreedom.ShouldBe(1.8, 1e-14);
        mean.DesignEffect.ShouldBe(0.06333333333333333 / (0.3 / 5), 1e-14);
    }

    [Fact]
    public void Clusters_of_one_give_the_ordinary_t()
    {
        double[] values = [0.5, -0.25, 0, 1, -1, 0.75, -0.5];

        var mean = ClusteredMean.Of([.. values.Select(v => new[] { v })]);

        var average = values.Average();
        mean.StandardError.ShouldBeNear(Math.Sqrt(values.Sum(v => (v - average) * (v - average)) / 6 / 7), 1e-13);
        mean.DegreesOfFreedom.ShouldBeNear(6, 1e-13);
        mean.DesignEffect.ShouldBe(1, 1e-13);
        var plain = default(MeanDifference);
        foreach (var value in values) plain.Add(value);
        mean.PWorse().ShouldBe(plain.PWorse(), 1e-9);
    }

    [Fact]
    public void Equal_clusters_have_one_degree_of_freedom_less_than_clusters()
    {
        var mean = ClusteredMean.Of([.. Enumerable.Range(0, 12).Select(g => new double[] { g % 3, g % 2, g % 5, 1 })]);

        mean.DegreesOfFreedom.ShouldBeNear(11, 1e-13);
    }

    // The general form of Bell and McCaffrey for a column of ones: p_g = (I - H)_g A_g 1, df = (Σ p_g·p_g)²/ΣΣ(p_g·p_h)².
    [Fact]
    public void The_closed_form_of_the_degrees_of_freedom_agrees_with_the_matrices()
    {
        const int seed = 1207;
        var random = new Random(seed);
        for (var round = 0; round < 40; round++)
        {
            var sizes = Enumerable.Range(0, random.Next(2, 9)).Select(_ => random.Next(1, 8)).ToArray();
            var n = sizes.Sum();
            var vectors = sizes.Select((size, g) => Projected(sizes, g, n)).ToArray();
            var trace = vectors.Sum(p => Dot(p, p));
            var squares = vectors.Sum(p => vectors.Sum(q => Dot(p, q) * Dot(p, q)));

            var mean = ClusteredMean.Of([.. sizes.Select(size => Enumerable.Repeat(1.0, size).ToArray())]);

            mean.DegreesOfFreedom.ShouldBeNear(trace * trace / squares, 1e-11, $"seed {seed}, round {round}: {string.Join(", ", sizes)}");
        }

        static double[] Projected(int[] sizes, int g, int n)
        {
            var (start, size) = (sizes[..g].Sum(), sizes[g]);
            // A_g 1 is a multiple of 1, by the series of (I - H_gg)^(-1/2) on a vector that H_gg only scales.
            var (scale, term) = (0.0, 1.0);
            for (var k = 0; k < 20_000; k++)
            {
                scale += term;
                term *= (k + 0.5) / (k + 1) * size / n;
            }
            return [.. Enumerable.Range(0, n).Select(i => scale * ((i >= start && i < start + size ? 1 : 0) - (double)size / n))];
        }

        static double Dot(double[] one, double[] other) => one.Zip(other, (a, b) => a * b).Sum();
    }

    [Fact]
    public void One_cluster_has_no_error() =>
        Should.Throw<ArgumentException>(() => ClusteredMean.Of([[1, 0, 1]])).Message.ShouldStartWith("Two clusters are the least that have an error, found 1.");

    [Fact]
    public void Nothing_that_varies_is_certain()
    {
        ClusteredMean.Of([[0, 0], [0]]).PWorse().ShouldBe(0.5);
        ClusteredMean.Of([[-1, -1], [-1]]).PWorse().ShouldBe(0);
        ClusteredMean.Of([[0, 0], [0]]).DesignEffect.ShouldBe(1);
    }

    [Fact]
    public void The_p_and_the_interval_agree_and_swapping_the_sides_mirrors_both()
    {
        const int seed = 1208;
        var random = new Random(seed);
        for (var round = 0; round < 500; round++)
        {
            double[][] clusters = [.. Enumerable.Range(0, random.Next(3, 30)).Select(_ => Enumerable.Range(0, random.Next(1, 6)).Select(_ => random.Next(-3, 3) / 3.0).ToArray())];
            var mean = ClusteredMean.Of(clusters);
            var swapped = ClusteredMean.Of([.. clusters.Select(g => g.Select(v => -v).ToArray())]);
            var interval = mean.Interval(0.9);
            var say = $"seed {seed}, round {round}";

            (mean.PWorse() < 0.05).ShouldBe(interval.Upper < 0, say);
            interval.Lower.ShouldBeLessThanOrEqualTo(mean.Mean, say);
            (mean.PWorse() + swapped.PWorse()).ShouldBe(1, 1e-12, say);
            interval.Lower.ShouldBe(-swapped.Interval(0.9).Upper, 1e-12, say);
        }
    }

    [Fact]
    public void No_change_in_thirty_clusters_by_hand()
    {
        // t(.95, 29) = 1.6991270265; -t²/(50 + t²).
        new ClusteredPairs(0, 0, 100, DesignEffect: 2, Clusters: 30).Bound(0.95).ShouldBeNear(-0.0545886677227144, 1e-11);
    }

    [Fact]
    public void The_shrunk_bound_and_its_p_agree()
    {
        const int seed = 1209;
        var random = new Random(seed);
        for (var round = 0; round < 500; round++)
        {
            var n = random.Next(20, 400);
            var pairs = new ClusteredPairs(random.Next(n / 4), random.Next(n / 4), n, 1 + random.NextDouble() * 3, random.Next(5, 80));
            var margin = 0.01 + random.NextDouble() * 0.3;

            (pairs.P(margin) < 0.05).ShouldBe(pairs.Bound(0.95) > -margin, $"seed {seed}, round {round}: {pairs}, margin {margin:R}");
        }
    }

    [Fact]
    public void A_larger_design_effect_never_raises_the_bound()
    {
        foreach (var effect in new[] { 1.0, 1.5, 2, 4 })
            new ClusteredPairs(4, 3, 200, effect, 40).Bound(0.95).ShouldBeGreaterThan(new ClusteredPairs(4, 3, 200, effect + 0.5, 40).Bound(0.95));
        new ClusteredPairs(4, 3, 200, 1, 40).Bound(0.95).ShouldBeLessThan(Tango.Bound(4, 3, 200, 0.95));
    }
}
