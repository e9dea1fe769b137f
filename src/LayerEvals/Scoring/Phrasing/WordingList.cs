namespace LayerEvals.Scoring.Phrasing;

/// <summary>Wordings with the numbers of their words, found by the word that they start with.</summary>
internal sealed class WordingList
{
    readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    // By kind, then by the number of the first word: it is asked for at every word of an answer, for each kind.
    readonly List<List<Wording>?>[] byFirst = [.. Enum.GetValues<WordingKind>().Prepend(default).Select(_ => new List<List<Wording>?>())];
    readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> lookup;

    public WordingList() => lookup = numbers.GetAlternateLookup<ReadOnlySpan<char>>();

    public HashSet<string> Languages { get; } = new(StringComparer.Ordinal);

    /// <summary>The number of a word that some wording has; 0 of any other.</summary>
    public int NumberOf(ReadOnlySpan<char> word) => lookup.TryGetValue(word, out var number) ? number : 0;

    /// <summary>The number of a word of a wording that is being read.</summary>
    public int Number(string word)
    {
        if (!numbers.TryGetValue(word, out var number)) numbers[word] = number = numbers.Count + 1;
        return number;
    }

    public void Add(Wording wording)
    {
        Languages.Add(wording.Language);
        foreach (var first in Firsts(wording.Steps).Distinct())
        {
            var lists = byFirst[(int)wording.Kind];
            while (lists.Count <= first) lists.Add(null);
            (lists[first] ??= []).Add(wording);
        }
    }

    /// <summary>Whether a wording of a kind may start with a word: most words start none, and need not be held against any.</summary>
    public bool MayStart(WordingKind kind, int word) => byFirst[(int)kind] is var lists && (uint)word < (uint)lists.Count && lists[word] is not null;

    /// <summary>The longest wording of a kind that starts at an index, and the index after it; null where none does.</summary>
    public (Wording Wording, int End)? At(WordingKind kind, in ClauseWords clause, int at)
    {
        (Wording, int)? longest = null;
        var lists = byFirst[(int)kind];
        if (at >= clause.Words.Length || clause.Words[at] is 0 || clause.Words[at] >= lists.Count || lists[clause.Words[at]] is not { } list) return null;
        foreach (var wording in list)
        {
            if (!clause.Speaks(wording.Language) || wording.NeedsBreak && !clause.BreakBefore(at)) continue;
            if (wording.MatchEnd(clause.Words, at) is var end && end > (longest?.Item2 ?? at)) longest = (wording, end);
        }
        return longest;
    }

    // The words that a match can start with: those of the first step, and of the next ones as long as they are optional.
    static IEnumerable<int> Firsts(Step[] steps)
    {
        foreach (var step in steps)
        {
            foreach (var alternative in step.Alternatives) yield return alternative[0];
            if (!step.IsOptional) yield break;
        }
    }
}

/// <summary>A stretch of words as wordings are held against it.</summary>
/// <param name="words">The words by number.</param>
/// <param name="breaks">For each word whether a comma or the like stands before it.</param>
/// <param name="spoken">The languages that count; null for all.</param>
internal readonly ref struct ClauseWords(ReadOnlySpan<int> words, ReadOnlySpan<bool> breaks, IReadOnlySet<string>? spoken)
{
    readonly ReadOnlySpan<bool> breaks = breaks;

    public ReadOnlySpan<int> Words { get; } = words;

    public bool Speaks(string language) => spoken is null || spoken.Contains(language);

    public bool BreakBefore(int at) => breaks[at];

    public ClauseWords Slice(int start, int length) => new(Words.Slice(start, length), breaks.Slice(start, length), spoken);
}
