using LayerEvals.Comparing.Statistics;

namespace LayerEvals.Comparing;

/// <summary>Turns a measured layer, or overall, into a verdict with its reasons.</summary>
internal static class LayerJudge
{
    /// <summary>Below so many clusters there is no Pass: a few documents cannot speak for those that were not drawn (STATISTICS 1.4).</summary>
    public const int LeastClusters = 30;

    /// <summary>Below so many clusters a Pass says that they are few.</summary>
    public const int EnoughClusters = 60;

    public static LayerComparison Of(LayerComparison measured, ComparisonFrame frame)
    {
        var (verdict, reasons) = Judge(measured, frame);
        var judged = measured with { Verdict = verdict, Reasons = reasons };
        return judged with { Sentence = LayerSentence.Of(judged, frame) };
    }

    static (Verdict, IReadOnlyList<Reason>) Judge(LayerComparison layer, ComparisonFrame frame)
    {
        if (layer.Tally.N == 0) return (Verdict.NotDecided, [Reason.NothingScored]);
        var shown = Shown(layer, frame);
        if (shown.Count > 0) return (Verdict.Regression, shown);
        var open = Open(layer, frame);
        if (open.Count > 0) return (Verdict.NotDecided, open);
        var notes = new List<Reason> { Reason.RuledOut };
        if (IsWorse(layer, frame)) notes.Add(Reason.WorseWithinMargin);
        if (layer.Clusters < EnoughClusters) notes.Add(Reason.FewClusters);
        return (Verdict.Pass, notes);
    }

    /// <summary>Whether a drop of any size is shown.</summary>
    static bool IsWorse(LayerComparison layer, ComparisonFrame frame) => layer.HolmP <= 1 - frame.Gate.Confidence;

    static List<Reason> Shown(LayerComparison layer, ComparisonFrame frame)
    {
        var shown = new List<Reason>();
        if (IsWorse(layer, frame) && layer.Bound <= -layer.Rule.Tolerated) shown.Add(Reason.GotWorse);
        if (layer.CandidateFloor?.Upper < layer.Rule.MinPassRate) shown.Add(Reason.BelowFloor);
        return shown;
    }

    static List<Reason> Open(LayerComparison layer, ComparisonFrame frame)
    {
        var open = new List<Reason>();
        if (layer.Bound is null || layer.Clusters < LeastClusters) open.Add(Reason.TooFewClusters);
        if (layer.Bound <= -layer.Rule.Guard) open.Add(Reason.DropOpen);
        if (layer.CandidateFloor?.Lower < layer.Rule.MinPassRate) open.Add(Reason.FloorOpen);
        if (layer.Bound > -layer.Rule.Guard && layer.Tally.LostShare > frame.Gate.MaxUnscored && Losses.BoundIfWorse(layer, frame) <= -layer.Rule.Guard) open.Add(Reason.TooManyLost);
        return open;
    }
}
