using LayerEvals.Comparing.Statistics;

namespace LayerEvals.Tests.Comparing.Statistics;

public sealed class ClopperPearsonTests
{
    [Fact]
    public void Eight_of_ten_is_the_published_interval()
    {
        var interval = ClopperPearson.Of(8, 10, 0.95);

        interval.Lower.ShouldBe(0.44390454, 5e-9);
        interval.Upper.ShouldBe(0.97478927, 5e-9);
    }

    [Theory]
    [InlineData(30, 0.09503)]
    [InlineData(59, 0.04951)]
    public void No_failure_in_n_rules_out_what_the_table_says(int n, double expected)
    {
        ClopperPearson.ZeroFailures(n, 0.95).ShouldBe(expected, 5e-6);
        ClopperPearson.ZeroFailures(n, 0.95).ShouldBeNear(1 - Math.Pow(0.05, 1.0 / n), 1e-13);
        ClopperPearson.Upper(0, n, 0.95).ShouldBe(ClopperPearson.ZeroFailures(n, 0.95));
    }

    [Fact]
    public void No_failure_in_a_million_keeps_its_digits() => ClopperPearson.ZeroFailures(1_000_000, 0.95).ShouldBeNear(2.9957277863525434e-6, 1e-12);

    [Fact]
    public void None_reaches_down_to_zero_and_all_up_to_one()
    {
        ClopperPearson.Of(0, 12, 0.95).Lower.ShouldBe(0);
        ClopperPearson.Of(12, 12, 0.95).Upper.ShouldBe(1);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(-1, 5)]
    [InlineData(6, 5)]
    public void Impossible_counts_are_refused(int passed, int n) => Should.Throw<ArgumentOutOfRangeException>(() => ClopperPearson.Of(passed, n, 0.95));

    [Fact]
    public void Each_limit_is_where_the_tail_weighs_what_is_left_over()
    {
        const int seed = 7701;
        var random = new Random(seed);
        for (var round = 0; round < 500; round++)
        {
            var n = random.Next(1, 20_000);
            var passed = random.Next(0, n + 1);

            var interval = ClopperPearson.Of(passed, n, 0.9);

            var say = $"seed {seed}, round {round}: {passed} of {n}";
            if (passed > 0) Binomial.AtLeast(passed, n, interval.Lower).ShouldBe(0.05, 1e-8, say);
            if (passed < n) Binomial.AtMost(passed, n, interval.Upper).ShouldBe(0.05, 1e-8, say);
            interval.Lower.ShouldBeLessThanOrEqualTo((double)passed / n, say);
            interval.Upper.ShouldBeGreaterThanOrEqualTo((double)passed / n, say);
        }
    }

    [Fact]
    public void Counting_failures_for_passes_mirrors_the_interval()
    {
        for (var passed = 0; passed <= 25; passed++)
        {
            var (one, other) = (ClopperPearson.Of(passed, 25, 0.95), ClopperPearson.Of(25 - passed, 25, 0.95));

            one.Lower.ShouldBe(1 - other.Upper, 1e-13);
            one.Upper.ShouldBe(1 - other.Lower, 1e-13);
        }
    }

    // STATISTICS 1.1, the coverage table, by exact enumeration.
    [Theory]
    [InlineData(0.85, 20, 97.8)]
    [InlineData(0.95, 50, 98.8)]
    [InlineData(0.99, 100, 98.2)]
    [InlineData(0.85, 300, 95.7)]
    public void It_covers_as_often_as_the_table_says(double p, int n, double percent)
    {
        var covered = 0.0;

        for (var x = 0; x <= n; x++)
            if (ClopperPearson.Of(x, n, 0.95) is var interval && interval.Lower <= p && p <= interval.Upper) covered += Binomial.Exactly(x, n, p);

        (100 * covered).ShouldBe(percent, 0.051);
    }
}
