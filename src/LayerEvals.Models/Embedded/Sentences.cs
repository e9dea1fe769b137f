using System.Collections.Frozen;

namespace LayerEvals.Models;

/// <summary>Splits a text into sentences and list items, in one pass. Knows abbreviations, initials, decimals and wrapped lines.</summary>
internal static class Sentences
{
    // A longer run without a full stop is cut, so that hostile text cannot make one endless sentence.
    private const int Longest = 1500;
    private const int ShortestWrappedLine = 50;
    private static readonly FrozenSet<string> Abbreviations = FrozenSet.Create(
        "mr", "mrs", "ms", "dr", "prof", "st", "art", "sec", "fig", "approx", "vs", "inc", "ltd", "e.g", "i.e", "p", "pp", "cf", "ca", "nr", "incl", "excl", "max", "min",
        "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "dept", "tel", "vol", "ed", "al");

    public static List<Range> Of(string text, bool wholeQuotes = false)
    {
        var sentences = new List<Range>();
        var start = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (wholeQuotes && text[at] == '"') at = EndOfQuote(text, at);
            if (at - start >= Longest && char.IsWhiteSpace(text[at]) || at - start >= 2 * Longest || EndsAt(text, start, at))
            {
                Add(sentences, text, start, at + 1);
                start = at + 1;
            }
        }
        Add(sentences, text, start, text.Length);
        return sentences;
    }

    /// <summary>The sentences as strings, white space single, list marks gone.</summary>
    public static IEnumerable<string> Texts(string text, bool wholeQuotes = false)
    {
        foreach (var range in Of(text, wholeQuotes)) yield return Plain.OneLine(text.AsSpan(range));
    }

    private static bool EndsAt(string text, int start, int at)
    {
        if (text[at] == '\n') return EndsAtLineBreak(text, start, at);

        var mark = text[at] is '"' or '”' or ')' or '\'' && at > start ? text[at - 1] : text[at];
        if (mark is not ('.' or '!' or '?' or '。')) return false;
        if (at + 1 >= text.Length) return true;
        if (!char.IsWhiteSpace(text[at + 1])) return text[at] == '。';

        var next = at + 1;
        while (next < text.Length && text[next] is ' ' or '\t') next++;
        if (next < text.Length && char.IsLower(text[next])) return false;
        return mark != '.' || !IsAbbreviated(text.AsSpan(start, at - start), next < text.Length ? text[next] : ' ');
    }

    private static bool IsAbbreviated(ReadOnlySpan<char> before, char next)
    {
        var word = before[(before.LastIndexOfAny(" \t\n(\"") + 1)..];
        if (word.Length is 0 or > 6) return false;
        if (word.Length == 1 && char.IsAsciiLetterUpper(word[0])) return true;
        if (word.IndexOfAnyExceptInRange('0', '9') < 0) return before.Trim().Length == word.Length;
        if (word is "No" or "no" or "Nos") return char.IsAsciiDigit(next);

        Span<char> letters = stackalloc char[6];
        return Abbreviations.GetAlternateLookup<ReadOnlySpan<char>>().Contains(letters[..word.ToLowerInvariant(letters)]);
    }

    private static bool EndsAtLineBreak(string text, int start, int at)
    {
        if (at + 1 >= text.Length || text[at + 1] is '\n' or '-' or '*' or '•' or '#') return true;
        if (char.IsLower(text[at + 1])) return at > start && text[at - 1] is ':';

        var line = at == 0 ? 0 : text.AsSpan(start, at - start).LastIndexOf('\n') + 1;
        return at - start - line < ShortestWrappedLine || (at > start && text[at - 1] is '.' or ':' or ';' or '!' or '?');
    }

    private static int EndOfQuote(string text, int at)
    {
        const int longestQuote = 300;
        var rest = text.AsSpan(at + 1, Math.Min(longestQuote, text.Length - at - 1));
        var end = rest.IndexOfAny('"', '\n');
        return end >= 0 && rest[end] == '"' ? at + 1 + end : at;
    }

    private static void Add(List<Range> sentences, string text, int start, int end)
    {
        while (start < end && (char.IsWhiteSpace(text[start]) || text[start] is '•' or '#')) start++;
        if (end - start > 2 && text[start] is '-' or '*' or '–' && text[start + 1] == ' ') start += 2;
        else start += LengthOfNumbering(text.AsSpan(start, end - start));
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        if (end > start) sentences.Add(start..end);
    }

    private static int LengthOfNumbering(ReadOnlySpan<char> item)
    {
        var digits = item.IndexOfAnyExceptInRange('0', '9');
        return digits is > 0 and < 3 && item.Length > digits + 1 && item[digits] is '.' or ')' && item[digits + 1] == ' ' ? digits + 2 : 0;
    }
}
