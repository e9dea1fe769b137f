namespace LayerEvals.Comparing.Statistics;

/// <summary>The four counts of pairs: a, b, c and d of every formula here.</summary>
internal readonly record struct PairedTable(int BothPassed, int Regressions, int Fixes, int BothFailed)
{
    /// <summary>All pairs, at most a million.</summary>
    public int N => BothPassed + Regressions + Fixes + BothFailed;

    public int BaselinePassed => BothPassed + Regressions;

    public int CandidatePassed => BothPassed + Fixes;

    /// <summary>Candidate minus baseline.</summary>
    public double Difference => (double)(Fixes - Regressions) / N;
}
