namespace LayerEvals.Diagnostics;

/// <summary>Finds the known word that a mistyped one is closest to.</summary>
internal static class Nearest
{
    /// <summary>The known word at the smallest edit distance, or null when none is near enough to be meant.</summary>
    public static string? To(string word, IEnumerable<string> known)
    {
        string? best = null;
        var least = Math.Max(1, word.Length / 3) + 1;
        foreach (var candidate in known)
        {
            var distance = Distance(word, candidate);
            if (distance >= least) continue;
            least = distance;
            best = candidate;
        }
        return best;
    }

    /// <summary>What to do about an unknown word: write the near one, and the known ones.</summary>
    public static string Advice(string word, IReadOnlyCollection<string> known)
    {
        var list = string.Join(", ", known.Order(StringComparer.Ordinal));
        return To(word, known) is { } near
            ? $"write `{near}`, or remove it; known: {list}"
            : $"remove it, or write one of: {list}";
    }

    // Levenshtein 1966, on the first 64 characters: longer words are nobody's typing error.
    static int Distance(string a, string b)
    {
        if (a.Length > 64 || b.Length > 64) return int.MaxValue;
        var row = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++) row[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                var change = char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]) ? 0 : 1;
                row[j] = Math.Min(Math.Min(row[j] + 1, row[j - 1] + 1), diagonal + change);
                diagonal = above;
            }
        }
        return row[b.Length];
    }
}
