namespace LayerEvals.Diagnostics;

/// <summary>Finds the known word that a mistyped one is closest to.</summary>
internal static class Nearest
{
    // A guess at what was meant is not worth its time where there are many names to look at.
    const int MostKnown = 2000;

    // More words than this are looked up in the file, not in a message.
    const int MostListed = 64;

    /// <summary>The known word at the smallest edit distance, or null when none is near enough to be meant.</summary>
    public static string? To(string word, IReadOnlyCollection<string> known)
    {
        if (known.Count > MostKnown) return null;
        string? best = null;
        var least = Math.Max(1, word.Length / 3) + 1;
        foreach (var candidate in known)
        {
            var distance = Distance(word, candidate);
            if (distance >= least) continue;
            least = distance;
            best = candidate;
        }
        return best ?? Longer(word, known);
    }

    // "prod" for "production": the one known word that starts so.
    static string? Longer(string word, IReadOnlyCollection<string> known)
    {
        if (word.Length < 3) return null;
        var longer = known.Where(k => k.StartsWith(word, StringComparison.OrdinalIgnoreCase)).Take(2).ToList();
        return longer is [var one] ? one : null;
    }

    /// <summary>What to do about an unknown word: write the near one, and the known ones.</summary>
    public static string Advice(string word, IReadOnlyCollection<string> known)
    {
        if (known.Count == 0) return "remove it";
        return To(word, known) is { } near
            ? $"write `{Printable.Short(near, 60)}`, or remove it; known: {List(known)}"
            : $"remove it, or write one of: {List(known)}";
    }

    /// <summary>What to do about an unknown word that cannot be left out: write the near one, and the known ones.</summary>
    public static string Choice(string word, IReadOnlyCollection<string> known) =>
        To(word, known) is { } near ? $"write `{Printable.Short(near, 60)}`; known: {List(known)}" : $"write one of: {List(known)}";

    static string List(IReadOnlyCollection<string> known) =>
        string.Join(", ", known.Order(StringComparer.Ordinal).Take(MostListed).Select(k => Printable.Short(k, 60))) + (known.Count > MostListed ? $" and {known.Count - MostListed} more" : "");

    // Levenshtein 1966 with Damerau's swap of two neighbours as one edit, on the first 64 characters: longer words are nobody's typing error.
    static int Distance(string a, string b)
    {
        if (a.Length > 64 || b.Length > 64) return int.MaxValue;
        var (before, last, row) = (new int[b.Length + 1], new int[b.Length + 1], new int[b.Length + 1]);
        for (var j = 0; j <= b.Length; j++) row[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            (before, last, row) = (last, row, before);
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                row[j] = Math.Min(Math.Min(last[j], row[j - 1]) + 1, last[j - 1] + (Same(a[i - 1], b[j - 1]) ? 0 : 1));
                if (i > 1 && j > 1 && Same(a[i - 1], b[j - 2]) && Same(a[i - 2], b[j - 1])) row[j] = Math.Min(row[j], before[j - 2] + 1);
            }
        }
        return row[b.Length];
    }

    static bool Same(char a, char b) => char.ToLowerInvariant(a) == char.ToLowerInvariant(b);
}
