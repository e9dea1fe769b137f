namespace LayerEvals.Comparing.Statistics;

/// <summary>The exact chance that Tango's one-sided bound rules a drop of the margin out, and the cases that it takes (STATISTICS 1.6, table 2.6).</summary>
internal sealed class PassPower(double margin, double confidence)
{
    /// <summary>The largest number of cases that is looked at.</summary>
    public const int MostCases = 1_000_000;

    // The chance is a saw over n: it jumps when one more pattern of changes passes, and sags between. Beyond the width of its teeth nothing earlier reaches the target.
    const int Teeth = 100;

    readonly double z = Gaussian.Quantile(confidence);

    /// <summary>The chance that <paramref name="n"/> cases rule it out. Nothing ever changes: 0 at 51 cases and 1 at 52, for 5 points at 95 %.</summary>
    public double Of(int n, PairedTruth truth) => truth.Mirrored().AtLeast(n, m => FewestFixes(m, n));

    /// <summary>
    /// The fewest cases with which the chance reaches <paramref name="power"/>; null beyond a million, and where the true drop is not within the margin. A few cases more can
    /// fall short again by up to two points of power. 5 % discordance and no drop, for 5 points at 95 % and power .8: 158.
    /// </summary>
    public int? CasesNeeded(PairedTruth truth, double power)
    {
        if (truth.Regression - truth.Fix >= margin) return null;
        var enough = 16;
        while (Of(enough, truth) < power)
        {
            if (enough == MostCases) return null;
            enough = Math.Min(MostCases, enough * 2);
        }
        enough = Halving.First(enough / 2, enough, n => Of(n, truth) >= power);
        var earliest = Math.Max(1, enough - Teeth);
        return Enumerable.Range(earliest, enough - earliest + 1).First(n => n == enough || Of(n, truth) >= power);
    }

    // The fewest fixes of m changed cases with which the margin is ruled out; m + 1 where none are enough.
    int FewestFixes(int m, int n) => Halving.First(0, m, c => TangoTest.Z(m - c, c, n, -margin) > z);
}
