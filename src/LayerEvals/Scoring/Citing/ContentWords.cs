using System.Collections.Frozen;

namespace LayerEvals.Scoring.Citing;

/// <summary>The words of a text that carry what it says: no short words, no words of grammar; a plural is its singular.</summary>
internal sealed class ContentWords
{
    const int Fewest = 3;
    const int Longest = 64;

    static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Grammar = new[]
    {
        "the", "and", "for", "are", "was", "were", "has", "have", "had", "not", "but", "with", "from", "that", "this", "these", "those", "they", "them", "their", "there", "then", "than", "which", "who", "whom", "whose", "what", "when",
        "where", "while", "will", "would", "can", "could", "should", "may", "might", "must", "shall", "you", "your", "yours", "our", "ours", "his", "her", "hers", "its", "all", "any", "also", "been", "being", "does", "did", "doing", "each", "into", "only",
        "other", "over", "such", "some", "same", "under", "upon", "very", "about", "after", "before", "between", "both", "here", "how", "more", "most", "own", "per", "why", "yes", "however", "therefore", "according", "source", "states", "says", "above", "below",
        "der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einem", "einer", "und", "oder", "aber", "ist", "sind", "war", "wird", "werden", "hat", "haben", "nicht", "mit", "von", "für", "auf", "aus", "bei", "nach", "sie", "ihr", "ihre", "sich", "auch", "als", "wenn", "dass",
        "les", "des", "une", "est", "sont", "dans", "pour", "par", "sur", "avec", "que", "qui", "pas", "vous", "votre", "nous", "aux", "los", "las", "una", "unos", "con", "para", "por", "del", "son", "como", "más", "gli", "che", "non", "per", "una", "sono", "della", "dei", "delle",
        "het", "een", "van", "voor", "met", "niet", "zijn", "uma", "dos", "das", "não", "são", "com", "pelo", "pela",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> words = new HashSet<string>(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    public static ContentWords Of(string text)
    {
        var content = new ContentWords();
        for (var at = 0; Next(text, ref at, text.Length, out var word);)
            content.words.Add(word);
        return content;
    }

    public bool Has(ReadOnlySpan<char> word) => words.Contains(word);

    /// <summary>The next word from <paramref name="at"/>, which moves behind it; false at the end.</summary>
    public static bool Next(string text, ref int at, int end, out ReadOnlySpan<char> word)
    {
        while (at < end)
        {
            if (!char.IsLetterOrDigit(text[at]))
            {
                at++;
                continue;
            }
            var start = at;
            while (at < end && char.IsLetterOrDigit(text[at])) at++;
            word = Stem(text.AsSpan(start, Math.Min(Longest, at - start)));
            // A short one counts where it holds a digit; no word of grammar does.
            if (word.Length >= Fewest ? !Grammar.Contains(word) : word.ContainsAnyInRange('0', '9')) return true;
        }
        word = [];
        return false;
    }

    // "refunds" is "refund"; "address" stays.
    static ReadOnlySpan<char> Stem(ReadOnlySpan<char> word) =>
        word.Length > 4 && word[^1] is 's' && word[^2] is not ('s' or 'u' or 'i') ? word[..^1] : word;
}
