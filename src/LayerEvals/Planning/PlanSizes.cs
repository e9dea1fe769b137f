using LayerEvals.Configs;
using LayerEvals.GoldenSets;

namespace LayerEvals.Planning;

/// <summary>Counts a plan for the gate: all shards of it, so that each shard is held to the rule of the whole.</summary>
internal static class PlanSizes
{
    public static PlanSize Of(IReadOnlyList<GoldenCase> cases)
    {
        var layers = new Dictionary<string, LayerSize>(StringComparer.Ordinal);
        foreach (var golden in cases)
            foreach (var layer in golden.Checks.Items.Select(c => c.Layer).Distinct(StringComparer.Ordinal))
            {
                var known = layers.GetValueOrDefault(layer);
                layers[layer] = new LayerSize(known.Cases + 1, known.IsHighRisk || golden.IsHighRisk);
            }
        return new PlanSize(cases.Count, layers);
    }
}
