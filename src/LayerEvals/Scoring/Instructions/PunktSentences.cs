using System.Buffers;

namespace LayerEvals.Scoring.Instructions;

/// <summary>
/// Counts sentences as NLTK's Punkt does (Kiss and Strunk 2006) with its English settings: at <c>. ! ?</c> before white space or a closing mark, unless the word before it is
/// an abbreviation. A line break ends nothing, and "1." before a capital is a sentence of its own. Punkt's trained tables are replaced by short lists of abbreviations and of words
/// that are known in lower case, so that one sentence in some hundreds is counted otherwise.
/// </summary>
internal static class PunktSentences
{
    static readonly SearchValues<char> Stops = SearchValues.Create(".?!");

    static readonly HashSet<string> Abbreviations =
    [
        "mr", "mrs", "ms", "dr", "prof", "st", "jr", "sr", "inc", "co", "corp", "ltd", "bros", "vs", "v", "no", "gen", "col", "lt", "sgt", "maj", "adm", "rep", "sen", "gov", "rev", "hon",
        "jan", "feb", "aug", "sept", "oct", "nov", "dec", "u.s", "u.k", "u.n", "u.s.a", "a.m", "p.m", "d.c", "n.y", "ph.d", "m.b.a", "calif", "fla", "mass", "mich", "minn", "conn", "pa", "va", "wash",
        "ave", "ft", "mt", "dist", "chg", "messrs", "cos", "b.c", "a.d", "r.i", "n.j", "n.c", "s.c", "e.g", "i.e",
    ];

    // A capital on one of these starts a sentence even after an abbreviation.
    static readonly HashSet<string> KnownInLowerCase =
    [
        "the", "a", "an", "this", "that", "these", "those", "he", "she", "it", "we", "they", "you", "his", "her", "its", "our", "their", "your", "my", "in", "on", "at", "for", "from", "with", "by", "to", "of", "as",
        "and", "but", "or", "so", "if", "when", "while", "after", "before", "because", "although", "however", "there", "here", "what", "who", "how", "why", "where", "then", "also", "some", "many", "most", "all",
        "no", "not", "one", "two", "is", "are", "was", "do", "does", "did", "can", "could", "would", "should", "will", "let", "please", "use", "make", "take", "according", "such", "each", "every", "both",
    ];

    public static int Count(string text)
    {
        var breaks = Breaks(text);
        var found = 0;
        var start = 0;
        // What closes a quotation or a bracket belongs to the sentence that it stands after.
        foreach (var (end, next) in breaks)
        {
            if (end > start) found++;
            start = next + Closing(text.AsSpan(next));
        }
        return PythonText.IsBlank(text.AsSpan(start)) ? found : found + 1;
    }

    // Where each sentence but the last ends, and where the next one starts.
    static List<(int End, int Next)> Breaks(string text)
    {
        var breaks = new List<(int, int)>();
        (int WordStart, int Stop)? last = null;
        var from = 0;
        for (var stop = Next(text, 0); stop >= 0; stop = Next(text, stop + 1))
        {
            if (!MayEnd(text, stop)) continue;
            var start = WordStart(text, from, stop) ?? last?.WordStart ?? 0;
            // Of several stops in one word the last decides.
            if (last is { } earlier && earlier.Stop <= start) AddBreak(text, earlier, breaks);
            last = (start, stop);
            from = stop;
        }
        if (last is { } final) AddBreak(text, final, breaks);
        return breaks;
    }

    static int Next(string text, int from) => from < text.Length && text.AsSpan(from).IndexOfAny(Stops) is >= 0 and var ahead ? from + ahead : -1;

    // A mark that ends words, or white space and a further word.
    static bool MayEnd(string text, int stop)
    {
        var after = stop + 1;
        if (after >= text.Length) return false;
        if (PunktTokens.NoWord.Contains(text[after])) return true;
        return PythonText.IsSpace(text[after]) && AfterSpace(text, after) < text.Length;
    }

    static int AfterSpace(string text, int at)
    {
        while (at < text.Length && PythonText.IsSpace(text[at])) at++;
        return at;
    }

    // Null where no white space stands between.
    static int? WordStart(string text, int from, int stop)
    {
        for (var at = stop - 1; at >= from; at--)
            if (PythonText.IsSpace(text[at])) return at + 1;
        return null;
    }

    static void AddBreak(string text, (int WordStart, int Stop) word, List<(int, int)> breaks)
    {
        var after = word.Stop + 1;
        var isBefore = PunktTokens.NoWord.Contains(text[after]);
        var next = isBefore ? after : AfterSpace(text, after);
        var end = isBefore ? after + 1 : next;
        while (!isBefore && end < text.Length && !PythonText.IsSpace(text[end])) end++;
        if (HasBreak(PunktTokens.Of(text.AsSpan(word.WordStart, end - word.WordStart)))) breaks.Add((after, next));
    }

    static bool HasBreak(List<string> tokens)
    {
        for (var i = 0; i + 1 < tokens.Count; i++)
            if (IsBreak(tokens[i], tokens[i + 1])) return true;
        return false;
    }

    static bool IsBreak(string token, string next)
    {
        if (token is "." or "?" or "!") return true;
        if (!token.EndsWith('.')) return false;
        var isInitial = PunktTokens.IsInitial(token);
        var isAbbreviation = token.EndsWith("..", StringComparison.Ordinal) || IsAbbreviation(token[..^1]);
        var starts = Starts(next);
        if (isAbbreviation && !isInitial) return starts == true;
        if (!isInitial && !PunktTokens.IsNumber(token)) return true;
        return starts ?? !(isInitial && char.IsUpper(next[0]));
    }

    static bool IsAbbreviation(string word)
    {
        var lower = word.ToLowerInvariant();
        return Abbreviations.Contains(lower) || lower.LastIndexOf('-') is > 0 and var hyphen && Abbreviations.Contains(lower[(hyphen + 1)..]);
    }

    // Whether a token starts a sentence by how it is written; null where that says nothing.
    static bool? Starts(string token)
    {
        if (token is ";" or ":" or "," or "." or "!" or "?" || char.IsLower(token[0])) return false;
        return char.IsUpper(token[0]) && KnownInLowerCase.Contains(token.TrimEnd('.').ToLowerInvariant()) ? true : null;
    }

    // Quotation marks and brackets up to white space, two hyphens or the end; 0 where something else follows them.
    static int Closing(ReadOnlySpan<char> text)
    {
        var end = 0;
        while (end < text.Length && text[end] is '"' or '\'' or ')' or ']' or '}') end++;
        if (end == 0) return 0;
        if (end == text.Length || text[end..].StartsWith("--", StringComparison.Ordinal)) return end;
        if (!PythonText.IsSpace(text[end])) return 0;
        while (end < text.Length && PythonText.IsSpace(text[end])) end++;
        return end;
    }
}
