using LayerEvals.Comparing.Statistics;

namespace LayerEvals.Comparing;

/// <summary>Probabilities of X ~ Bin(m, 1/2), stable and quick up to a million tosses.</summary>
internal static class FairCoin
{
    /// <summary>P(X = k), by the saddle-point expansion of Loader, "Fast and accurate computation of binomial probabilities" (2000).</summary>
    public static double Exactly(int k, int m)
    {
        if (k < 0 || k > m) return 0;
        return k == 0 || k == m ? Math.Exp(m * Math.Log(0.5)) : SaddlePoint.Mass(k, m, 0.5, 0.5);
    }

    /// <summary>P(X ≥ k). The smaller tail is summed, term by term until the terms no longer count.</summary>
    public static double AtLeast(int k, int m)
    {
        if (k <= 0) return 1;
        if (k > m) return 0;
        return 2L * k > m ? Tail(k, m) : 1 - Tail(m - k + 1, m);
    }

    // P(X ≥ k) for k above the middle, where each term is smaller than the one before.
    static double Tail(int k, int m)
    {
        var term = Exactly(k, m);
        var sum = 0.0;
        for (var i = k; i <= m && term > sum * 1e-18; i++)
        {
            sum += term;
            term *= (double)(m - i) / (i + 1);
        }
        return sum;
    }
}
