using LayerEvals.Configs;

namespace LayerEvals.Comparing;

/// <summary>What is compared: the layers that the plan touches, the gate, how much ran, and how often each case was asked.</summary>
internal sealed record ComparisonFrame(IReadOnlyList<string> Layers, Gate Gate, Coverage Coverage, int Samples);

/// <summary>Pairs by case, counts, tests and judges. Pure: results in, verdict out. The gate is "paired-v1" (STATISTICS 2.6).</summary>
internal static class Comparer
{
    public const string OverallId = "overall";

    public static Comparison Compare(IEnumerable<CaseResult> results, ComparisonFrame frame)
    {
        var overall = new Tally();
        var layers = frame.Layers.ToDictionary(l => l, _ => new Tally(), StringComparer.Ordinal);
        foreach (var result in results)
        {
            overall.Add(result.Key, result.Baseline, result.Candidate);
            foreach (var cells in result.Layers) layers[cells.Layer].Add(result.Key, cells.Baseline, cells.Candidate);
        }

        var measured = frame.Layers.Select(l => Measure(l, layers[l], frame.Gate.GuardOf(l), frame))
            .Append(Measure(OverallId, overall, frame.Gate.Margin, frame)).ToList();
        var corrected = Correct(measured);
        var judged = corrected.Select(c => Judging.Of(c, frame)).ToList();
        var whole = judged[^1];
        var parts = judged[..^1];
        return Judging.Whole(whole, parts, frame);
    }

    static LayerComparison Measure(string layer, Tally tally, double allowed, ComparisonFrame frame)
    {
        var empty = new LayerComparison { Layer = layer, Tally = tally, Allowed = allowed };
        if (tally.N == 0) return empty;
        var confidence = frame.Gate.Confidence;
        var (b, c, n) = (tally.Regressions, tally.Fixes, tally.N);
        var averaged = frame.Samples > 1;
        return empty with
        {
            Baseline = Wilson.Of(tally.BaselineRate * n, n, confidence),
            Candidate = Wilson.Of(tally.CandidateRate * n, n, confidence),
            Difference = tally.Differences.Mean,
            DifferenceInterval = averaged ? tally.Differences.Interval(confidence) : Tango.Interval(b, c, n, confidence),
            Bound = averaged ? tally.Differences.Bound(confidence) : Tango.Bound(b, c, n, confidence),
            P = averaged ? tally.Differences.PWorse() : McNemar.MidP(b, c),
        };
    }

    // One layer and overall are one question, not two.
    static List<LayerComparison> Correct(List<LayerComparison> measured)
    {
        var tested = measured.Where(m => m.P is not null).ToList();
        if (tested.Count == 2) tested.RemoveAll(m => m.Layer == OverallId);
        var adjusted = Holm.Adjust([.. tested.Select(m => m.P!.Value)]);
        var byLayer = tested.Select((m, i) => (m.Layer, P: adjusted[i])).ToDictionary(x => x.Layer, x => x.P, StringComparer.Ordinal);
        return [.. measured.Select(m => m with { HolmP = m.P is null ? null : byLayer.GetValueOrDefault(m.Layer, m.P.Value) })];
    }
}
