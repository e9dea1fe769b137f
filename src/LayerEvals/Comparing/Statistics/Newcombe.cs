namespace LayerEvals.Comparing.Statistics;

/// <summary>
/// The square-and-add interval of a paired difference, method 10 of Newcombe 1998 (Statistics in Medicine 17:2635): Wilson limits on each side, joined by a
/// correlation that is corrected towards zero. Method 8 leaves the correction out. A cross-check of <see cref="Tango"/>.
/// Bentur 2009 (1, 7, 1, 12) at 95 %: [-0.50692023, -0.02555912].
/// </summary>
internal static class Newcombe
{
    public static Interval Interval(PairedTable table, double confidence)
    {
        var n = table.N;
        var (before, now) = ((double)table.BaselinePassed / n, (double)table.CandidatePassed / n);
        var baseline = Wilson.Of(table.BaselinePassed, n, confidence);
        var candidate = Wilson.Of(table.CandidatePassed, n, confidence);
        var phi = Phi(table);
        return new Interval(
            table.Difference - Joined(now - candidate.Lower, baseline.Upper - before, phi),
            table.Difference + Joined(candidate.Upper - now, before - baseline.Lower, phi));
    }

    /// <summary>The corrected correlation. All products are of doubles: that of the four margins passes 32 bits at 1,000 cases, and 64 bits at 100,000.</summary>
    public static double Phi(PairedTable table)
    {
        var (a, b, c, d) = ((double)table.BothPassed, (double)table.Regressions, (double)table.Fixes, (double)table.BothFailed);
        var margins = (a + b) * (c + d) * (a + c) * (b + d);
        if (margins == 0) return 0;
        var cross = a * d - b * c;
        var corrected = cross > 0 ? Math.Max(0, cross - table.N / 2.0) : cross;
        return corrected / Math.Sqrt(margins);
    }

    static double Joined(double one, double other, double phi) => Math.Sqrt(Math.Max(0, one * one - 2 * phi * one * other + other * other));
}
