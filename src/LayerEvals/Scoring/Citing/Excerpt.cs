namespace LayerEvals.Scoring.Citing;

/// <summary>What a source says where it speaks of a claim: what a reader holds beside it.</summary>
internal static class Excerpt
{
    const int Most = 400;

    /// <summary>The sentences around the one that shares most content words with the claim, at most 400 characters.</summary>
    public static string Of(SourceReading source, string claim)
    {
        if (source.Text.Length <= Most) return Printable.Short(source.Text.Trim(), Most);
        var words = ContentWords.Of(claim);
        var (best, most) = (0, 0);
        foreach (var (start, length) in Sentences.In(source.Text))
        {
            var shared = 0;
            for (var at = start; ContentWords.Next(source.Text, ref at, start + length, out var word);)
                if (words.Has(word)) shared++;
            if (shared > most) (best, most) = (start, shared);
        }
        return (best > 0 ? "…" : "") + Printable.Short(source.Text[best..].Trim(), Most);
    }
}
