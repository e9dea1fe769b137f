namespace LayerEvals.Comparing;

/// <summary>Counts replies in a table a side of each layer.</summary>
/// <param name="empty">Makes a table that has counted nothing yet.</param>
internal sealed class LayerCounting<T>(Func<T> empty)
    where T : class
{
    readonly Dictionary<string, LayerSides<T>> layers = new(StringComparer.Ordinal);

    /// <summary>The layers in the order in which they first came; null where none did.</summary>
    public IReadOnlyList<LayerSides<T>>? Layers => layers.Count == 0 ? null : [.. layers.Values];

    /// <summary>Counts the replies to one case, a list a side: the baseline's is empty where it is blessed.</summary>
    public void Add<TReply>(string name, (IReadOnlyList<TReply> Baseline, IReadOnlyList<TReply> Candidate) replies, Action<T, TReply> add)
    {
        if (!layers.TryGetValue(name, out var layer))
            layers[name] = layer = new LayerSides<T>(name, replies.Baseline.Count == 0 ? null : empty(), empty());
        if (layer.Baseline is { } baseline)
            foreach (var reply in replies.Baseline) add(baseline, reply);
        foreach (var reply in replies.Candidate) add(layer.Candidate, reply);
    }
}
