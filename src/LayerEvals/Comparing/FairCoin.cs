namespace LayerEvals.Comparing;

/// <summary>Probabilities of X ~ Bin(m, 1/2), stable and quick up to a million tosses.</summary>
internal static class FairCoin
{
    /// <summary>P(X = k), by the saddle-point expansion of Loader, "Fast and accurate computation of binomial probabilities" (2000).</summary>
    public static double Exactly(int k, int m)
    {
        if (k < 0 || k > m) return 0;
        if (k == 0 || k == m) return Math.Exp(m * Math.Log(0.5));
        var exponent = StirlingError(m) - StirlingError(k) - StirlingError(m - k) - Deviance(k, m * 0.5) - Deviance(m - k, m * 0.5);
        return Math.Exp(exponent) * Math.Sqrt(m / (2 * Math.PI * k * (m - k)));
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

    // ln(n!) - ln(sqrt(2πn)(n/e)^n). Below 16 from the factorial itself, above by Stirling's series.
    static double StirlingError(int n)
    {
        if (n < 16)
        {
            var factorial = 1.0;
            for (var i = 2; i <= n; i++) factorial *= i;
            return Math.Log(factorial) - 0.5 * Math.Log(2 * Math.PI * n) - n * Math.Log(n) + n;
        }
        var square = (double)n * n;
        return (1.0 / 12 - (1.0 / 360 - (1.0 / 1260 - (1.0 / 1680 - 1.0 / 1188 / square) / square) / square) / square) / n;
    }

    // x ln(x/np) + np - x without cancellation (Loader's bd0).
    static double Deviance(double x, double np)
    {
        if (Math.Abs(x - np) >= 0.1 * (x + np)) return x * Math.Log(x / np) + np - x;
        var v = (x - np) / (x + np);
        var sum = (x - np) * v;
        var term = 2 * x * v;
        for (var j = 1; j < 1000; j++)
        {
            term *= v * v;
            var next = sum + term / (2 * j + 1);
            if (next == sum) break;
            sum = next;
        }
        return sum;
    }
}
