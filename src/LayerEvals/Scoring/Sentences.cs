using System.Buffers;

namespace LayerEvals.Scoring;

/// <summary>Cuts a text into sentences: at <c>. ! ? …</c> before white space, and at line ends of bullets and paragraphs.</summary>
internal static class Sentences
{
    static readonly HashSet<string> Abbreviations = new(StringComparer.OrdinalIgnoreCase)
    {
        "mr", "mrs", "ms", "dr", "prof", "st", "no", "nos", "art", "sec", "cl", "para", "fig", "vs", "etc", "e.g", "i.e", "cf", "approx", "inc", "ltd", "co", "jr", "sr", "dept", "ref", "tel", "p.m", "a.m", "u.s", "u.k", "incl", "excl", "max", "min",
    };

    static readonly SearchValues<char> Ends = SearchValues.Create("\n.!?…。！？");

    /// <summary>The spans of the sentences, in order. A citation that follows the full stop belongs to the sentence before it.</summary>
    public static IReadOnlyList<(int Start, int Length)> In(string text)
    {
        var sentences = new List<(int, int)>();
        var start = 0;
        for (var i = Next(text, 0); i >= 0; i = Next(text, i + 1))
        {
            var ends = text[i] == '\n' ? IsLineEnd(text, i) : IsStop(text, i);
            if (!ends) continue;
            var end = text[i] == '\n' ? i : AfterStop(text, i + 1);
            Add(text, start, end, sentences);
            start = end;
            i = Math.Max(i, end - 1);
        }
        Add(text, start, text.Length, sentences);
        return sentences;
    }

    static int Next(string text, int from) => from < text.Length && text.AsSpan(from).IndexOfAny(Ends) is >= 0 and var ahead ? from + ahead : -1;

    static void Add(string text, int start, int end, List<(int Start, int Length)> sentences)
    {
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        if (HasWord(text.AsSpan(start, end - start))) sentences.Add((start, end - start));
    }

    static bool HasWord(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
            if (char.IsLetterOrDigit(c)) return true;
        return false;
    }

    // A single line break is a wrapped line, unless a blank line or a bullet follows, or the line that ends is a bullet's.
    static bool IsLineEnd(string text, int at)
    {
        var next = text.AsSpan(at + 1);
        var line = next[..(next.IndexOf('\n') is >= 0 and var end ? end : next.Length)].TrimStart();
        return line.IsEmpty || Units.IsBullet(line) || line[0] is '#' or '|';
    }

    static bool IsStop(string text, int at)
    {
        if (text[at] is '!' or '?' or '…' or '。' or '！' or '？') return text[at] > '\u2FFF' || EndsHere(text, at);
        if (text[at] != '.' || !EndsHere(text, at)) return false;
        var word = at;
        while (word > 0 && (char.IsLetterOrDigit(text[word - 1]) || text[word - 1] == '.')) word--;
        if (word == at) return true;
        // "J. Smith" and "e.g. this": an initial or an abbreviation goes on, unless the text ends with it. "1. First" is a list number.
        if (at - word == 1 && char.IsUpper(text[word]) && text[word] != 'I') return !GoesOn(text, at);
        if (Abbreviations.Contains(text[word..at])) return !GoesOn(text, at);
        var atLineStart = word == 0 || text.AsSpan(0, word).TrimEnd(' ') is [] or [.., '\n'];
        return !(atLineStart && !text.AsSpan(word, at - word).ContainsAnyExceptInRange('0', '9'));
    }

    static bool EndsHere(string text, int at)
    {
        var next = at + 1;
        while (next < text.Length && text[next] is '"' or '\'' or ')' or ']' or '”' or '’' or '*' or '_') next++;
        return next >= text.Length || char.IsWhiteSpace(text[next]) || text[next] is '[' or '\u3010';
    }

    static bool GoesOn(string text, int at)
    {
        for (var i = at + 1; i < text.Length; i++)
            if (!char.IsWhiteSpace(text[i])) return true;
        return false;
    }

    // Takes closing quotes and the citations that follow the full stop: `… 30 days. [C-4.1] Next`.
    static int AfterStop(string text, int at)
    {
        while (at < text.Length && text[at] is '"' or '\'' or ')' or ']' or '”' or '’' or '*' or '_' or '.' or '!' or '?') at++;
        while (true)
        {
            var next = at;
            while (next < text.Length && text[next] == ' ') next++;
            if (next >= text.Length || text[next] is not ('[' or '\u3010')) return at;
            var close = text.IndexOf(text[next] == '[' ? ']' : '\u3011', next, Math.Min(40, text.Length - next));
            if (close < 0) return at;
            at = close + 1;
            while (at < text.Length && text[at] == '.') at++;
        }
    }
}
