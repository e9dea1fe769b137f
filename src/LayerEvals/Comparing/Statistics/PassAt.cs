using MathNet.Numerics;

namespace LayerEvals.Comparing.Statistics;

/// <summary>Of n samples of a case, c of which passed: the chance that k of them, drawn without putting back, hold a pass or are all passes.</summary>
internal static class PassAt
{
    /// <summary>pass@k = 1 - C(n-c, k)/C(n, k) (Chen and others 2021, arXiv 2107.03374): any of k is enough. n = 5, c = 2, k = 2: 0.7.</summary>
    public static double Any(int n, int c, int k)
    {
        Check(n, c, k);
        if (c == 0) return 0;
        if (n - c < k) return 1;
        var log = 0.0;
        for (var i = 0; i < k; i++) log += SpecialFunctions.Log1p(-(double)c / (n - i));
        return -ExpMinusOne.Of(log);
    }

    /// <summary>pass^k = C(c, k)/C(n, k) (tau-bench: Yao and others 2024, arXiv 2406.12045): all k have to pass. n = 5, c = 4, k = 2: 0.6.</summary>
    public static double All(int n, int c, int k)
    {
        Check(n, c, k);
        var product = 1.0;
        for (var i = 0; i < k && product > 0; i++) product *= Math.Max(0.0, c - i) / (n - i);
        return product;
    }

    static void Check(int n, int c, int k)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(c);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(c, n);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(k);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(k, n);
    }
}
