using System.Buffers;

namespace LayerEvals.Scoring.Text;

/// <summary>Characters that a reader does not see: soft hyphens, zero-width blanks and joiners, marks of direction. They part no word and make no id another.</summary>
internal static class Invisible
{
    static readonly SearchValues<char> All = SearchValues.Create("\u00AD\u061C\u180E\u200B\u200C\u200D\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\uFEFF");

    // Below it only the soft hyphen, which no id and hardly a word has.
    const char First = '\u00AD';

    public static bool Is(char c) => c >= First && All.Contains(c);

    /// <summary>Whether a character is unseen in a word, or an accent that stands behind its letter.</summary>
    public static bool IsIgnored(char c) => c >= First && (c is >= '\u0300' and <= '\u036F' || All.Contains(c));

    /// <summary>A text without them.</summary>
    public static string Without(ReadOnlySpan<char> text)
    {
        var seen = new char[text.Length];
        var length = 0;
        foreach (var c in text)
            if (!Is(c)) seen[length++] = c;
        return new string(seen, 0, length);
    }
}
