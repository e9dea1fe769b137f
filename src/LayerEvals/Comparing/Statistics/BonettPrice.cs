namespace LayerEvals.Comparing.Statistics;

/// <summary>
/// The adjusted Wald interval of a paired difference (Bonett and Price 2012, Journal of Educational and Behavioral Statistics 37:479): one added to
/// b and c, two to n. b = 7, c = 1, n = 21 at 95 %: [-0.50835931, -0.01337982].
/// </summary>
internal static class BonettPrice
{
    public static Interval Interval(int b, int c, int n, double confidence) => Of(b, c, n, Gaussian.Quantile(1 - (1 - confidence) / 2));

    /// <summary>The one-sided lower bound.</summary>
    public static double Bound(int b, int c, int n, double confidence) => Of(b, c, n, Gaussian.Quantile(confidence)).Lower;

    static Interval Of(int b, int c, int n, double z)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(n);
        var (worse, better) = ((b + 1.0) / (n + 2.0), (c + 1.0) / (n + 2.0));
        var difference = better - worse;
        var half = z * Math.Sqrt((worse + better - difference * difference) / (n + 2.0));
        return new Interval(Math.Max(-1, difference - half), Math.Min(1, difference + half));
    }
}
