namespace LayerEvals.Comparing.Statistics;

/// <summary>
/// The exact interval of one pass rate (Clopper and Pearson 1934, Biometrika 26; STATISTICS 1.1): for fewer than 20 cases, for must-pass layers, and for
/// "no failure in n". 8 of 10 at 95 %: [0.44390454, 0.97478927].
/// </summary>
internal static class ClopperPearson
{
    /// <summary>The two-sided interval, equal tails.</summary>
    public static Interval Of(int passed, int n, double confidence)
    {
        var tail = (1 - confidence) / 2;
        return new Interval(Lower(passed, n, 1 - tail), Upper(passed, n, 1 - tail));
    }

    /// <summary>The one-sided lower bound: the rate at which this many passes or more have probability 1 - <paramref name="confidence"/>.</summary>
    public static double Lower(int passed, int n, double confidence)
    {
        Check(passed, n);
        if (passed == 0) return 0;
        return passed == n ? Math.Exp(Math.Log(1 - confidence) / n) : IncompleteBeta.Quantile(1 - confidence, passed, n - passed + 1);
    }

    /// <summary>The one-sided upper bound.</summary>
    public static double Upper(int passed, int n, double confidence)
    {
        Check(passed, n);
        if (passed == n) return 1;
        return passed == 0 ? ZeroFailures(n, confidence) : IncompleteBeta.Quantile(confidence, passed + 1, n - passed);
    }

    /// <summary>The largest failure rate that no failure in n leaves open: 1 - (1 - confidence)^(1/n). n = 30 at 95 %: 9.503 %; n = 59: 4.951 %.</summary>
    public static double ZeroFailures(int n, double confidence) => -ExpMinusOne.Of(Math.Log(1 - confidence) / n);

    static void Check(int passed, int n)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(n);
        ArgumentOutOfRangeException.ThrowIfNegative(passed);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(passed, n);
    }
}
