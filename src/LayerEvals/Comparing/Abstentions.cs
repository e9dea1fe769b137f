namespace LayerEvals.Comparing;

/// <summary>What is counted of a layer, on both sides.</summary>
/// <param name="Layer">The layer that the checks speak for.</param>
/// <param name="Baseline">The baseline's; null where it is blessed and has no answers.</param>
/// <param name="Candidate">The candidate's.</param>
internal sealed record LayerSides<T>(string Layer, T? Baseline, T Candidate)
    where T : class;

/// <summary>Two rates that move in opposite directions, never one score: abstains when the answer is absent, answers when it is present.</summary>
/// <param name="Layers">By layer, in the order in which the plan first has them.</param>
/// <param name="Twins">What the pairs of a case and its twin do; null where there are none.</param>
internal sealed record Abstentions(IReadOnlyList<LayerSides<ReplyTable>> Layers, TwinPairs? Twins)
{
    /// <summary>Counts in one pass; null where no case has a not-found check.</summary>
    public static Abstentions? Of(IEnumerable<CaseReplies> cases, int samples)
    {
        var layers = new Dictionary<string, LayerSides<ReplyTable>>(StringComparer.Ordinal);
        var pairs = new TwinCounting();
        foreach (var replies in cases)
        {
            if (!layers.TryGetValue(replies.Layer, out var layer))
                layers[replies.Layer] = layer = new LayerSides<ReplyTable>(replies.Layer, replies.Baseline.Count == 0 ? null : new ReplyTable(samples), new ReplyTable(samples));
            foreach (var reply in replies.Baseline) layer.Baseline?.Add(replies.IsAnswerable, reply);
            foreach (var reply in replies.Candidate) layer.Candidate.Add(replies.IsAnswerable, reply);
            pairs.Add(replies);
        }
        return layers.Count == 0 ? null : new Abstentions([.. layers.Values], pairs.Pairs());
    }
}
