using System.Buffers;
using LayerEvals.Scoring.Text;

namespace LayerEvals.Scoring.Citing;

/// <summary>Cuts an answer into claims and gives each its citations: those that stand in it, and those that follow it.</summary>
internal static class Claims
{
    /// <summary>How many words of a claim are counted: no rule asks for more.</summary>
    public const int MostWordsCounted = 8;

    // What an assistant says of itself; compared with the start of a sentence, in lower case.
    static readonly string[] Courtesies =
    [
        "please ", "let me know", "i hope", "hope this", "feel free", "thank", "if you have any", "i can ", "i'm happy", "i am happy", "is there anything", "note that this answer",
        "bitte ", "gern", "merci", "n'hésitez", "por favor", "gracias", "per favore", "grazie", "obrigad", "alstublieft", "bedankt",
    ];

    // Most sentences start with another letter.
    static readonly SearchValues<char> CourtesyLetters = SearchValues.Create([.. Courtesies.SelectMany(c => new[] { c[0], char.ToUpperInvariant(c[0]) }).Distinct()]);

    /// <summary>The claims of a text in order. Code claims nothing.</summary>
    /// <param name="text">The text.</param>
    /// <param name="citations">Its citations, in order.</param>
    /// <param name="regions">Its code and quotations.</param>
    public static List<Claim> In(string text, IReadOnlyList<Citation> citations, TextRegions regions)
    {
        var claims = new List<Claim>();
        var next = 0;
        foreach (var span in ClaimSpans.In(text))
        {
            if (regions.At(span.Start) is { Kind: RegionKind.Fence or RegionKind.Comment }) continue;
            var first = next;
            while (next < citations.Count && citations[next].Span.Start < span.End) next++;
            var inside = new CitationRange(citations, first, next);
            var words = Words(text, span, inside);
            // A citation alone belongs to what was said before it.
            var claim = words == 0 && claims.Count > 0 ? claims[^1] : new Claim(span) { Words = words, IsAssertion = IsAssertion(text, span, words) };
            if (claim.Span == span) claims.Add(claim);
            for (var i = first; i < next; i++) claim.Citations.Add(citations[i]);
        }
        for (; next < citations.Count && claims.Count > 0; next++) claims[^1].Citations.Add(citations[next]);
        return claims;
    }

    readonly record struct CitationRange(IReadOnlyList<Citation> All, int First, int End);

    // The words before, between and after the citations.
    static int Words(string text, TextSpan span, CitationRange citations)
    {
        var words = 0;
        var at = span.Start;
        for (var i = citations.First; i < citations.End && words < MostWordsCounted; i++)
        {
            var cited = citations.All[i].Span;
            if (cited.Start > at) words += Words(text.AsSpan(at, cited.Start - at));
            at = Math.Max(at, cited.End);
        }
        return at < span.End && words < MostWordsCounted ? words + Words(text.AsSpan(at, span.End - at)) : words;
    }

    static int Words(ReadOnlySpan<char> text)
    {
        var words = 0;
        var inWord = false;
        foreach (var c in text)
        {
            var isWord = char.IsLetterOrDigit(c) || inWord && c is '\'' or '\u2019' or '-' or '.' or ',';
            if (isWord && !inWord && ++words == MostWordsCounted) break;
            inWord = isWord;
        }
        return words;
    }

    static bool IsAssertion(string text, TextSpan span, int words)
    {
        if (words == 0) return false;
        var said = text.AsSpan(span.Start, span.Length);
        if (said[0] == '#' || said.TrimEnd(" *_")[^1] is '?' or ':' || said is ['*', '*', .., '*', '*'] && words < MostWordsCounted) return false;
        var start = said.TrimStart(" -*+\u2022>_");
        if (start.IsEmpty || !CourtesyLetters.Contains(start[0])) return true;
        foreach (var courtesy in Courtesies)
            if (start.StartsWith(courtesy, StringComparison.OrdinalIgnoreCase)) return false;
        return true;
    }
}
