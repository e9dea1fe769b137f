using System.Globalization;
using System.Text;

namespace LayerEvals.Scoring.Instructions;

/// <summary>What Python's <c>str</c> and <c>re</c> say of characters, where .NET says something else: the reference is written in Python.</summary>
internal static class PythonText
{
    /// <summary><c>\s</c> and <c>str.isspace</c>: .NET's white space and the four separators U+001C to U+001F.</summary>
    public static bool IsSpace(char c) => char.IsWhiteSpace(c) || c is >= '\u001C' and <= '\u001F';

    /// <summary><c>str.strip</c>.</summary>
    public static ReadOnlySpan<char> Trim(ReadOnlySpan<char> text)
    {
        var start = 0;
        while (start < text.Length && IsSpace(text[start])) start++;
        var end = text.Length;
        while (end > start && IsSpace(text[end - 1])) end--;
        return text[start..end];
    }

    /// <summary><c>str.strip</c>.</summary>
    public static string Trim(string text) => Trim(text.AsSpan()) is var trimmed && trimmed.Length == text.Length ? text : trimmed.ToString();

    public static bool IsBlank(ReadOnlySpan<char> text) => Trim(text).IsEmpty;

    /// <summary><c>str.lower</c>: U+0130 becomes two characters.</summary>
    public static string Lower(string text) => text.Replace("\u0130", "i\u0307", StringComparison.Ordinal).ToLowerInvariant();

    /// <summary><c>\w</c>: letters, numbers of every kind and the underscore, and no combining marks.</summary>
    public static bool IsWord(Rune rune)
    {
        if (rune.IsAscii) return char.IsAsciiLetterOrDigit((char)rune.Value) || rune.Value == '_';
        return Rune.GetUnicodeCategory(rune) is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter
            or UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;
    }

    /// <summary>The number of longest runs of <c>\w</c>: "don't" is two, "3.5" is two.</summary>
    public static int Words(string text)
    {
        var words = 0;
        var inWord = false;
        foreach (var rune in text.EnumerateRunes())
        {
            var isWord = IsWord(rune);
            if (isWord && !inWord) words++;
            inWord = isWord;
        }
        return words;
    }

    /// <summary><c>str.isupper</c>: a cased character, and none that is lower or title case.</summary>
    public static bool IsUpper(ReadOnlySpan<char> text) => Cased(text, isUpper: true) is (true, < 0);

    /// <summary>Whether a cased character is there, and where the first one stands that has the other case; -1 where none has.</summary>
    public static (bool HasCase, int OtherAt) Cased(ReadOnlySpan<char> text, bool isUpper)
    {
        var hasCase = false;
        var at = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            var found = CaseOf(rune);
            if (found != 0 && found != (isUpper ? 1 : -1)) return (true, at);
            hasCase |= found != 0;
            at += rune.Utf16SequenceLength;
        }
        return (hasCase, -1);
    }

    // 1 upper, -1 lower, 2 title case, 0 none. Roman numerals and circled letters have a case without being letters (Other_Uppercase, Other_Lowercase).
    static int CaseOf(Rune rune)
    {
        if (rune.IsAscii) return char.IsAsciiLetterUpper((char)rune.Value) ? 1 : char.IsAsciiLetterLower((char)rune.Value) ? -1 : 0;
        return Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.UppercaseLetter => 1,
            UnicodeCategory.LowercaseLetter => -1,
            UnicodeCategory.TitlecaseLetter => 2,
            _ => rune.Value switch
            {
                >= 0x2160 and <= 0x216F or >= 0x24B6 and <= 0x24CF => 1,
                >= 0x2170 and <= 0x217F or >= 0x24D0 and <= 0x24E9 or 0xAA or 0xBA => -1,
                _ => 0,
            },
        };
    }
}
