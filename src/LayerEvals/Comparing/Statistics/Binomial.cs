namespace LayerEvals.Comparing.Statistics;

/// <summary>Probabilities of X ~ Bin(n, p), stable and quick up to a million trials: <see cref="FairCoin"/> for any p.</summary>
internal static class Binomial
{
    /// <summary>P(X = k). n = 5, p = 0.2: 0.4096 at k = 1.</summary>
    public static double Exactly(int k, int n, double p) => k < 0 || k > n ? 0 : SaddlePoint.Mass(k, n, p, 1 - p);

    /// <summary>P(X ≥ k). n = 5, p = 0.2: 0.67232 at k = 1.</summary>
    public static double AtLeast(int k, int n, double p)
    {
        if (k <= 0) return 1;
        if (k > n) return 0;
        return k > n * p ? Tail(k, n, p, 1 - p) : 1 - Tail(n - k + 1, n, 1 - p, p);
    }

    /// <summary>P(X ≤ k).</summary>
    public static double AtMost(int k, int n, double p)
    {
        if (k < 0) return 0;
        if (k >= n) return 1;
        return k < n * p ? Tail(n - k, n, 1 - p, p) : 1 - Tail(k + 1, n, p, 1 - p);
    }

    // P(X ≥ k) for k above the mean, where each term is smaller than the one before; summed until the terms no longer count.
    static double Tail(int k, int n, double p, double q)
    {
        if (q <= 0) return 1;
        var odds = p / q;
        var term = SaddlePoint.Mass(k, n, p, q);
        var sum = 0.0;
        for (var i = k; i <= n && term > sum * 1e-18; i++)
        {
            sum += term;
            term *= odds * (n - i) / (i + 1);
        }
        return sum;
    }
}
