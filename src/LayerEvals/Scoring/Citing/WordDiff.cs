namespace LayerEvals.Scoring.Citing;

/// <summary>What differs between a quotation and the nearest words of a source: <c>the fee is [-50-] {+40+} EUR</c>, as version control marks removed and added words.</summary>
internal static class WordDiff
{
    // A quotation of more words is compared by its first.
    const int MostWords = 60;

    /// <summary>The difference to the nearest stretch; null where less than half of the words occur there.</summary>
    public static string? Of(string quoted, string source)
    {
        var words = Words(quoted, MostWords);
        var others = Words(source, int.MaxValue);
        var start = Nearest(words, others);
        return start < 0 ? null : Marked(words, others[start..Math.Min(others.Length, start + words.Length + 2)]);
    }

    static string[] Words(string text, int most) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries) is var words && words.Length > most ? words[..most] : words;

    // The stretch as long as the quotation that shares most words with it; one pass with a sliding count.
    static int Nearest(string[] words, string[] others)
    {
        var wanted = words.Select(Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        int best = -1, most = 0, now = 0;
        for (var i = 0; i < others.Length; i++)
        {
            if (wanted.Contains(Key(others[i]))) now++;
            if (i >= words.Length && wanted.Contains(Key(others[i - words.Length]))) now--;
            if (now > most) (most, best) = (now, Math.Max(0, i + 1 - words.Length));
        }
        return 2 * most >= words.Length ? best : -1;
    }

    static string Key(string word) => word.Trim(".,;:!?()[]'".ToCharArray());

    // The longest common words stay; the rest was taken out of, or put into, what the source says.
    static string Marked(string[] words, string[] others)
    {
        var common = Common(words, others);
        var marked = new List<string>();
        int i = 0, j = 0;
        while (i < words.Length)
        {
            if (j < others.Length && Same(words[i], others[j]))
            {
                marked.Add(words[i++]);
                j++;
            }
            else if (j < others.Length && common[i, j + 1] > common[i + 1, j]) marked.Add($"{{+{others[j++]}+}}");
            else marked.Add($"[-{words[i++]}-]");
        }
        return string.Join(' ', marked);
    }

    static int[,] Common(string[] words, string[] others)
    {
        var common = new int[words.Length + 1, others.Length + 1];
        for (var i = words.Length - 1; i >= 0; i--)
            for (var j = others.Length - 1; j >= 0; j--)
                common[i, j] = Same(words[i], others[j]) ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
        return common;
    }

    static bool Same(string word, string other) => string.Equals(Key(word), Key(other), StringComparison.OrdinalIgnoreCase);
}
