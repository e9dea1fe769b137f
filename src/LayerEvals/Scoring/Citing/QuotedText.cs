using System.Text;
using LayerEvals.Scoring.Text;

namespace LayerEvals.Scoring.Citing;

/// <summary>What an answer puts between quotation marks, and whether a source has it.</summary>
/// <param name="Span">The quotation, its marks included.</param>
/// <param name="Pieces">Its words between omissions, as they are looked up.</param>
internal sealed record QuotedText(TextSpan Span, IReadOnlyList<string> Pieces)
{
    // One word between quotation marks is a term, not a quotation; "30" and the like are.
    const int FewestWords = 2;

    /// <summary>The quotations of an answer, in order.</summary>
    public static IEnumerable<QuotedText> In(CitedAnswer answer, bool isJson)
    {
        if (!isJson) return Of(answer.Text, answer.Regions);
        // \" in a JSON text is a quotation mark. Two characters stay two, so that places stay what they are; the closing one has two too.
        return answer.Claims.SelectMany(claim => Unescaped(claim.Span.Of(answer.Text)) is var said ? Of(said, TextRegions.Of(said)).Select(q => q with { Span = new TextSpan(q.Span.Start + claim.Span.Start, q.Span.Length + 1) }) : []);
    }

    /// <summary>Whether a folded source holds all pieces in their order.</summary>
    public bool IsIn(string folded)
    {
        var at = 0;
        foreach (var piece in Pieces)
        {
            at = Occurs(folded, piece, at);
            if (at < 0) return false;
        }
        return true;
    }

    /// <summary>A text as quotations are compared: white space as one blank, quotes and dashes plain, ellipses as three dots.</summary>
    public static string Folded(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                if (folded.Length > 0 && folded[^1] != ' ') folded.Append(' ');
            }
            else if (c == '\u2026') folded.Append("...");
            else if (c is not ('\u00AD' or '\u200B' or '*' or '_')) folded.Append(Plain(c));
        }
        return folded.ToString();
    }

    static string Unescaped(string json) => json.Replace("\\\"", "\"\u200B", StringComparison.Ordinal);

    static IEnumerable<QuotedText> Of(string text, TextRegions regions)
    {
        foreach (var region in regions.Items)
        {
            if (region.Kind != RegionKind.Quotation) continue;
            var inside = text.Substring(region.Start + 1, region.Length - 2);
            if (Units.Words(inside) < FewestWords && !inside.AsSpan().ContainsAnyInRange('0', '9')) continue;
            var pieces = Cut(inside);
            if (pieces.Count > 0) yield return new QuotedText(new TextSpan(region.Start, region.Length), pieces);
        }
    }

    // "[…]" and "…" leave words out; "[the customer]" puts others in; a full stop or comma may be the sentence's own.
    static List<string> Cut(string quoted)
    {
        var pieces = new List<string>();
        foreach (var plain in Folded(quoted).Split("..."))
            foreach (var piece in WithoutBrackets(plain))
                if (piece.Trim(" .,;:!?()-".ToCharArray()) is { Length: > 0 } said) pieces.Add(said);
        return pieces;
    }

    static IEnumerable<string> WithoutBrackets(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            var open = text.IndexOf('[', at);
            var close = open < 0 ? -1 : text.IndexOf(']', open);
            yield return close < 0 ? text[at..] : text[at..open];
            at = close < 0 ? text.Length : close + 1;
        }
    }

    // Capital or not at its start is the sentence's choice: "Refunds are …" quotes "… refunds are …".
    static int Occurs(string folded, string piece, int from)
    {
        for (var at = folded.IndexOf(piece, from, StringComparison.OrdinalIgnoreCase); at >= 0; at = folded.IndexOf(piece, at + 1, StringComparison.OrdinalIgnoreCase))
            if (string.CompareOrdinal(folded, at + 1, piece, 1, piece.Length - 1) == 0 && IsWhole(folded, at, at + piece.Length)) return at + piece.Length;
        return -1;
    }

    static bool IsWhole(string text, int start, int end) =>
        (start == 0 || !char.IsLetterOrDigit(text[start]) || !char.IsLetterOrDigit(text[start - 1])) && (end >= text.Length || !char.IsLetterOrDigit(text[end]) || !char.IsLetterOrDigit(text[end - 1]));

    static char Plain(char c) => c switch
    {
        '\u2018' or '\u2019' or '\u201A' or '\u201C' or '\u201D' or '\u201E' or '\u00AB' or '\u00BB' or '"' => '\'',
        '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2212' => '-',
        _ => c,
    };
}
