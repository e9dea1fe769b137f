using System.Numerics;
using LayerEvals.Comparing;

namespace LayerEvals.Tests.Comparing;

public sealed class FairCoinTests
{
    [Fact]
    public void Small_counts_agree_with_whole_numbers_added_up()
    {
        for (var m = 0; m <= 60; m++)
        {
            var above = BigInteger.Zero;
            var ways = BigInteger.One;
            for (var k = m; k >= 0; k--)
            {
                above += ways;
                FairCoin.Exactly(k, m).ShouldBe((double)ways / Math.Pow(2, m), 1e-13);
                FairCoin.AtLeast(k, m).ShouldBe((double)above / Math.Pow(2, m), 1e-13);
                ways = ways * k / (m - k + 1);
            }
        }
    }

    [Fact]
    public void A_million_tosses_neither_overflow_nor_vanish()
    {
        const int M = 1_000_000;

        // P(X = m/2) = sqrt(2/(pi m)) (1 - 1/(4m) + ...), and half of the rest lies above.
        var middle = Math.Sqrt(2 / (Math.PI * M)) * (1 - 1.0 / (4.0 * M));
        FairCoin.Exactly(M / 2, M).ShouldBe(middle, 1e-12);
        FairCoin.AtLeast(M / 2, M).ShouldBe(0.5 + middle / 2, 1e-10);
        // Ten standard deviations: the normal tail is 7.6e-24.
        FairCoin.AtLeast(505_000, M).ShouldBeInRange(7.5e-24, 7.8e-24);
        FairCoin.AtLeast(495_000, M).ShouldBe(1, 1e-12);
        FairCoin.AtLeast(0, M).ShouldBe(1);
        FairCoin.AtLeast(M, M).ShouldBe(0);
    }

    [Fact]
    public void Both_tails_are_one_coin()
    {
        foreach (var m in new[] { 1, 2, 15, 16, 17, 999, 1_000, 123_457 })
            for (var k = 0; k <= m; k += Math.Max(1, m / 50))
                (FairCoin.AtLeast(k, m) + FairCoin.AtLeast(m - k + 1, m)).ShouldBe(1, 1e-9);
    }

    [Fact]
    public void Outside_the_tosses_nothing_happens()
    {
        FairCoin.Exactly(-1, 5).ShouldBe(0);
        FairCoin.Exactly(6, 5).ShouldBe(0);
        FairCoin.AtLeast(6, 5).ShouldBe(0);
    }
}
