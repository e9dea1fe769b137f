using LayerEvals.Answering.Spending;
using LayerEvals.Configs;
using LayerEvals.Diagnostics;

namespace LayerEvals.Planning;

/// <summary>A budget needs the price of everything that is asked: what is not known is not free.</summary>
internal static class PriceChecks
{
    public static void Run(EvalConfig config)
    {
        if (config.Limits.BudgetUsd is null || config.Recordings.Mode == RecordingMode.Replay) return;
        foreach (var side in config.Sides.Where(s => Cost.IsPaid(s) && s.Price is null).DistinctBy(s => s.Name))
            config.File.Error(ProblemIds.Unpriced, side.Line, $"expected `price` in `{Printable.Short(side.Name, 60)}`, which `budget-usd` needs, found none: a price that is not known is not 0", "write price: {input: …, output: …} in USD per million tokens (0 for a model of your own), or take `budget-usd` out");
    }
}
