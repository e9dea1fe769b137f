using LayerEvals.Comparing;
using LayerEvals.Comparing.Statistics;

namespace LayerEvals.Tests.Comparing.Statistics;

public sealed class PassPowerTests
{
    // STATISTICS 2.6. Its numbers are on or up to nine cases behind the first that reaches 80 %: the chance is a saw, and every one of them does reach it.
    [Theory]
    [InlineData(0.02, 0.02, 398, 404, 310)]
    [InlineData(0.02, 0.05, 810, 819, 773)]
    [InlineData(0.02, 0.10, 1565, 1566, 1546)]
    [InlineData(0.02, 0.20, 3097, 3097, 3092)]
    [InlineData(0.03, 0.02, 206, 209, 138)]
    [InlineData(0.03, 0.05, 380, 380, 344)]
    [InlineData(0.03, 0.10, 705, 707, 687)]
    [InlineData(0.03, 0.20, 1381, 1385, 1374)]
    [InlineData(0.05, 0.02, 87, 88, 50)]
    [InlineData(0.05, 0.05, 158, 161, 124)]
    [InlineData(0.05, 0.10, 263, 263, 248)]
    [InlineData(0.05, 0.20, 501, 502, 495)]
    [InlineData(0.10, 0.02, 42, 44, 13)]
    [InlineData(0.10, 0.05, 49, 49, 31)]
    [InlineData(0.10, 0.10, 74, 78, 62)]
    [InlineData(0.10, 0.20, 130, 131, 124)]
    public void The_cases_to_pass_when_nothing_changed_are_those_of_the_table(double margin, double background, int fewest, int table, int approximate)
    {
        var pass = new PassPower(margin, 0.95);
        var truth = PairedTruth.Of(background, 0);

        pass.CasesNeeded(truth, 0.8).ShouldBe(fewest);

        table.ShouldBeInRange(fewest, fewest + 9);
        pass.Of(table, truth).ShouldBeGreaterThanOrEqualTo(0.8);
        pass.Of(fewest - 1, truth).ShouldBeLessThan(0.8);
        Math.Ceiling(SampleSize.ToPass(truth, margin, 0.95, 0.8)).ShouldBe(approximate);
    }

    // STATISTICS-TABLES 2.2.
    [Theory]
    [InlineData(0.02, 0.02, 300, 68.2, 4.5)]
    [InlineData(0.02, 0.10, 50, 94.0, 4.6)]
    [InlineData(0.05, 0.03, 100, 30.0, 4.1)]
    [InlineData(0.05, 0.05, 100, 58.4, 4.5)]
    [InlineData(0.10, 0.05, 50, 24.1, 4.8)]
    [InlineData(0.20, 0.05, 1000, 97.0, 5.0)]
    public void The_chance_to_pass_is_that_of_the_table(double background, double margin, int n, double unchanged, double atTheMargin)
    {
        var pass = new PassPower(margin, 0.95);

        (100 * pass.Of(n, PairedTruth.Of(background, 0))).ShouldBe(unchanged, 0.0501);
        (100 * pass.Of(n, PairedTruth.Of(background, margin))).ShouldBe(atTheMargin, 0.0501);
    }

    [Fact]
    public void Where_nothing_ever_changes_fifty_two_cases_are_enough_and_fifty_one_are_not()
    {
        var pass = new PassPower(0.05, 0.95);

        pass.Of(51, default).ShouldBe(0);
        pass.Of(52, default).ShouldBe(1);
        pass.CasesNeeded(default, 0.8).ShouldBe(ZeroDiscordance.CasesNeeded(0.05, 0.95));
    }

    [Fact]
    public void A_drop_of_the_margin_is_never_passed_on_purpose()
    {
        new PassPower(0.05, 0.95).CasesNeeded(PairedTruth.Of(0.05, 0.05), 0.8).ShouldBeNull();
        new PassPower(0.0001, 0.95).CasesNeeded(PairedTruth.Of(0.5, 0), 0.8).ShouldBeNull();
    }

    [Fact]
    public void It_is_what_counting_every_table_gives()
    {
        foreach (var (n, truth, margin) in new[] { (30, new PairedTruth(0.03, 0.06), 0.1), (45, new PairedTruth(0.01, 0.01), 0.06), (25, new PairedTruth(0.3, 0.5), 0.2) })
        {
            var expected = Tables.Probability(n, truth, (b, c) => Tango.Bound(b, c, n, 0.95) > -margin);

            new PassPower(margin, 0.95).Of(n, truth).ShouldBeNear(expected, 1e-10, $"{n}, {truth}, {margin}");
        }
    }

    [Fact]
    public void Of_all_sizes_none_smaller_reaches_the_power()
    {
        foreach (var (margin, background, drop, power) in new[] { (0.05, 0.02, 0.0, 0.8), (0.1, 0.1, 0.02, 0.9), (0.2, 0.3, 0.0, 0.5), (0.05, 0.0, 0.003, 0.95) })
        {
            var pass = new PassPower(margin, 0.95);
            var truth = PairedTruth.Of(background, drop);
            var first = 1;
            while (pass.Of(first, truth) < power) first++;

            pass.CasesNeeded(truth, power).ShouldBe(first, $"margin {margin}, background {background}, drop {drop}, power {power}");
        }
    }

    [Fact]
    public void A_million_cases_are_no_trouble()
    {
        var chance = new PassPower(0.005, 0.95).Of(1_000_000, PairedTruth.Of(0.1, 0.004));

        // The normal approximation: Φ(1000·0.001/√(0.104 - 0.004²) - 1.645) = 0.9273.
        chance.ShouldBe(0.927, 0.001);
    }
}
