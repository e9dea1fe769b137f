namespace LayerEvals.Scoring.Citing;

/// <summary>How many of a claim's content words occur in its sources. It counts words and knows nothing of meaning: a "not" is no content word.</summary>
/// <param name="Found">The words that occur there.</param>
/// <param name="All">All content words of the claim.</param>
internal readonly record struct LexicalSupport(int Found, int All)
{
    /// <summary>The share; 1 where the claim has no content words.</summary>
    public double Share => All == 0 ? 1 : (double)Found / All;

    public LexicalSupport And(LexicalSupport other) => new(Found + other.Found, All + other.All);

    /// <summary>The support of a claim; its citations are no words of it.</summary>
    public static LexicalSupport Of(string text, Claim claim, IReadOnlyList<SourceReading> sources)
    {
        int found = 0, all = 0, at = claim.Span.Start;
        var next = 0;
        while (at < claim.Span.End)
        {
            while (next < claim.Citations.Count && claim.Citations[next].Span.End <= at) next++;
            var end = next < claim.Citations.Count ? Math.Clamp(claim.Citations[next].Span.Start, at, claim.Span.End) : claim.Span.End;
            while (ContentWords.Next(text, ref at, end, out var word))
            {
                all++;
                if (IsIn(sources, word)) found++;
            }
            if (next < claim.Citations.Count) at = Math.Max(at, claim.Citations[next].Span.End);
        }
        return new LexicalSupport(found, all);
    }

    // By index: an enumerator for each word of each answer is garbage by the megabyte.
    static bool IsIn(IReadOnlyList<SourceReading> sources, ReadOnlySpan<char> word)
    {
        for (var i = 0; i < sources.Count; i++)
            if (sources[i].Words.Has(word)) return true;
        return false;
    }
}
