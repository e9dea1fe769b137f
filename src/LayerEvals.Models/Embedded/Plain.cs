using System.Globalization;
using System.Text;

namespace LayerEvals.Models;

/// <summary>Text made fit to be said: whole characters, no control characters, single spaces.</summary>
internal static class Plain
{
    public static string OneLine(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        if (text.IndexOfAny('\n', '\t', '\r') < 0 && text.IndexOf("  ") < 0) return text.ToString();

        var line = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (!char.IsWhiteSpace(letter)) line.Append(letter);
            else if (line.Length > 0 && line[^1] != ' ') line.Append(' ');
        }
        return line.ToString();
    }

    /// <summary>Replaces halves of surrogate pairs with U+FFFD and drops control characters but line feeds and tabs.</summary>
    public static string Speakable(string text)
    {
        var isClean = true;
        for (var at = 0; at < text.Length && isClean; at++) isClean = !char.IsSurrogate(text[at]) && !IsUnspeakable(text[at]);
        if (isClean) return text;

        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            if (!rune.IsBmp || !IsUnspeakable((char)rune.Value)) clean.Append(rune);
        return clean.ToString();
    }

    /// <summary>A number as it is written in an answer: no exponent, no trailing zeros, a point.</summary>
    public static string Number(decimal value) => value.ToString("0.##########", CultureInfo.InvariantCulture);

    private static bool IsUnspeakable(char letter) => char.IsControl(letter) && letter is not ('\n' or '\t');
}
