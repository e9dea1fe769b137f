namespace LayerEvals.Comparing;

/// <summary>The tallies of some layers and of all of them, counted in one pass over the cases.</summary>
internal sealed class Tallies(IReadOnlyList<Layer> layers)
{
    static readonly Layer All = new(Comparer.OverallId, "Overall", "", "");

    readonly Tally overall = new();
    readonly Dictionary<string, Tally> byLayer = layers.ToDictionary(l => l.Id, _ => new Tally(), StringComparer.Ordinal);
    readonly Dictionary<string, int> clusters = new(StringComparer.Ordinal);

    /// <summary>Adds a case.</summary>
    public void Add(CaseResult result) => Add(result, result.Baseline, static cells => cells.Baseline);

    /// <summary>Adds a case against other outcomes than its baseline's.</summary>
    /// <param name="result">The case.</param>
    /// <param name="before">What it is held against overall.</param>
    /// <param name="beforeOf">What it is held against in a layer.</param>
    public void Add(CaseResult result, Cell before, Func<LayerCells, Cell> beforeOf)
    {
        // A name is looked up once a case, and not once a layer.
        var cluster = Number(result.Cluster);
        overall.Add(result.Key, cluster, before, result.Candidate);
        foreach (var cells in result.Layers) byLayer[cells.Layer].Add(result.Key, cluster, beforeOf(cells), cells.Candidate);
    }

    /// <summary>The layers as they were counted, then overall.</summary>
    public List<LayerComparison> Measured(ComparisonFrame frame) =>
    [
        .. layers.Select(l => Measuring.Of(l, byLayer[l.Id], frame.Gate.RuleOf(l.Id), frame)),
        Measuring.Of(All, overall, frame.Gate.Overall, frame),
    ];

    int? Number(string? cluster)
    {
        if (cluster is null) return null;
        if (!clusters.TryGetValue(cluster, out var number)) clusters[cluster] = number = clusters.Count;
        return number;
    }
}
