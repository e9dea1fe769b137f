using LayerEvals.Comparing.Statistics;

namespace LayerEvals.Comparing;

/// <summary>What the cases of each layer could have shown, and could have ruled out at best: it is printed with every verdict.</summary>
internal static class Power
{
    /// <summary>The power that "could have detected" speaks of.</summary>
    public const double Usual = 0.8;

    // Fewer changes than these are taken for luck, not for calm (STATISTICS 1.8).
    public const double LeastBackground = 0.02;

    public static List<LayerComparison> Of(List<LayerComparison> measured, ComparisonFrame frame)
    {
        var alpha = 1 - frame.Gate.Confidence;
        var hypotheses = measured[0].Hypotheses;
        var drops = frame.Samples > 1 ? [] : Drops(measured.Where(m => m.Bound is not null).SelectMany(m => new[] { Question(m, alpha / hypotheses), Question(m, alpha) }));
        return measured.ConvertAll(m => m.Bound is null ? m : m with { BestBound = Best(m, frame), Detectable = Smallest(m) });

        Detectable Smallest(LayerComparison layer) => frame.Samples > 1
            ? new Detectable(ByError(layer, alpha / hypotheses), ByError(layer, alpha), Background(layer))
            : new Detectable(drops[Question(layer, alpha / hypotheses)], drops[Question(layer, alpha)], Background(layer));
    }

    static (int N, double Alpha, double Background) Question(LayerComparison layer, double alpha) =>
        (Math.Max(1, (int)(layer.Tally.N / layer.DesignEffect)), alpha, Background(layer));

    // Layers that touch the same cases ask the same, and each answer takes a search.
    static Dictionary<(int N, double Alpha, double Background), double?> Drops(IEnumerable<(int N, double Alpha, double Background)> questions)
    {
        var asked = questions.Distinct().ToArray();
        var found = new double?[asked.Length];
        Parallel.For(0, asked.Length, i => found[i] = DetectableDrop.Of(asked[i].N, asked[i].Alpha, asked[i].Background, Usual));
        return asked.Zip(found).ToDictionary(pair => pair.First, pair => pair.Second);
    }

    /// <summary>The share of cases that changes anyway: twice the rarer direction.</summary>
    public static double Background(LayerComparison layer) =>
        Math.Max(LeastBackground, 2.0 * Math.Min(layer.Tally.Worse.Count, layer.Tally.Better.Count) / layer.Tally.N);

    // Means of samples: the normal approximation with the error that was seen, and not below the error of the least background.
    static double? ByError(LayerComparison layer, double alpha)
    {
        var tally = layer.Tally;
        var seen = tally.Differences.StandardError * Math.Sqrt(layer.DesignEffect);
        var error = Math.Max(seen, Math.Sqrt(LeastBackground * layer.DesignEffect / tally.N));
        var drop = (Gaussian.Quantile(1 - alpha) + Gaussian.Quantile(Usual)) * error;
        return drop <= 1 ? drop : null;
    }

    // By the method that gives the bound.
    static double Best(LayerComparison layer, ComparisonFrame frame)
    {
        var (n, confidence) = (layer.Tally.N, frame.Gate.Confidence);
        if (frame.Samples > 1) return MeanDifference.Unchanged(n).Adjusted(confidence, 1, (layer.Clusters ?? n + 2) - 1).Lower;
        return layer.Clusters is { } clusters ? new ClusteredPairs(0, 0, n, 1, clusters).Bound(confidence) : ZeroDiscordance.Bound(n, confidence);
    }
}
