namespace LayerEvals.Comparing;

/// <summary>Two rates that move in opposite directions, never one score: abstains when the answer is absent, answers when it is present.</summary>
/// <param name="Layers">By layer, in the order in which the plan first has them.</param>
/// <param name="Twins">What the pairs of a case and its twin do; null where there are none.</param>
internal sealed record Abstentions(IReadOnlyList<LayerSides<ReplyTable>> Layers, TwinPairs? Twins)
{
    /// <summary>Counts in one pass; null where no case has a not-found check.</summary>
    public static Abstentions? Of(IEnumerable<CaseReplies> cases, int samples)
    {
        var layers = new LayerCounting<ReplyTable>(() => new ReplyTable(samples));
        var pairs = new TwinCounting();
        foreach (var replies in cases)
        {
            layers.Add((replies.Layer, replies.Cluster), (replies.Baseline, replies.Candidate), (table, reply) => table.Add(replies.IsAnswerable, reply));
            pairs.Add(replies);
        }
        return layers.Layers is { } counted ? new Abstentions(counted, pairs.Pairs()) : null;
    }
}
