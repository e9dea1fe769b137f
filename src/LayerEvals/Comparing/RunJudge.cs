namespace LayerEvals.Comparing;

/// <summary>Turns judged layers into the verdict of a run. Missing evidence comes first: it is never a pass.</summary>
internal static class RunJudge
{
    public static Comparison Of(LayerComparison overall, IReadOnlyList<LayerComparison> layers, MustPassCases must, ComparisonFrame frame)
    {
        var (verdict, reasons) = Decide(overall, layers, must, frame);
        var comparison = new Comparison
        {
            Frame = frame,
            Overall = overall,
            Layers = layers,
            MustPass = must,
            Verdict = verdict,
            Reasons = reasons,
            Sentence = "",
        };
        return comparison with { Sentence = RunSentence.Of(comparison) };
    }

    /// <summary>The verdict and its reasons, without the words.</summary>
    public static (Verdict Verdict, IReadOnlyList<Reason> Reasons) Decide(LayerComparison overall, IReadOnlyList<LayerComparison> layers, MustPassCases must, ComparisonFrame frame)
    {
        if (frame.Coverage.Planned == 0) return (Verdict.NotDecided, [Reason.NoCases]);
        if (frame.OtherModel is not null) return (Verdict.NotDecided, [Reason.OtherModel]);
        if (!frame.Coverage.IsWhole) return (Verdict.NotDecided, [Reason.Partial]);
        // A must-pass case that failed twice is no statistic: no number of lost pairs takes it back.
        if (must.Failed.Count > 0) return (Verdict.Regression, [Reason.MustPassFailed]);
        if (overall.Tally.N == 0) return (Verdict.NotDecided, [Reason.NothingScored]);
        if (overall.Tally.LostShare > frame.Gate.MaxUnscored) return (Verdict.NotDecided, [Reason.TooManyLost]);
        if (Losses.AreLopsided(overall.Tally, frame.Gate.Confidence)) return (Verdict.NotDecided, [Reason.LostLopsided]);
        var shown = Shown(overall, layers);
        if (shown.Count > 0) return (Verdict.Regression, shown);
        var open = new List<Reason>();
        if (must.Open.Count > 0) open.Add(Reason.MustPassOpen);
        if (overall.Verdict == Verdict.NotDecided) open.AddRange(overall.Reasons);
        if (layers.Any(l => l.Verdict == Verdict.NotDecided)) open.Add(Reason.LayerOpen);
        return open.Count > 0 ? (Verdict.NotDecided, open) : (Verdict.Pass, overall.Reasons);
    }

    static List<Reason> Shown(LayerComparison overall, IReadOnlyList<LayerComparison> layers) =>
        [.. layers.Append(overall).Where(l => l.Verdict == Verdict.Regression).SelectMany(l => l.Reasons).Distinct().Order()];
}
