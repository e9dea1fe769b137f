namespace LayerEvals.Comparing;

/// <summary>Counts replies in a table a side of each layer.</summary>
/// <param name="empty">Makes a table that has counted nothing yet.</param>
internal sealed class LayerCounting<T>(Func<T> empty)
    where T : class
{
    readonly Dictionary<string, (LayerSides<T> Sides, Dictionary<string, T> Baseline, Dictionary<string, T> Candidate)> layers = new(StringComparer.Ordinal);

    /// <summary>The layers in the order in which they first came; null where none did.</summary>
    public IReadOnlyList<LayerSides<T>>? Layers => layers.Count == 0 ? null : [.. layers.Values.Select(l => l.Sides)];

    /// <summary>Counts the replies to one case, a list a side: the baseline's is empty where it is blessed. A case that stands alone has no cluster.</summary>
    public void Add<TReply>((string Layer, string? Cluster) of, (IReadOnlyList<TReply> Baseline, IReadOnlyList<TReply> Candidate) replies, Action<T, TReply> add)
    {
        if (!layers.TryGetValue(of.Layer, out var layer)) layers[of.Layer] = layer = Empty(of.Layer, replies.Baseline.Count > 0);
        if (layer.Sides.Baseline is { } baseline) Add(baseline, (of.Cluster, layer.Baseline), replies.Baseline, add);
        Add(layer.Sides.Candidate, (of.Cluster, layer.Candidate), replies.Candidate, add);
    }

    (LayerSides<T>, Dictionary<string, T>, Dictionary<string, T>) Empty(string layer, bool hasBaseline)
    {
        var (baseline, candidate) = (new Dictionary<string, T>(StringComparer.Ordinal), new Dictionary<string, T>(StringComparer.Ordinal));
        return (new LayerSides<T>(layer, hasBaseline ? empty() : null, empty()) { Clusters = (baseline.Values, candidate.Values) }, baseline, candidate);
    }

    void Add<TReply>(T all, (string? Name, Dictionary<string, T> Tables) cluster, IReadOnlyList<TReply> replies, Action<T, TReply> add)
    {
        T? own = null;
        if (cluster.Name is { } name && !cluster.Tables.TryGetValue(name, out own)) cluster.Tables[name] = own = empty();
        foreach (var reply in replies)
        {
            add(all, reply);
            if (own is not null) add(own, reply);
        }
    }
}
