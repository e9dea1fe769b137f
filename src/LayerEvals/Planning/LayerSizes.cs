namespace LayerEvals.Planning;

/// <summary>How many cases of a plan touch each layer, by the checks of its golden sets: checks in code are known only when they ran.</summary>
internal static class LayerSizes
{
    /// <summary>The touched layers in the order of reports.</summary>
    public static IReadOnlyList<(string Layer, int Cases)> Of(Plan plan)
    {
        var sizes = PlanSizes.Of(plan.Cases).Layers;
        return [.. plan.Config.Layers.Where(l => sizes.ContainsKey(l.Id)).Select(l => (l.Id, sizes[l.Id].Cases))];
    }

    public static IEnumerable<string> LayersOf(GoldenCase golden) => golden.Checks.Items.Select(c => c.Layer).Distinct(StringComparer.Ordinal);
}
