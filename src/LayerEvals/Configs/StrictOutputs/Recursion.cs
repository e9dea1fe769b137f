namespace LayerEvals.Configs.StrictOutputs;

/// <summary>Finds a reference that comes back to itself.</summary>
internal static class Recursion
{
    // Beyond so many references nobody's schema is small enough for a vendor anyway.
    const int MostReferences = 200;

    /// <summary>The path of the first reference that, followed, leads to itself again; null when there is none.</summary>
    public static string? FirstIn(IReadOnlyList<(string From, string To)> references)
    {
        var local = references.Where(r => r.To.StartsWith('#')).Select(r => (r.From, To: Uri.UnescapeDataString(r.To[1..]).TrimStart('/'))).Take(MostReferences).ToList();
        return local.Find(r => Reaches(r.From, r.To, local)).From;
    }

    static bool Reaches(string from, string start, List<(string From, string To)> references)
    {
        var known = new HashSet<string>([start], StringComparer.Ordinal);
        var waiting = new Stack<string>([start]);
        while (waiting.TryPop(out var place))
        {
            foreach (var (inside, to) in references.Where(r => IsIn(r.From, place)))
            {
                if (inside == from) return true;
                if (known.Add(to)) waiting.Push(to);
            }
        }
        return false;
    }

    static bool IsIn(string path, string place) => place.Length == 0 || path.StartsWith(place + "/", StringComparison.Ordinal);
}
