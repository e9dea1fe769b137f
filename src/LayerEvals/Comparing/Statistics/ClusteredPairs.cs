namespace LayerEvals.Comparing.Statistics;

/// <summary>
/// Non-inferiority where cases come in clusters: the counts divided by the design effect of the differences (<see cref="ClusteredMean.DesignEffect"/>), in Tango's
/// score, held against Student's t with one degree of freedom less than clusters (STATISTICS 1.4; the division is Rao and Scott 1992, Biometrics 48).
/// b = c = 0, n = 100, a design effect of 2 and 30 clusters: -t²/(50 + t²) with t = 1.69912703, that is -0.05458867.
/// </summary>
internal sealed record ClusteredPairs(int Regressions, int Fixes, int N, double DesignEffect, int Clusters)
{
    /// <summary>The one-sided lower bound: a drop larger than its negative is ruled out.</summary>
    public double Bound(double confidence) =>
        TangoTest.Bound(Regressions / DesignEffect, Fixes / DesignEffect, N / DesignEffect, Student.Quantile(confidence, Clusters - 1));

    /// <summary>The one-sided p of "worse by the margin or more".</summary>
    public double P(double margin) =>
        Student.Above(TangoTest.Z(Regressions / DesignEffect, Fixes / DesignEffect, N / DesignEffect, -margin), Clusters - 1);
}
