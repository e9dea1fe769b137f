using LayerEvals.Configs;

namespace LayerEvals.Comparing;

/// <summary>What is compared: the layers that the plan touches, the gate, how much ran, and how often each case was asked.</summary>
internal sealed record ComparisonFrame(IReadOnlyList<Layer> Layers, Gate Gate, Coverage Coverage, int Samples)
{
    /// <summary>Why answers are not those of the pinned models, both ids named; null where they are. Such answers are no evidence.</summary>
    public string? OtherModel { get; init; }
}

/// <summary>Pairs by case, counts, tests and judges. Pure: results in, verdict out. The gate is "paired-v1" (STATISTICS 2.6).</summary>
internal static class Comparer
{
    public const string OverallId = "overall";

    public static Comparison Compare(IEnumerable<CaseResult> results, ComparisonFrame frame)
    {
        var (judged, must) = Judge(results, frame);
        var told = Power.Of(judged, frame).ConvertAll(m => m with { Sentence = LayerSentence.Of(m, frame) });
        return RunJudge.Of(told[^1], told[..^1], must, frame);
    }

    /// <summary>The same verdict without what is only said about it: for those who ask for thousands.</summary>
    public static Verdict VerdictOf(IEnumerable<CaseResult> results, ComparisonFrame frame)
    {
        var (judged, must) = Judge(results, frame);
        return RunJudge.Decide(judged[^1], judged[..^1], must, frame).Verdict;
    }

    static (List<LayerComparison> Judged, MustPassCases Must) Judge(IEnumerable<CaseResult> results, ComparisonFrame frame)
    {
        var tallies = new Tallies(frame.Layers);
        var musts = new List<CaseResult>();
        foreach (var result in results)
        {
            tallies.Add(result);
            if (result.Must is not null) musts.Add(result);
        }
        return (Correct(tallies.Measured(frame)).ConvertAll(m => LayerJudge.Of(m, frame)), Must(musts));
    }

    /// <summary>Corrects the p of all layers and of overall, which is the last, for each other. One layer and overall are one question, not two.</summary>
    public static List<LayerComparison> Correct(List<LayerComparison> measured)
    {
        var tested = measured.Where(m => m.P is not null).ToList();
        if (tested.Count == 2) tested.RemoveAll(m => m.IsOverall);
        var adjusted = Holm.Adjust([.. tested.Select(m => m.P!.Value)]);
        var byLayer = tested.Select((m, i) => (m.Layer, P: adjusted[i])).ToDictionary(x => x.Layer, x => x.P, StringComparer.Ordinal);
        return [.. measured.Select(m => m with { HolmP = m.P is null ? null : byLayer.GetValueOrDefault(m.Layer, m.P.Value), Hypotheses = Math.Max(1, tested.Count) })];
    }

    static MustPassCases Must(List<CaseResult> musts)
    {
        var failed = musts.Where(m => m.Must!.Failed).ToList();
        return new MustPassCases(musts.Count, [.. failed.Select(m => m.Key)], [.. failed.Where(m => m.Must!.BaselineFails).Select(m => m.Key)],
            [.. musts.Where(m => m.Must!.FailedThroughout && !m.Must.Failed).Select(m => m.Key)], [.. musts.Where(m => m.Must!.IsOpen).Select(m => m.Key)]);
    }
}
