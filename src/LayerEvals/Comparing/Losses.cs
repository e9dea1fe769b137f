using LayerEvals.Comparing.Statistics;

namespace LayerEvals.Comparing;

/// <summary>What lost pairs do to a verdict: they are no failures, and they are no passes either.</summary>
internal static class Losses
{
    /// <summary>
    /// Whether one side lost more than the other, beyond chance: the two-sided exact McNemar test on the pairs that only one side lost. A candidate that times out
    /// on what is hard would else look better than it is.
    /// </summary>
    public static bool AreLopsided(Tally tally, double confidence) => P(tally) <= 1 - confidence;

    public static double P(Tally tally) => McNemarExact.TwoSided(tally.OnlyBaselineLost, tally.OnlyCandidateLost);

    /// <summary>The bound if every lost pair had got worse: what a layer with many lost pairs must still hold.</summary>
    public static double BoundIfWorse(LayerComparison layer, ComparisonFrame frame)
    {
        var (tally, confidence) = (layer.Tally, frame.Gate.Confidence);
        if (frame.Samples == 1 && layer.Clusters is null) return Tango.Bound(tally.Regressions + tally.Lost, tally.Fixes, tally.N + tally.Lost, confidence);
        var differences = tally.Differences;
        for (var i = 0; i < tally.Lost; i++) differences.Add(-1);
        return differences.Adjusted(confidence, layer.DesignEffect, (layer.Clusters ?? differences.N + 2) - 1).Lower;
    }
}
