using LayerEvals.Answering.Spending;

namespace LayerEvals.Planning;

/// <summary>
/// What asking a plan is expected to cost, from the prices of its configuration. A token is taken for four characters; an answer for all of
/// <c>max-output-tokens</c>, and for 500 tokens where there is no such limit.
/// </summary>
internal sealed class CostEstimate
{
    readonly Dictionary<string, (double Usd, int Cases)> byLayer = new(StringComparer.Ordinal);
    double total;

    CostEstimate(IReadOnlyList<string> unpriced) => Unpriced = unpriced;

    /// <summary>The sides without a price, which are in no sum: not free, but not known.</summary>
    public IReadOnlyList<string> Unpriced { get; }

    /// <summary>USD of all cases, all samples, the priced sides.</summary>
    public double Total => total;

    /// <summary>USD of one more case like those that touch the layer, all samples, the priced sides.</summary>
    public double OfCase(string layer) => byLayer.TryGetValue(layer, out var sum) ? sum.Usd / sum.Cases : 0;

    public static CostEstimate Of(Plan plan)
    {
        var estimate = new CostEstimate([.. plan.Config.Sides.Where(s => s.Price is null).Select(s => s.Name)]);
        foreach (var golden in plan.Cases)
        {
            var usd = plan.Config.Samples * Enumerable.Range(0, 2).Sum(side => Of(plan.Config.Sides[side], plan.Messages(golden, side), golden.Tools));
            estimate.total += usd;
            foreach (var layer in LayerSizes.LayersOf(golden)) estimate.Add(layer, usd);
            if (golden.Checks.Items.Count > 0) estimate.Add(Comparing.Comparer.OverallId, usd);
        }
        return estimate;
    }

    static double Of(ModelConfiguration model, IReadOnlyList<GoldenTurn> messages, IReadOnlyList<GoldenSets.GoldenTool> tools) => model.Price is { } price ? Tokens.Likely(model, messages, tools).Usd(price) : 0;

    void Add(string layer, double usd)
    {
        var sum = byLayer.GetValueOrDefault(layer);
        byLayer[layer] = (sum.Usd + usd, sum.Cases + 1);
    }
}
