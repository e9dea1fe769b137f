namespace LayerEvals.Comparing.Statistics;

/// <summary>The smallest drop that a comparison of so many cases would show (STATISTICS 1.8, table 2.6), quick at any size.</summary>
internal static class DetectableDrop
{
    /// <summary>Where more cases than this are expected to change, Connor's approximation is within 0.003 points of the exact drop.</summary>
    public const int MostChangesCounted = 1000;

    /// <summary>
    /// The drop (a share) that the one-sided mid-p test at <paramref name="alpha"/> shows with the given power, where <paramref name="discordance"/> of the cases change
    /// either way without it; null where even the largest drop is not shown. n = 50, alpha .05, discordance .05, power .8: 0.150.
    /// </summary>
    public static double? Of(int n, double alpha, double discordance, double power) =>
        n * discordance <= MostChangesCounted && n * Connor(n, alpha, discordance, power) <= 2 * MostChangesCounted
            ? new McNemarPower(alpha).SmallestDrop(n, discordance, power)
            : Connor(n, alpha, discordance, power);

    // SampleSize.ToShowWorse solved for the drop: δ = (z_α √(D + δ) + z_β √(D + δ - δ²))/√n falls to its fixed point from above.
    static double Connor(int n, double alpha, double discordance, double power)
    {
        var (byChance, missed) = (Gaussian.Quantile(1 - alpha), Gaussian.Quantile(power));
        var drop = 1 - discordance;
        for (var i = 0; i < 200; i++)
        {
            var changed = discordance + drop;
            drop = Math.Min(drop, (byChance * Math.Sqrt(changed) + missed * Math.Sqrt(Math.Max(0, changed - drop * drop))) / Math.Sqrt(n));
        }
        return drop;
    }
}
