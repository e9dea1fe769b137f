using System.Buffers;

namespace LayerEvals.Scoring.Citing;

/// <summary>The number after <c>Clause</c>, <c>Section</c>, <c>Article</c> or <c>§</c>: <c>4.1(b)</c>, <c>12.3</c>, <c>7A</c>, <c>IV</c>, <c>(b)</c>.</summary>
internal static class ClauseNumber
{
    const int MostDigits = 4;

    static readonly string[] Words =
    [
        "subsections", "subsection", "sub-sections", "sub-section", "subclauses", "subclause", "sub-clauses", "sub-clause",
        "sections", "section", "clauses", "clause", "articles", "article", "paragraphs", "paragraph", "secs.", "sec.", "arts.", "art.", "cl.", "paras.", "para.",
        "abschnitt", "artikel", "absatz", "klausel", "ziffer", "clausula", "artigo", "articolo", "\u00A7\u00A7", "\u00A7",
    ];

    static readonly SearchValues<string> Keywords = SearchValues.Create([.. Words.Where(w => w[0] != '\u00A7')], StringComparison.OrdinalIgnoreCase);

    /// <summary>The places of the words and signs in a text, in order: one search for each, so that the words keep the quick search of ASCII.</summary>
    public static IEnumerable<int> Places(string text)
    {
        var (word, sign) = (Word(text, 0), text.IndexOf('\u00A7'));
        while (word >= 0 || sign >= 0)
        {
            if (word >= 0 && (sign < 0 || word < sign))
            {
                yield return word;
                word = Word(text, word + 1);
            }
            else
            {
                yield return sign;
                sign = text.IndexOf('\u00A7', sign + 1);
            }
        }
    }

    static int Word(string text, int from) => text.AsSpan(from).IndexOfAny(Keywords) is >= 0 and var ahead ? from + ahead : -1;

    /// <summary>The length of the word that stands at an index, blanks after it included; 0 where there is none. Longer words come first: a plural may name several numbers.</summary>
    public static int WordAt(string text, int at, out bool isPlural)
    {
        isPlural = false;
        if (at > 0 && (char.IsLetterOrDigit(text[at - 1]) || text[at - 1] is '-' or '\u00A7')) return 0;
        foreach (var word in Words)
        {
            if (string.Compare(text, at, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) != 0) continue;
            var end = at + word.Length;
            var blanks = 0;
            while (end + blanks < text.Length && blanks < 3 && text[end + blanks] is ' ' or '\u00A0' or '\u202F') blanks++;
            isPlural = word.TrimEnd('.')[^1] == 's' || word == "\u00A7\u00A7";
            return blanks > 0 || word[^1] is '.' or '\u00A7' ? word.Length + blanks : 0;
        }
        return 0;
    }

    /// <summary>The number in a text that is a word and its number and nothing else: <c>Section 4.1</c>.</summary>
    public static string? After(ReadOnlySpan<char> written)
    {
        if (written.Length > 60) return null;
        var text = written.ToString();
        var word = WordAt(text, 0, out _);
        return word > 0 && Length(text, word) is > 0 and var length && word + length == text.Length ? text[word..] : null;
    }

    /// <summary>The length of the number that starts at an index; 0 where there is none.</summary>
    public static int Length(string text, int at)
    {
        var end = at;
        if (Digits(text, end) is > 0 and <= MostDigits and var first) end = Inner(text, end + first);
        else if (Roman(text, at) is > 0 and var roman) end = at + roman;
        else if (Group(text, at) == 0) return 0;
        while (Group(text, end) is > 0 and var group) end += group;
        if (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '%' or '\u20AC' or '$')) return 0;
        return end - at;
    }

    // .3 and .3.1 and .b, then a letter as in 7A.
    static int Inner(string text, int end)
    {
        while (end + 1 < text.Length && text[end] is '.' && Digits(text, end + 1) is > 0 and <= MostDigits and var digits) end += 1 + digits;
        while (end + 1 < text.Length && text[end] == '.' && IsLetter(text, end + 1) && !IsWordPart(text, end + 2)) end += 2;
        if (IsLetter(text, end) && !IsWordPart(text, end + 1)) end++;
        return end;
    }

    static int Digits(string text, int at)
    {
        var end = at;
        while (end < text.Length && end - at <= MostDigits && char.IsAsciiDigit(text[end])) end++;
        return end - at;
    }

    // "Article I wrote" has no number: a lone I counts only where the sentence does not go on with a word.
    static int Roman(string text, int at)
    {
        var end = at;
        while (end < text.Length && end - at < 7 && text[end] is 'I' or 'V' or 'X' or 'L' or 'C' && end < text.Length) end++;
        var goesOn = end + 1 < text.Length && text[end] == ' ' && char.IsLower(text[end + 1]);
        return end - at == 1 && text[at] is 'I' or 'C' or 'L' && goesOn ? 0 : end - at;
    }

    // (b), (iii), (2)
    static int Group(string text, int at)
    {
        if (at >= text.Length || text[at] != '(') return 0;
        var end = at + 1;
        while (end < text.Length && end - at < 6 && char.IsAsciiLetterOrDigit(text[end])) end++;
        if (end == at + 1 || end >= text.Length || text[end] != ')') return 0;
        var inside = text.AsSpan(at + 1, end - at - 1);
        return inside.Length <= 2 || !inside.ContainsAnyExcept("ivxlcIVXLC") || !inside.ContainsAnyExceptInRange('0', '9') ? end + 1 - at : 0;
    }

    static bool IsLetter(string text, int at) => at < text.Length && char.IsAsciiLetter(text[at]);

    static bool IsWordPart(string text, int at) => at < text.Length && char.IsLetterOrDigit(text[at]);
}
