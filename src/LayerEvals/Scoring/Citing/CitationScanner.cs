using System.Buffers;

namespace LayerEvals.Scoring.Citing;

/// <summary>Finds the citations of a text in two passes, one for marks and one for words, each from left to right; no pattern goes back.</summary>
internal static class CitationScanner
{
    // A marker and so much before it is found in a source only where it was quoted from there.
    const int WordsBefore = 16;

    static readonly SearchValues<char> Openers = SearchValues.Create("[\u3010(<");

    /// <summary>The citations in the order of the text; those in code, and those that stand in words quoted from a source, are not the answer's.</summary>
    public static List<Citation> In(CitedText text)
    {
        var marked = Marked(text);
        if (!text.Styles.Has(CitationStyle.Clauses) || !text.Styles.IsChosen && !text.Shelf.HasNumbers) return marked;
        return Merged(marked, ClauseMarkers.In(text));
    }

    static List<Citation> Marked(CitedText text)
    {
        var found = new List<Citation>();
        var at = 0;
        while (at < text.Text.Length && text.Text.AsSpan(at).IndexOfAny(Openers) is >= 0 and var ahead)
        {
            at += ahead;
            if (text.Regions.At(at) is { IsCode: true } code)
            {
                at = code.End;
                continue;
            }
            var (citation, end) = text.Text[at] switch
            {
                '[' => BracketMarkers.At(text, at),
                '\u3010' => LenticularMarkers.At(text, at),
                '(' => ParenthesisMarkers.At(text, at),
                _ => TagMarkers.At(text, at),
            };
            if (citation is not null && text.Styles.Has(citation.Style) && IsOwn(text, citation.Span)) found.Add(citation);
            at = end;
        }
        return found;
    }

    /// <summary>Whether the answer itself says what stands there: words quoted from a source keep that source's own citations.</summary>
    public static bool IsOwn(CitedText text, TextSpan span)
    {
        if (text.Regions.At(span.Start) is not { } region) return true;
        if (region.IsCode) return false;
        var start = Math.Max(region.Start + 1, span.Start - WordsBefore);
        return !text.IsInSources(text.Text[start..span.End].Trim());
    }

    // Both are in order. A clause that stands in a bracket was read there.
    static List<Citation> Merged(List<Citation> marked, List<Citation> clauses)
    {
        if (clauses.Count == 0) return marked;
        var all = new List<Citation>(marked.Count + clauses.Count);
        var next = 0;
        foreach (var clause in clauses)
        {
            while (next < marked.Count && marked[next].Span.End <= clause.Span.Start) all.Add(marked[next++]);
            if (next >= marked.Count || marked[next].Span.Start >= clause.Span.End) all.Add(clause);
        }
        all.AddRange(marked[next..]);
        return all;
    }
}
