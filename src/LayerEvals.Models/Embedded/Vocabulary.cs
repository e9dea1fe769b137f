namespace LayerEvals.Models;

/// <summary>Numbers the stems of one conversation, so that sentences are arrays of integers. Lives for one answer.</summary>
internal sealed class Vocabulary
{
    /// <summary>The number of a word that says nothing about the subject.</summary>
    public const int Stop = -1;

    // No English word is longer; a run of letters that is cannot match anything worth matching.
    private const int LongestWord = 40;

    private readonly Dictionary<string, int> numberOfWord = new(256);
    private readonly Dictionary<string, int> numberOfStem = new(256);
    private readonly List<int> groups = new(256);

    public int Count => groups.Count;

    /// <summary>The group of synonyms of a stem, or -1.</summary>
    public int GroupOf(int stem) => groups[stem];

    public int NumberOf(ReadOnlySpan<char> word)
    {
        if (word.Length > LongestWord) return Stop;

        Span<char> letters = stackalloc char[LongestWord];
        letters = letters[..word.ToLowerInvariant(letters)];
        var possessive = letters.IndexOfAny('\'', '’');
        if (possessive > 0 && letters[(possessive + 1)..] is "s") letters = letters[..possessive];

        var words = numberOfWord.GetAlternateLookup<ReadOnlySpan<char>>();
        if (words.TryGetValue(letters, out var known)) return known;

        var written = letters.ToString();
        var number = StopWords.Contains(letters) || IsStrayLetter(letters) ? Stop : NumberOfStem(letters);
        numberOfWord.Add(written, number);
        return number;
    }

    /// <summary>The stems of a text in order, without stop words.</summary>
    public int[] Read(ReadOnlySpan<char> text)
    {
        var stems = new List<int>(Math.Min(text.Length / 6, 64) + 1);
        var words = new Words(text);
        while (words.MoveNext())
        {
            var number = NumberOf(words.Current);
            if (number != Stop) stems.Add(number);
        }
        return [.. stems];
    }

    private int NumberOfStem(Span<char> letters)
    {
        var word = IrregularForms.WordOf(letters);
        if (word.Length <= letters.Length + 2 && !word.SequenceEqual(letters)) letters = word.ToArray();
        var stem = letters[..Stem.Shorten(letters)];
        var stems = numberOfStem.GetAlternateLookup<ReadOnlySpan<char>>();
        if (stems.TryGetValue(stem, out var known)) return known;

        var number = groups.Count;
        var text = stem.ToString();
        numberOfStem.Add(text, number);
        groups.Add(Synonyms.GroupOf(text));
        return number;
    }

    private static bool IsStrayLetter(ReadOnlySpan<char> word) => word.Length == 1 && !char.IsAsciiDigit(word[0]);
}
