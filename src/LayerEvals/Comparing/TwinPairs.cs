namespace LayerEvals.Comparing;

/// <summary>What a side does with the pairs of a case and its twin without the source: by the first sample of each.</summary>
/// <param name="Flipped">Answers with the source and abstains without it, as it should.</param>
/// <param name="AnswersBoth">Answers with and without: the answer without is not supported.</param>
/// <param name="AbstainsBoth">Abstains with and without: it does not see what the source holds.</param>
/// <param name="Reversed">Abstains with the source and answers without it.</param>
/// <param name="Lost">Pairs of which a reply is unknown, empty or a refusal.</param>
internal sealed record TwinCounts(IReadOnlyList<string> Flipped, IReadOnlyList<string> AnswersBoth, IReadOnlyList<string> AbstainsBoth, IReadOnlyList<string> Reversed, IReadOnlyList<string> Lost)
{
    public int Pairs => Flipped.Count + NotFlipped + Lost.Count;

    public int NotFlipped => AnswersBoth.Count + AbstainsBoth.Count + Reversed.Count;
}

/// <summary>The pairs of both sides.</summary>
/// <param name="Baseline">Null where the baseline is blessed and has no answers.</param>
/// <param name="Candidate">The candidate's.</param>
internal sealed record TwinPairs(TwinCounts? Baseline, TwinCounts Candidate);

/// <summary>Finds the pairs while the cases go by. A case is kept only until both of a pair were seen.</summary>
internal sealed class TwinCounting
{
    readonly Dictionary<string, CaseReplies> originals = new(StringComparer.Ordinal);
    readonly List<CaseReplies> twins = [];

    public void Add(CaseReplies replies)
    {
        if (replies.TwinOf is not null) twins.Add(replies);
        else if (replies.IsAnswerable) originals[replies.Key] = replies;
    }

    public TwinPairs? Pairs()
    {
        var pairs = twins.Where(t => originals.ContainsKey(t.TwinOf!)).Select(t => (Original: originals[t.TwinOf!], Twin: t)).ToList(); // those in `twins` have one
        if (pairs.Count == 0) return null;
        return new TwinPairs(pairs[0].Twin.Baseline.Count == 0 ? null : Of(pairs, 0), Of(pairs, 1));
    }

    static TwinCounts Of(List<(CaseReplies Original, CaseReplies Twin)> pairs, int side)
    {
        var found = pairs.ToLookup(p => (Answers(p.Original.Of(side)), Answers(p.Twin.Of(side))), p => p.Original.Key);
        return new TwinCounts([.. found[(true, false)]], [.. found[(true, true)]], [.. found[(false, false)]], [.. found[(false, true)]],
            [.. found.Where(g => g.Key.Item1 is null || g.Key.Item2 is null).SelectMany(g => g)]);
    }

    static bool? Answers(IReadOnlyList<Reply> replies) => replies.Count == 0 ? null : replies[0] switch
    {
        Reply.Correct or Reply.Wrong or Reply.Unjudged => true,
        Reply.Abstained => false,
        _ => null,
    };
}
