using LayerEvals.Comparing;
using LayerEvals.Comparing.Statistics;

namespace LayerEvals.Tests.Comparing.Statistics;

public sealed class McNemarPowerTests
{
    // STATISTICS 2.6, at a background of 0, 2, 5, 10 and 20 %, alone and as the first of seven in Holm's order.
    [Theory]
    [InlineData(20, 1, new[] { 25.9, 27.8, 30.8, 35.1, 40.7 })]
    [InlineData(20, 7, new[] { 41.8, 43.7, 46.5, 51.1, 59.5 })]
    [InlineData(30, 1, new[] { 17.6, 19.6, 22.4, 25.8, 30.6 })]
    [InlineData(30, 7, new[] { 28.7, 30.5, 33.2, 37.5, 45.4 })]
    [InlineData(50, 1, new[] { 10.8, 12.7, 15.0, 17.6, 22.0 })]
    [InlineData(50, 7, new[] { 17.6, 19.4, 22.0, 26.0, 32.3 })]
    [InlineData(75, 1, new[] { 7.2, 9.1, 11.0, 13.3, 17.0 })]
    [InlineData(75, 7, new[] { 11.9, 13.6, 16.1, 19.8, 24.4 })]
    [InlineData(100, 1, new[] { 5.4, 7.2, 8.9, 11.0, 14.2 })]
    [InlineData(100, 7, new[] { 8.9, 10.7, 13.1, 16.2, 20.2 })]
    [InlineData(150, 1, new[] { 3.6, 5.3, 6.7, 8.5, 11.2 })]
    [InlineData(150, 7, new[] { 6.0, 7.7, 9.9, 12.3, 15.8 })]
    [InlineData(200, 1, new[] { 2.7, 4.2, 5.5, 7.1, 9.4 })]
    [InlineData(200, 7, new[] { 4.5, 6.2, 8.1, 10.1, 13.2 })]
    [InlineData(300, 1, new[] { 1.8, 3.1, 4.3, 5.6, 7.5 })]
    [InlineData(300, 7, new[] { 3.0, 4.6, 6.1, 7.9, 10.4 })]
    [InlineData(500, 1, new[] { 1.1, 2.2, 3.1, 4.2, 5.6 })]
    [InlineData(500, 7, new[] { 1.8, 3.3, 4.4, 5.8, 7.7 })]
    [InlineData(1000, 1, new[] { 0.6, 1.4, 2.1, 2.8, 3.8 })]
    [InlineData(1000, 7, new[] { 0.9, 2.0, 2.9, 3.8, 5.2 })]
    public void The_smallest_drops_are_those_of_the_table(int n, int tests, double[] points)
    {
        var power = new McNemarPower(0.05 / tests);

        double[] backgrounds = [0, 0.02, 0.05, 0.10, 0.20];

        for (var i = 0; i < points.Length; i++)
            (100 * power.SmallestDrop(n, backgrounds[i], 0.8)!.Value).ShouldBe(points[i], 0.0501, $"background {backgrounds[i]}");
    }

    // STATISTICS-TABLES 2.1, the column of mid-p.
    [Theory]
    [InlineData(0.05, 0, 100, 3.0)]
    [InlineData(0.05, 0.02, 300, 36.5)]
    [InlineData(0.05, 0.05, 1000, 100.0)]
    [InlineData(0.10, 0, 1000, 4.9)]
    [InlineData(0.10, 0.05, 300, 73.0)]
    [InlineData(0.20, 0.10, 100, 57.9)]
    [InlineData(0.20, 0.20, 20, 36.8)]
    public void The_power_is_that_of_the_table(double background, double drop, int n, double percent) =>
        (100 * new McNemarPower(0.05).Of(n, PairedTruth.Of(background, drop))).ShouldBe(percent, 0.0501);

    [Fact]
    public void Four_regressions_are_the_fewest_that_show()
    {
        // 1/2^m/2: 1/16 with three, 1/32 with four.
        new McNemarPower(0.05).Of(3, new PairedTruth(1, 0)).ShouldBe(0);
        new McNemarPower(0.05).Of(4, new PairedTruth(1, 0)).ShouldBe(1, 1e-15);
        new McNemarPower(0.05).SmallestDrop(3, 0.02, 0.8).ShouldBeNull();
    }

    [Fact]
    public void It_is_what_counting_every_table_gives()
    {
        foreach (var (n, truth) in new[] { (9, new PairedTruth(0.3, 0.1)), (25, new PairedTruth(0.2, 0.05)), (40, new PairedTruth(0.02, 0.02)), (30, new PairedTruth(0.6, 0.4)) })
        {
            var expected = Tables.Probability(n, truth, (b, c) => McNemar.MidP(b, c) <= 0.05);

            new McNemarPower(0.05).Of(n, truth).ShouldBeNear(expected, 1e-11, $"{n}, {truth}");
        }
    }

    [Fact]
    public void The_smallest_drop_has_the_power_that_was_asked_for()
    {
        var power = new McNemarPower(0.05);
        foreach (var n in new[] { 20, 137, 2000 })
            power.Of(n, PairedTruth.Of(0.05, power.SmallestDrop(n, 0.05, 0.8)!.Value)).ShouldBe(0.8, 1e-8);
    }

    [Fact]
    public void More_drop_is_more_power()
    {
        var power = new McNemarPower(0.05);
        var before = 0.0;
        for (var drop = 0.0; drop <= 0.9; drop += 0.01)
        {
            var now = power.Of(60, PairedTruth.Of(0.1, drop));
            now.ShouldBeGreaterThanOrEqualTo(before - 1e-12, $"drop {drop}");
            before = now;
        }
    }

    // STATISTICS 1.2: mid-p is wrong at most 5.02 % at realistic settings. It is not where every case changes: of ten, 5.5 %.
    [Fact]
    public void Where_nothing_got_worse_the_alarm_is_false_five_times_in_a_hundred_at_most()
    {
        var power = new McNemarPower(0.05);
        foreach (var n in new[] { 10, 20, 50, 100, 500, 2000 })
            foreach (var background in new[] { 0.01, 0.05, 0.1, 0.2, 0.3 })
                power.Of(n, PairedTruth.Of(background, 0)).ShouldBeLessThan(0.0503);
    }
}
