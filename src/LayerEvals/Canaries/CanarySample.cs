using LayerEvals.Planning;

namespace LayerEvals.Canaries;

/// <summary>Chooses the cases of a canary: by a hash of seed and key, so that a case that is added to the sets moves few others.</summary>
internal static class CanarySample
{
    public static IReadOnlyList<GoldenCase> Of(IReadOnlyList<GoldenCase> cases, int count, int seed)
    {
        var start = seed.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var chosen = cases.OrderBy(c => ContentHash.Of("canary-1", start, c.Key), StringComparer.Ordinal).Take(count).Select(c => c.Key).ToHashSet(StringComparer.Ordinal);
        return [.. cases.Where(c => chosen.Contains(c.Key))];
    }
}
