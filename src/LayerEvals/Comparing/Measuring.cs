using LayerEvals.Comparing.Statistics;
using LayerEvals.Configs;

namespace LayerEvals.Comparing;

/// <summary>Turns the counts of one layer, or of all of them, into rates, intervals, a bound and a p.</summary>
internal static class Measuring
{
    public static LayerComparison Of(Layer layer, Tally tally, LayerRule rule, ComparisonFrame frame)
    {
        var empty = new LayerComparison { Layer = layer.Id, Title = layer.Title, Tally = tally, Rule = rule };
        if (tally.N == 0) return empty;
        var confidence = frame.Gate.Confidence;
        var clusters = tally.Clustered;
        var measured = empty with
        {
            Baseline = Rates.Of(tally.Baseline, clusters?.Baseline(tally.Baseline), frame),
            Candidate = Rates.Of(tally.Candidate, clusters?.Candidate(tally.Candidate), frame),
            CandidateFloor = Rates.OneSided(tally.Candidate, clusters?.Candidate(tally.Candidate), confidence),
            Difference = tally.Differences.Mean,
            Clusters = clusters?.Count(tally.N),
        };
        if (clusters is not null) return Clustered(measured, clusters, frame);
        return frame.Samples > 1 ? Averaged(measured, confidence) : Counted(measured, confidence);
    }

    // Cases alone, each asked once: McNemar and Tango on the counts.
    static LayerComparison Counted(LayerComparison layer, double confidence)
    {
        var (b, c, n) = (layer.Tally.Regressions, layer.Tally.Fixes, layer.Tally.N);
        return layer with
        {
            DifferenceInterval = Tango.Interval(b, c, n, confidence),
            Bound = Tango.Bound(b, c, n, confidence),
            P = McNemar.MidP(b, c),
        };
    }

    // Cases alone, each asked several times: the t test and the adjusted t on the differences of their means.
    static LayerComparison Averaged(LayerComparison layer, double confidence)
    {
        var differences = layer.Tally.Differences;
        return layer with
        {
            DifferenceInterval = differences.Interval(confidence),
            Bound = differences.Bound(confidence),
            P = differences.PWorse(),
        };
    }

    // Cases that rise and fall together: the cluster-robust t, and counts or sums divided by the design effect.
    static LayerComparison Clustered(LayerComparison layer, Clusters clusters, ComparisonFrame frame)
    {
        var tally = layer.Tally;
        if (clusters.Differences(tally.Differences.Sums) is not { } mean) return layer;
        var confidence = frame.Gate.Confidence;
        var wide = 1 - (1 - confidence) / 2;
        var (interval, bound) = frame.Samples > 1
            ? (tally.Differences.Adjusted(wide, mean.DesignEffect, mean.Clusters - 1), tally.Differences.Adjusted(confidence, mean.DesignEffect, mean.Clusters - 1).Lower)
            : Paired(new ClusteredPairs(tally.Regressions, tally.Fixes, tally.N, mean.DesignEffect, mean.Clusters));
        return layer with
        {
            DesignEffect = mean.DesignEffect,
            DifferenceInterval = interval,
            Bound = bound,
            // Few clusters that changed alike look precise to a t test; their signs know better.
            P = Math.Max(mean.PWorse(), McNemar.MidP(clusters.Changed(tally.Differences.Changed), 0)),
        };

        (Interval, double) Paired(ClusteredPairs pairs) =>
            (new Interval(pairs.Bound(wide), -(pairs with { Regressions = pairs.Fixes, Fixes = pairs.Regressions }).Bound(wide)), pairs.Bound(confidence));
    }
}
