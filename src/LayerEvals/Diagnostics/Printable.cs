using System.Globalization;
using System.Text;

namespace LayerEvals;

/// <summary>Makes text from outside safe to print: no terminal escape, no line break that forges a line of ours, no lone surrogate.</summary>
internal static class Printable
{
    /// <summary>The text on one line: control and format characters shown as <c>\u001b</c>, line breaks as <c>\n</c>.</summary>
    public static string Line(string text) => Clean(text, keepLines: false);

    /// <summary>The text with its line breaks, everything else that a terminal obeys shown as an escape.</summary>
    public static string Lines(string text) => Clean(text, keepLines: true);

    /// <summary>At most <paramref name="max"/> UTF-16 units of the text on one line, cut with an ellipsis and never inside a surrogate pair.</summary>
    public static string Short(string text, int max = 160)
    {
        if (text.Length <= max) return Line(text);
        var cut = char.IsHighSurrogate(text[max - 1]) ? max - 1 : max;
        return Line(text[..cut]) + "…";
    }

    static string Clean(string text, bool keepLines)
    {
        var dirty = false;
        foreach (var c in text) dirty |= c is < ' ' or > '~';
        if (!dirty) return text;

        var clean = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                // Tag characters (U+E0020 and on) spell out text that nobody sees.
                if (CharUnicodeInfo.GetUnicodeCategory(text, i) == UnicodeCategory.Format) clean.Append("\\U").Append(char.ConvertToUtf32(c, text[i + 1]).ToString("x8", CultureInfo.InvariantCulture));
                else clean.Append(c).Append(text[i + 1]);
                i++;
                continue;
            }
            if (c == '\n' && keepLines) clean.Append('\n');
            else if (c == '\n') clean.Append("\\n");
            else if (c == '\r') clean.Append(keepLines ? "" : "\\r");
            else if (c == '\t') clean.Append(keepLines ? "    " : "\\t");
            else if (IsObeyed(c)) clean.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
            else clean.Append(c);
        }
        return clean.ToString();
    }

    // Control: terminal escapes. Format: right-to-left overrides and zero-width characters. Surrogate: only lone ones reach this line. What is no character at all,
    // XML and readers of Markdown refuse.
    static bool IsObeyed(char c) => char.GetUnicodeCategory(c)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        || c is >= '\uFFFE' or (>= '\uFDD0' and <= '\uFDEF');
}
