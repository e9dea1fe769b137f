using System.Collections.Frozen;

namespace LayerEvals.Scoring.Facts;

/// <summary>English numbers in words: <c>thirty</c>, <c>twenty-one</c>, <c>two thousand five hundred</c>.</summary>
internal static class NumberWords
{
    static readonly string[] ToNineteen = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".Split(' ');
    static readonly string[] Tens = "twenty thirty forty fifty sixty seventy eighty ninety".Split(' ');

    // By the first three letters of the words that a number may start with.
    static readonly bool[] Starts = StartsOf([.. ToNineteen, .. Tens]);

    static readonly FrozenDictionary<string, int> SmallNumbers = ToNineteen.Select((word, i) => (word, Value: i)).Concat(Tens.Select((word, i) => (word, Value: 20 + 10 * i)))
        .ToFrozenDictionary(n => n.word, n => n.Value, StringComparer.OrdinalIgnoreCase);

    static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Small = SmallNumbers.GetAlternateLookup<ReadOnlySpan<char>>();

    static readonly Dictionary<string, int> Large = new(StringComparer.OrdinalIgnoreCase) { ["hundred"] = 100, ["thousand"] = 1_000, ["million"] = 1_000_000 };

    // Longest numbers are some ten words; more of them are a list.
    const int MostWords = 14;

    /// <summary>The number that starts with the word from <paramref name="at"/>, and where it ends; false where that word is no number.</summary>
    public static bool Read(string text, int at, out decimal value, out int end)
    {
        value = 0;
        end = at;
        if (!MayStart(text, at)) return false;
        decimal group = 0;
        var last = Step.None;
        for (var words = 0; words < MostWords; words++)
        {
            var start = words == 0 ? at : Next(text, end);
            var length = start < 0 ? 0 : WordLength(text, start);
            if (length == 0 || !Take(text.AsSpan(start, length), ref value, ref group, ref last)) break;
            end = start + length;
        }
        value += group;
        return end > at;
    }

    /// <summary>Whether a number in words may start at an index: by three letters, that most words need not be looked up.</summary>
    public static bool MayStart(string text, int at) => Start(text.AsSpan(at)) is >= 0 and var start && Starts[start];

    // The first three letters as a number; -1 where there are none.
    static int Start(ReadOnlySpan<char> word) =>
        word.Length >= 3 && char.IsAsciiLetter(word[0]) && char.IsAsciiLetter(word[1]) && char.IsAsciiLetter(word[2]) ? Letter(word[0]) * 1024 + Letter(word[1]) * 32 + Letter(word[2]) : -1;

    static int Letter(char c) => c & 31;

    static bool[] StartsOf(IEnumerable<string> words)
    {
        var starts = new bool[32 * 1024];
        foreach (var word in words) starts[Start(word)] = true;
        return starts;
    }

    enum Step { None, Ones, Tens, Hundred, Scale }

    // "twenty one" is 21, "two three" are two numbers.
    static bool Take(ReadOnlySpan<char> word, ref decimal value, ref decimal group, ref Step last)
    {
        if (word.Length is < 3 or > 9) return false;
        if (Small.TryGetValue(word, out var small))
        {
            if (last == Step.Ones || last == Step.Tens && small is 0 or >= 10) return false;
            group += small;
            last = small >= 20 ? Step.Tens : Step.Ones;
            return true;
        }
        if (last == Step.None || !Large.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var large)) return false;
        if (large == 100)
        {
            if (last is Step.Hundred or Step.Scale) return false;
            group *= 100;
            last = Step.Hundred;
            return true;
        }
        value += group * large;
        group = 0;
        last = Step.Scale;
        return true;
    }

    // The next word after a blank, a hyphen or "and"; -1 where the number ends.
    static int Next(string text, int end)
    {
        if (end + 1 >= text.Length || text[end] is not (' ' or '-')) return -1;
        var next = end + 1;
        return string.Compare(text, next, "and ", 0, 4, StringComparison.OrdinalIgnoreCase) == 0 ? next + 4 : next;
    }

    static int WordLength(string text, int at)
    {
        var end = at;
        while (end < text.Length && end - at < 12 && char.IsAsciiLetter(text[end])) end++;
        return end < text.Length && char.IsLetterOrDigit(text[end]) ? 0 : end - at;
    }
}
