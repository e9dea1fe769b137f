using System.Text;

namespace LayerEvals.Leakage;

/// <summary>A text as its words, so that case, punctuation and line breaks hide nothing: runs of letters and digits, lower-cased; each Han or kana character is one.</summary>
internal sealed record SharedWords(string Text, IReadOnlyList<SharedWord> Words)
{
    public static SharedWords Of(string text)
    {
        var words = new List<SharedWord>();
        var (start, at) = (-1, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            var isCjk = Scoring.Units.IsCjk(rune.Value);
            if (start >= 0 && (isCjk || !Rune.IsLetterOrDigit(rune))) Add(ref start, at);
            if (isCjk) words.Add(Word(text, at, rune.Utf16SequenceLength));
            else if (start < 0 && Rune.IsLetterOrDigit(rune)) start = at;
            at += rune.Utf16SequenceLength;
        }
        if (start >= 0) Add(ref start, at);
        return new SharedWords(text, words);

        void Add(ref int from, int to)
        {
            words.Add(Word(text, from, to - from));
            from = -1;
        }
    }

    /// <summary>The text from one word to another, as it is written.</summary>
    public string Between(int first, int last) => Text[Words[first].Start..Words[last].End];

    /// <summary>A hash of so many words from each place on; each takes the one before along, so that long texts cost no more than their length.</summary>
    public IEnumerable<(int Place, ulong Hash)> Runs(int length)
    {
        // Base of a polynomial hash; a match is compared word by word.
        const ulong Base = 0x9E3779B97F4A7C15;
        var leaving = 1UL;
        for (var i = 1; i < length; i++) leaving = unchecked(leaving * Base);
        var hash = 0UL;
        for (var i = 0; i < Words.Count; i++)
        {
            if (i >= length) hash = unchecked(hash - Words[i - length].Hash * leaving);
            hash = unchecked(hash * Base + Words[i].Hash);
            if (i >= length - 1) yield return (i - length + 1, hash);
        }
    }

    static SharedWord Word(string text, int start, int length)
    {
        // FNV-1a over the lower-cased letters.
        var hash = 14695981039346656037UL;
        foreach (var c in text.AsSpan(start, length)) hash = unchecked((hash ^ char.ToLowerInvariant(c)) * 1099511628211UL);
        return new SharedWord(start, length, hash);
    }
}

/// <summary>A word by its place in its text.</summary>
internal readonly record struct SharedWord(int Start, int Length, ulong Hash)
{
    public int End => Start + Length;
}
