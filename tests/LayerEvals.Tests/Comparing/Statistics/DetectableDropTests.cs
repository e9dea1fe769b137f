using LayerEvals.Comparing.Statistics;

namespace LayerEvals.Tests.Comparing.Statistics;

public sealed class DetectableDropTests
{
    // STATISTICS 2.6 has 15.0 and 22.0 points here, 46.5 and 30.8 in the example of 2.7.
    [Theory]
    [InlineData(50, 1, 15.0)]
    [InlineData(50, 7, 22.0)]
    [InlineData(20, 7, 46.5)]
    [InlineData(20, 1, 30.8)]
    [InlineData(1000, 7, 2.9)]
    public void The_drops_are_those_of_the_table(int n, int hypotheses, double points) =>
        (100 * DetectableDrop.Of(n, 0.05 / hypotheses, 0.05, 0.8)!.Value).ShouldBe(points, 0.0501);

    [Theory]
    [InlineData(21_000, 0.05, 1)]
    [InlineData(21_000, 0.05, 9)]
    [InlineData(60_000, 0.02, 9)]
    [InlineData(5_500, 0.20, 9)]
    public void Beyond_a_thousand_changes_it_is_within_three_thousandths_of_a_point_of_the_exact_drop(int n, double discordance, int hypotheses)
    {
        (n * discordance).ShouldBeGreaterThan(DetectableDrop.MostChangesCounted);

        var drop = DetectableDrop.Of(n, 0.05 / hypotheses, discordance, 0.8)!.Value;

        (100 * drop).ShouldBe(100 * new McNemarPower(0.05 / hypotheses).SmallestDrop(n, discordance, 0.8)!.Value, 0.003);
    }

    [Fact]
    public void Three_cases_show_nothing() => DetectableDrop.Of(3, 0.05, 0.05, 0.8).ShouldBeNull();

    // Where nothing else changes, four regressions show and three do not: the drop of a million cases is the share that gives four in four of five tries.
    [Fact]
    public void A_million_cases_without_background_are_counted_exactly()
    {
        var drop = DetectableDrop.Of(1_000_000, 0.05, 0, 0.8)!.Value;

        new McNemarPower(0.05).Of(1_000_000, new PairedTruth(drop, 0)).ShouldBe(0.8, 1e-8);
        (1e6 * drop).ShouldBe(5.515, 0.001);
    }

    [Fact]
    public void A_million_cases_by_Connor()
    {
        // ((1.644854 √(.05 + δ) + 0.841621 √(.05 + δ - δ²))/1000 = δ at δ = .000558.
        DetectableDrop.Of(1_000_000, 0.05, 0.05, 0.8)!.Value.ShouldBe(0.000559, 0.000001);
    }
}
