using LayerEvals.Comparing;
using LayerEvals.Comparing.Statistics;

namespace LayerEvals.Tests.Comparing.Statistics;

public sealed class PairedIntervalTests
{
    // Bentur 2009, as used by Fagerland, Lydersen and Laake 2014.
    static readonly PairedTable Bentur = new(BothPassed: 1, Regressions: 7, Fixes: 1, BothFailed: 12);

    [Fact]
    public void Newcombe_10_of_the_published_table()
    {
        var interval = Newcombe.Interval(Bentur, 0.95);

        interval.Lower.ShouldBe(-0.50692023, 5e-9);
        interval.Upper.ShouldBe(-0.02555912, 5e-9);
    }

    // The usual mix-up: with the correlation left uncorrected it would be [-0.03964883, -0.00041602].
    [Fact]
    public void Newcombe_is_method_10_and_not_method_8()
    {
        var interval = Newcombe.Interval(new PairedTable(700, 60, 40, 200), 0.95);

        interval.Lower.ShouldBe(-0.0397455981225, 1e-12);
        interval.Upper.ShouldBe(-0.000318188940771, 1e-12);
    }

    // (830000)(170000)(825000)(175000) is 2e22; 64 bits end at 9.2e18.
    [Fact]
    public void Newcombe_of_a_million_pairs_does_not_overflow()
    {
        var interval = Newcombe.Interval(new PairedTable(800_000, 30_000, 25_000, 145_000), 0.95);

        interval.Lower.ShouldBe(-0.00545959407877, 1e-13);
        interval.Upper.ShouldBe(-0.00454047807303, 1e-13);
    }

    [Theory]
    [InlineData(5, 0, 0, 5, (25 - 5) / 25.0)]
    [InlineData(3, 2, 2, 2, 0)]
    [InlineData(1, 4, 4, 1, -15 / 25.0)]
    [InlineData(9, 0, 1, 0, 0)]
    public void Phi_is_corrected_towards_zero(int a, int b, int c, int d, double phi) => Newcombe.Phi(new PairedTable(a, b, c, d)).ShouldBe(phi, 1e-15);

    [Fact]
    public void Bonett_and_Price_by_hand()
    {
        // (1 + 1)/23 - (7 + 1)/23 = -6/23; variance (10/23 - 36/529)/23.
        var half = 1.959963984540054 * Math.Sqrt((10 / 23.0 - 36 / 529.0) / 23);

        var interval = BonettPrice.Interval(7, 1, 21, 0.95);

        interval.Lower.ShouldBe(-6 / 23.0 - half, 1e-14);
        interval.Upper.ShouldBe(-0.01337982, 5e-9);
        BonettPrice.Bound(7, 1, 21, 0.975).ShouldBe(interval.Lower, 1e-14);
    }

    [Fact]
    public void The_example_of_Tango()
    {
        TangoTest.Z(1, 0, 44, -0.1).ShouldBe(1.70856429, 5e-9);
        TangoTest.P(1, 0, 44, 0.1).ShouldBe(0.04376584, 5e-9);
    }

    [Fact]
    public void Swapping_the_sides_mirrors_every_interval()
    {
        const int seed = 9001;
        var random = new Random(seed);
        for (var round = 0; round < 1000; round++)
        {
            var table = Some(random);
            var swapped = table with { Regressions = table.Fixes, Fixes = table.Regressions };
            var say = $"seed {seed}, round {round}: {table}";

            Mirrored(Newcombe.Interval(table, 0.95), Newcombe.Interval(swapped, 0.95), say);
            Mirrored(BonettPrice.Interval(table.Regressions, table.Fixes, table.N, 0.95), BonettPrice.Interval(table.Fixes, table.Regressions, table.N, 0.95), say);
            Mirrored(Tango.Interval(table.Regressions, table.Fixes, table.N, 0.95), Tango.Interval(table.Fixes, table.Regressions, table.N, 0.95), say);
        }

        static void Mirrored(Interval one, Interval other, string say)
        {
            one.Lower.ShouldBe(-other.Upper, 1e-12, say);
            one.Upper.ShouldBe(-other.Lower, 1e-12, say);
        }
    }

    [Fact]
    public void Score_intervals_hold_the_estimate_and_stay_within_one()
    {
        const int seed = 9002;
        var random = new Random(seed);
        for (var round = 0; round < 1000; round++)
        {
            var table = Some(random);
            foreach (var interval in new[] { Newcombe.Interval(table, 0.95), Tango.Interval(table.Regressions, table.Fixes, table.N, 0.95) })
            {
                var say = $"seed {seed}, round {round}: {table}, {interval}";
                interval.Lower.ShouldBeInRange(-1 - 1e-12, table.Difference + 1e-12, say);
                interval.Upper.ShouldBeInRange(table.Difference - 1e-12, 1 + 1e-12, say);
            }
        }
    }

    [Fact]
    public void The_p_at_a_margin_agrees_with_the_bound()
    {
        const int seed = 9003;
        var random = new Random(seed);
        for (var round = 0; round < 2000; round++)
        {
            var (table, margin) = (Some(random), 0.01 + random.NextDouble() * 0.3);
            var (b, c, n) = (table.Regressions, table.Fixes, table.N);

            (TangoTest.P(b, c, n, margin) < 0.05).ShouldBe(Tango.Bound(b, c, n, 0.95) > -margin, $"seed {seed}, round {round}: {table}, margin {margin:R}");
        }
    }

    [Fact]
    public void With_whole_counts_it_is_the_gates_own_Tango()
    {
        const int seed = 9004;
        var random = new Random(seed);
        for (var round = 0; round < 1000; round++)
        {
            var table = Some(random);
            var (b, c, n) = (table.Regressions, table.Fixes, table.N);
            var delta = random.NextDouble() * 1.8 - 0.9;

            TangoTest.Z(b, c, n, delta).ShouldBe(Tango.Z(b, c, n, delta), 1e-12, $"seed {seed}, round {round}: {table}");
            TangoTest.Bound(b, c, n, Gaussian.Quantile(0.95)).ShouldBe(Tango.Bound(b, c, n, 0.95), 1e-12, $"seed {seed}, round {round}: {table}");
        }
    }

    // Of a bound below zero, that is: where every case was fixed, one more unchanged case does make the gain smaller.
    [Fact]
    public void One_more_pair_that_passes_on_both_sides_never_lowers_a_bound()
    {
        const int seed = 9005;
        var random = new Random(seed);
        for (var round = 0; round < 2000; round++)
        {
            var table = Some(random);
            var (b, c, n) = (table.Regressions, table.Fixes, table.N);
            var say = $"seed {seed}, round {round}: {table}";

            if (Tango.Bound(b, c, n, 0.95) is < 0 and var tango) Tango.Bound(b, c, n + 1, 0.95).ShouldBeGreaterThanOrEqualTo(tango - 1e-12, say);
            if (c <= b && BonettPrice.Bound(b, c, n, 0.95) is var wald) BonettPrice.Bound(b, c, n + 1, 0.95).ShouldBeGreaterThanOrEqualTo(wald - 1e-12, say);
            if (c <= b) TangoTest.P(b, c, n + 1, 0.05).ShouldBeLessThanOrEqualTo(TangoTest.P(b, c, n, 0.05) + 1e-12, say);
        }
    }

    static PairedTable Some(Random random)
    {
        var n = random.Next(1, 400);
        var b = random.Next(0, n + 1);
        var c = random.Next(0, n - b + 1);
        var a = random.Next(0, n - b - c + 1);
        return new PairedTable(a, b, c, n - a - b - c);
    }
}
