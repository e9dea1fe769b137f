using LayerEvals.Comparing.Statistics;

namespace LayerEvals.Tests.Comparing.Statistics;

public sealed class QuantileTests
{
    // Four values: the place of the median is 3 x 0.5 = 1.5, between 2 and 3; of the 95th percentile 2.85, so 3 + 0.85 x 7.
    [Theory]
    [InlineData(0.5, 2.5)]
    [InlineData(0.95, 8.95)]
    [InlineData(0, 1)]
    [InlineData(1, 10)]
    public void Between_two_values_it_interpolates(double share, double expected) => Quantile.Of([10, 1, 3, 2], share)!.Value.ShouldBe(expected, 1e-12);

    [Fact]
    public void Of_nothing_there_is_none() => Quantile.Of([], 0.5).ShouldBeNull();
}
