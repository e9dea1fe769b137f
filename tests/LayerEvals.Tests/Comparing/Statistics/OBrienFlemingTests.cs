using LayerEvals.Comparing.Statistics;

namespace LayerEvals.Tests.Comparing.Statistics;

public sealed class OBrienFlemingTests
{
    // STATISTICS 1.9; Jennison and Turnbull 2000, table 2.3.
    [Theory]
    [InlineData(2, new[] { 2.373, 1.678 })]
    [InlineData(3, new[] { 2.961, 2.094, 1.710 })]
    [InlineData(4, new[] { 3.466, 2.451, 2.001, 1.733 })]
    [InlineData(5, new[] { 3.915, 2.768, 2.260, 1.958, 1.751 })]
    public void The_boundaries_are_the_published_ones(int looks, double[] published)
    {
        var boundaries = OBrienFleming.Boundaries(looks);

        boundaries.Length.ShouldBe(looks);
        for (var i = 0; i < looks; i++) boundaries[i].ShouldBe(published[i], 0.0005);
    }

    // The chance that a random walk of normal steps crosses at some look, by the recursion of Armitage, McPherson and Rowe (1969, JRSS A 132) on a grid of Simpson's rule.
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Together_the_looks_are_wrong_five_times_in_a_hundred(int looks)
    {
        const int cells = 600;
        var boundaries = OBrienFleming.Boundaries(looks);
        var end = boundaries[^1] * Math.Sqrt(looks);
        var start = -9 * Math.Sqrt(looks);
        var step = (end - start) / cells;
        var points = Enumerable.Range(0, cells + 1).Select(i => start + i * step).ToArray();
        var weights = points.Select((_, i) => step / 3 * (i is 0 or cells ? 1 : i % 2 == 1 ? 4 : 2)).ToArray();

        var density = points.Select(Normal).ToArray();
        var crossed = Gaussian.Above(end);
        for (var look = 2; look <= looks; look++)
        {
            crossed += points.Select((s, i) => weights[i] * density[i] * Gaussian.Above(end - s)).Sum();
            density = [.. points.Select(t => points.Select((s, i) => weights[i] * density[i] * Normal(t - s)).Sum())];
        }

        crossed.ShouldBe(0.05, 1e-8);
        for (var j = 1; j <= looks; j++) (boundaries[j - 1] * Math.Sqrt(j)).ShouldBe(end, 1e-12);

        static double Normal(double x) => Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI);
    }

    [Fact]
    public void Other_numbers_of_looks_are_refused() => Should.Throw<ArgumentOutOfRangeException>(() => OBrienFleming.Boundaries(6));
}
