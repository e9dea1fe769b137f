using System.Numerics;

namespace LayerEvals.Tests.Comparing.Statistics;

/// <summary>Whole-number arithmetic that the statistics are held against.</summary>
internal static class Exact
{
    public static BigInteger Choose(int n, int k)
    {
        if (k < 0 || k > n) return 0;
        var result = BigInteger.One;
        for (var i = 1; i <= k; i++) result = result * (n - k + i) / i;
        return result;
    }

    /// <summary>One over the other, to double precision.</summary>
    public static double Over(this BigInteger one, BigInteger other) => (double)(one * BigInteger.Pow(10, 40) / other) / 1e40;

    /// <summary>Σ C(m, k) for k ≥ from, over 2^m.</summary>
    public static double CoinAtLeast(int from, int m)
    {
        var sum = BigInteger.Zero;
        for (var k = Math.Max(0, from); k <= m; k++) sum += Choose(m, k);
        return sum.Over(BigInteger.One << m);
    }
}
