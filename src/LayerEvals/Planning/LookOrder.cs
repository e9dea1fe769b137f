namespace LayerEvals.Planning;

/// <summary>
/// The order of asking of a plan with looks: shuffled by the seed, and so spread that each look holds its share of every set, layer and of the must-pass cases, which
/// come first in it. Cases of one cluster stay together: looks that shared clusters would tell each other's story. The order is the same on every machine.
/// </summary>
internal static class LookOrder
{
    public static IReadOnlyList<GoldenCase> Of(IReadOnlyList<GoldenCase> cases, int looks, int seed)
    {
        var random = new Random(seed);
        var shuffled = cases.ToArray();
        random.Shuffle(shuffled);
        var units = shuffled.GroupBy(c => c.Cluster is { } cluster ? $"{c.Set}\n{cluster}" : c.Key, StringComparer.Ordinal).Select(u => u.ToList());
        var spread = units.GroupBy(Stratum, StringComparer.Ordinal).OrderBy(s => s.Key, StringComparer.Ordinal).SelectMany(s => Spread([.. s], random.NextDouble()))
            .OrderBy(p => p.Place).ThenBy(p => p.Unit[0].Key, StringComparer.Ordinal).SelectMany(p => p.Unit).ToList();
        var from = 0;
        var order = new List<GoldenCase>(cases.Count);
        foreach (var to in Ends(cases.Count, looks))
        {
            order.AddRange(spread[from..to].OrderByDescending(c => c.Must));
            from = to;
        }
        return order;
    }

    /// <summary>How many cases are asked by the end of each look. 10 cases in 3 looks: 3, 7, 10.</summary>
    public static IReadOnlyList<int> Ends(int cases, int looks) => [.. Enumerable.Range(1, looks).Select(look => (int)Math.Round((double)cases * look / looks, MidpointRounding.AwayFromZero))];

    // A stratum of four takes the places .25 apart from a start that the seed draws: none gathers at an end.
    static IEnumerable<(double Place, List<GoldenCase> Unit)> Spread(IReadOnlyList<List<GoldenCase>> units, double start) => units.Select((unit, i) => ((i + start) / units.Count, unit));

    static string Stratum(List<GoldenCase> unit) =>
        $"{(unit.Exists(c => c.Must) ? "must" : "may")} {unit[0].Set} {unit.Count} {string.Join(' ', unit.SelectMany(LayerSizes.LayersOf).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))}";
}
