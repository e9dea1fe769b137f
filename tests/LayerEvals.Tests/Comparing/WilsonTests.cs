using LayerEvals.Comparing;

namespace LayerEvals.Tests.Comparing;

public sealed class WilsonTests
{
    [Fact]
    public void Forty_five_of_fifty()
    {
        // z = 1.959964, p = .9: centre (.9 + .0384146)/1.0768292 = .8714565, half-width .0850636/... = .0850638 (STATISTICS 1.1).
        var interval = Wilson.Of(45, 50, 0.95);

        interval.Lower.ShouldBe(0.7863977, 5e-8);
        interval.Upper.ShouldBe(0.9565242, 5e-8);
    }

    [Fact]
    public void None_of_n_starts_at_zero_and_all_of_n_ends_at_one()
    {
        Wilson.Of(0, 20, 0.95).Lower.ShouldBe(0);
        Wilson.Of(20, 20, 0.95).Upper.ShouldBe(1);
    }

    [Fact]
    public void Swapping_passed_and_failed_mirrors_the_interval()
    {
        for (var passed = 0; passed <= 30; passed++)
        {
            var interval = Wilson.Of(passed, 30, 0.95);
            var mirrored = Wilson.Of(30 - passed, 30, 0.95);

            mirrored.Lower.ShouldBe(1 - interval.Upper, 1e-12);
            mirrored.Upper.ShouldBe(1 - interval.Lower, 1e-12);
        }
    }

    [Fact]
    public void The_interval_contains_the_rate()
    {
        for (var n = 1; n <= 40; n++)
            for (var passed = 0; passed <= n; passed++)
            {
                var interval = Wilson.Of(passed, n, 0.95);

                interval.Lower.ShouldBeLessThanOrEqualTo((double)passed / n);
                interval.Upper.ShouldBeGreaterThanOrEqualTo((double)passed / n);
            }
    }

    [Fact]
    public void No_case_has_no_interval() => Should.Throw<ArgumentOutOfRangeException>(() => Wilson.Of(0, 0, 0.95));
}
