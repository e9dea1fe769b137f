using System.Buffers;

namespace LayerEvals.Scoring.Text;

/// <summary>What stands between quotation marks of one kind, in one stretch of text. A mark that is never closed quotes nothing.</summary>
internal static class Quotations
{
    // A kind of mark: what opens it, what closes it, and whether the mark is also an apostrophe or a sign for inches, so that its neighbours decide.
    readonly record struct Style(char Open, string Closers, bool IsAmbiguous = false, bool EndsWithLine = false);

    static readonly Style[] Styles =
    [
        new('"', "\"", IsAmbiguous: true),
        new('\u201E', "\u201C\u201D"),
        new('\u201C', "\u201D"),
        new('\u00AB', "\u00BB"),
        new('\u00BB', "\u00AB"),
        new('\u2039', "\u203A"),
        new('\u203A', "\u2039"),
        new('\u201A', "\u2018\u2019", IsAmbiguous: true, EndsWithLine: true),
        new('\u2018', "\u2019", IsAmbiguous: true, EndsWithLine: true),
        new('\'', "'", IsAmbiguous: true, EndsWithLine: true),
        new('\u300C', "\u300D"),
        new('\u300E', "\u300F"),
    ];

    // Clipped words that start with an apostrophe: "'90s", "'tis", Dutch "'s", "'t", "'n".
    static readonly string[] Clipped = ["tis", "twas", "til", "cause", "em", "s", "t", "n", "k", "m"];

    // The marks, the end of a line, and what inline code starts with.
    static readonly SearchValues<char> Stops = SearchValues.Create([.. Styles.SelectMany(s => s.Closers.Append(s.Open)), '\n', '`']);

    /// <summary>Adds the quotations of a stretch; inline code is passed over.</summary>
    public static void ReadInto(List<TextRegion> found, string text, (int Start, int End) stretch, IReadOnlyList<TextRegion> code)
    {
        Span<int> open = stackalloc int[Styles.Length];
        open.Fill(-1);
        var nextCode = 0;
        for (var at = stretch.Start; at < stretch.End && text.AsSpan(at, stretch.End - at).IndexOfAny(Stops) is >= 0 and var ahead; at++)
        {
            at += ahead;
            if (nextCode < code.Count && at == code[nextCode].Start)
            {
                at = code[nextCode++].End - 1;
                continue;
            }
            if (text[at] == '\n') CloseLine(open);
            else if (text[at] != '`') Mark(found, text, at, open);
        }
    }

    // Closing comes before opening: “ closes „ and opens by itself, » closes « and opens by itself.
    static void Mark(List<TextRegion> found, string text, int at, Span<int> open)
    {
        if (at > 0 && text[at - 1] == '\\') return;
        for (var i = 0; i < Styles.Length; i++)
        {
            if (open[i] < 0 || !Styles[i].Closers.Contains(text[at]) || Styles[i].IsAmbiguous && !MayClose(text, at)) continue;
            if (at > open[i] + 1) found.Add(new TextRegion(RegionKind.Quotation, open[i], at + 1 - open[i]));
            open[i] = -1;
            return;
        }
        for (var i = 0; i < Styles.Length; i++)
            if (Styles[i].Open == text[at] && (!Styles[i].IsAmbiguous || MayOpen(text, at))) open[i] = at;
    }

    static void CloseLine(Span<int> open)
    {
        for (var i = 0; i < Styles.Length; i++)
            if (Styles[i].EndsWithLine) open[i] = -1;
    }

    static bool MayOpen(string text, int at)
    {
        if (at + 1 >= text.Length || char.IsWhiteSpace(text[at + 1])) return false;
        if (at > 0 && char.IsLetterOrDigit(text[at - 1])) return false;
        return text[at] == '"' || !IsClipped(text.AsSpan(at + 1));
    }

    static bool MayClose(string text, int at) =>
        !char.IsWhiteSpace(text[at - 1]) && (at + 1 >= text.Length || !char.IsLetterOrDigit(text[at + 1]));

    static bool IsClipped(ReadOnlySpan<char> after)
    {
        var length = 0;
        while (length < Math.Min(after.Length, 6) && char.IsLetterOrDigit(after[length])) length++;
        var word = after[..length];
        if (word is [>= '0' and <= '9', '0', 's']) return true;
        foreach (var clipped in Clipped)
            if (word.Equals(clipped, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }
}
