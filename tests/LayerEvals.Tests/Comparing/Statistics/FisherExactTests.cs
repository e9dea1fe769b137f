using System.Numerics;
using LayerEvals.Comparing.Statistics;

namespace LayerEvals.Tests.Comparing.Statistics;

public sealed class FisherExactTests
{
    [Fact]
    public void The_tea_tasting() => FisherExact.Lower(new(3, 4), new(1, 4)).ShouldBe(17 / 70.0, 1e-15);

    // Summed in 40 digits.
    [Theory]
    [InlineData(45, 50, 36, 50, 0.019758994063554233)]
    [InlineData(19, 20, 10, 20, 0.0016710258645742517)]
    [InlineData(450_000, 500_000, 449_500, 500_000, 0.048492083061248017)]
    public void It_is_right_up_to_a_million(int firstPassed, int first, int secondPassed, int second, double expected) =>
        FisherExact.Lower(new(firstPassed, first), new(secondPassed, second)).ShouldBeNear(expected);

    [Fact]
    public void All_small_tables_agree_with_whole_numbers()
    {
        foreach (var (first, second) in new[] { (1, 1), (3, 8), (9, 4), (12, 12) })
        {
            for (var one = 0; one <= first; one++)
            {
                for (var other = 0; other <= second; other++)
                {
                    var ways = BigInteger.Zero;
                    for (var k = 0; k <= other; k++) ways += Exact.Choose(second, k) * Exact.Choose(first, one + other - k);

                    FisherExact.Lower(new(one, first), new(other, second)).ShouldBeNear(ways.Over(Exact.Choose(first + second, one + other)), 1e-12, $"{one} of {first}, {other} of {second}");
                }
            }
        }
    }

    [Fact]
    public void Counting_failures_and_swapping_the_groups_changes_nothing()
    {
        const int seed = 88;
        var random = new Random(seed);
        for (var round = 0; round < 300; round++)
        {
            var (n, m) = (random.Next(1, 2000), random.Next(1, 2000));
            var (x, y) = (random.Next(n + 1), random.Next(m + 1));

            FisherExact.Lower(new(x, n), new(y, m)).ShouldBeNear(FisherExact.Lower(new(m - y, m), new(n - x, n)), 1e-10, $"seed {seed}, round {round}: {x} of {n}, {y} of {m}");
        }
    }

    // STATISTICS 1.12: one-sided at .01, a match rate of 90 % before.
    [Theory]
    [InlineData(20, 0.5, 61)]
    [InlineData(30, 0.5, 82)]
    [InlineData(50, 0.5, 98)]
    [InlineData(50, 0.7, 49)]
    [InlineData(100, 0.7, 87)]
    public void Drift_is_seen_as_often_as_the_table_says(int n, double now, int percent) => (100 * Seen(n, now)).ShouldBe(percent, 0.51);

    [Theory]
    [InlineData(20)]
    [InlineData(50)]
    [InlineData(100)]
    public void Where_nothing_drifted_it_is_seen_seven_times_in_a_thousand_at_most(int n) => Seen(n, 0.9).ShouldBeLessThan(0.0075);

    static double Seen(int n, double now)
    {
        var sum = 0.0;
        for (var x = 0; x <= n; x++)
            for (var y = 0; y <= n; y++)
                if (FisherExact.Lower(new(x, n), new(y, n)) <= 0.01) sum += Binomial.Exactly(x, n, 0.9) * Binomial.Exactly(y, n, now);
        return sum;
    }
}
