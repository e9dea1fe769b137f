using LayerEvals.Comparing;

namespace LayerEvals.Tests.Comparing;

public sealed class TangoTests
{
    // The table of Bentur 2009 as Fagerland 2014 uses it: both 1, first only 1, second only 7, neither 12. Its difference is (1 - 7)/21, so b = 7 and c = 1.
    [Fact]
    public void The_table_of_Bentur()
    {
        var interval = Tango.Interval(7, 1, 21, 0.95);

        interval.Lower.ShouldBe(-0.51723228, 5e-9);
        interval.Upper.ShouldBe(-0.02600303, 5e-9);
    }

    [Fact]
    public void The_contact_lenses_of_Tango() => Tango.Z(1, 0, 44, -0.1).ShouldBe(1.70856429, 5e-9);

    [Fact]
    public void Swapping_sides_mirrors_the_interval() => Everywhere((b, c, n, interval) =>
    {
        var mirrored = Tango.Interval(c, b, n, 0.95);

        mirrored.Lower.ShouldBe(-interval.Upper, 1e-12);
        mirrored.Upper.ShouldBe(-interval.Lower, 1e-12);
    });

    [Fact]
    public void The_interval_contains_the_difference_and_stays_within_one() => Everywhere((b, c, n, interval) =>
    {
        var difference = (double)(c - b) / n;

        interval.Lower.ShouldBeInRange(-1, difference + 1e-12);
        interval.Upper.ShouldBeInRange(difference - 1e-12, 1);
    });

    [Fact]
    public void One_more_regression_never_raises_the_bound() => Everywhere((b, c, n, _) =>
    {
        if (b + c < n) Tango.Bound(b + 1, c, n, 0.95).ShouldBeLessThanOrEqualTo(Tango.Bound(b, c, n, 0.95));
    });

    [Fact]
    public void The_bound_is_where_the_score_is_the_quantile()
    {
        var bound = Tango.Bound(7, 1, 21, 0.95);

        Tango.Z(7, 1, 21, bound).ShouldBe(1.6448536, 1e-6);
    }

    [Fact]
    public void Every_case_lost_is_bounded_by_minus_one() => Tango.Bound(20, 0, 20, 0.95).ShouldBe(-1);

    [Fact]
    public void A_million_cases_do_not_overflow()
    {
        var interval = Tango.Interval(300_000, 200_000, 1_000_000, 0.95);

        interval.Lower.ShouldBeInRange(-0.1014, -0.1);
        interval.Upper.ShouldBeInRange(-0.1, -0.0986);
    }

    static void Everywhere(Action<int, int, int, Interval> law)
    {
        foreach (var n in new[] { 1, 2, 7, 21, 60 })
            for (var b = 0; b <= n; b += 1 + n / 12)
                for (var c = 0; b + c <= n; c += 1 + n / 12)
                    law(b, c, n, Tango.Interval(b, c, n, 0.95));
    }
}
