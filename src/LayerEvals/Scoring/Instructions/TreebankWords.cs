using System.Buffers;

namespace LayerEvals.Scoring.Instructions;

/// <summary>
/// Counts the words of NLTK's <c>word_tokenize</c> that are in capitals. Its rules (Penn Treebank) cut at white space, brackets, quotation marks and most punctuation, and take
/// contractions apart; a full stop, a hyphen and a slash stay in the word, and none of them changes whether it is in capitals.
/// </summary>
internal static class TreebankWords
{
    static readonly SearchValues<char> Cuts = SearchValues.Create("\"`«»“”‘’„()[]{}<>;@#$%&?!*");

    static readonly string[] Endings = ["'S", "'M", "'D", "'LL", "'RE", "'VE", "N'T"];

    public static int Capitals(string text)
    {
        var found = 0;
        var start = 0;
        for (var at = 0; at <= text.Length; at++)
        {
            if (at < text.Length && !IsCut(text, at)) continue;
            if (at > start) found += Capitals(text.AsSpan(start, at - start));
            start = at + 1;
        }
        return found;
    }

    static bool IsCut(string text, int at)
    {
        var c = text[at];
        if (PythonText.IsSpace(c) || Cuts.Contains(c)) return true;
        var next = at + 1 < text.Length ? text[at + 1] : ' ';
        return c switch
        {
            ',' or ':' => !char.IsDigit(next),
            '-' or '.' => next == c || at > 0 && text[at - 1] == c,
            _ => false,
        };
    }

    // "DON'T" is DO and N'T, "AI's" is AI and 's, "CANNOT" is CAN and NOT.
    static int Capitals(ReadOnlySpan<char> word)
    {
        if (!PythonText.Cased(word, isUpper: true).HasCase) return 0;
        foreach (var ending in Endings)
        {
            if (word.Length <= ending.Length || !word.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) continue;
            var cut = word.Length - ending.Length;
            return One(word[..cut]) + One(word[cut..]);
        }
        return word.Equals("CANNOT", StringComparison.Ordinal) ? 2 : One(word);
    }

    static int One(ReadOnlySpan<char> word) => PythonText.IsUpper(word) ? 1 : 0;
}
