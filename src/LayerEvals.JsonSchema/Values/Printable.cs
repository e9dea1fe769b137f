using System.Globalization;
using System.Text;

namespace LayerEvals.JsonSchema;

/// <summary>Text from outside on one line, safe to print: shortened, and everything that a terminal obeys shown as an escape.</summary>
internal static class Printable
{
    public const int Longest = 60;

    public static string Short(ReadOnlySpan<char> text, int longest = Longest)
    {
        if (text.Length <= longest) return Line(text);
        var cut = char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest;
        return Line(text[..cut]) + "…";
    }

    public static string Line(ReadOnlySpan<char> text)
    {
        var line = new StringBuilder(text.Length + 8);
        foreach (var rune in text.EnumerateRunes())
        {
            // A lone surrogate arrives here as U+FFFD.
            if (rune.Value == '\n') line.Append("\\n");
            else if (rune.Value == '\r') line.Append("\\r");
            else if (rune.Value == '\t') line.Append("\\t");
            else if (IsObeyed(rune)) line.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:x4}");
            else line.Append(rune.ToString());
        }
        return line.ToString();
    }

    // Control: terminal escapes. Format: right-to-left overrides, zero-width characters.
    static bool IsObeyed(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
