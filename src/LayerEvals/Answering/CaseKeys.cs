using LayerEvals.GoldenSets;

namespace LayerEvals.Answering;

/// <summary>The names by which files may call a case: <c>set/id</c>, and <c>id</c> alone where one set of the plan has it.</summary>
internal static class CaseKeys
{
    /// <summary>The key for each name; null for an id that several sets have.</summary>
    public static Dictionary<string, string?> Of(IEnumerable<GoldenSet> sets)
    {
        var keys = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var golden in sets.SelectMany(s => s.Cases))
        {
            keys[golden.Key] = golden.Key;
            if (!keys.TryAdd(golden.Id, golden.Key)) keys[golden.Id] = null;
        }
        return keys;
    }
}
