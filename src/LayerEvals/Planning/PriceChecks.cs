using LayerEvals.Answering.Spending;
using LayerEvals.Configs;
using LayerEvals.Diagnostics;
using LayerEvals.GoldenSets;
using LayerEvals.Scoring.Checks;

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

    /// <summary>What an answer of a model without a price costs is not known, and <c>max-cost</c> says nothing of it.</summary>
    public static void Warn(EvalConfig config, IReadOnlyList<GoldenCase> cases)
    {
        if (cases.FirstOrDefault(c => c.Checks.Items.Any(check => check.Type == BudgetChecks.MaxCost)) is not { } first) return;
        foreach (var side in config.Sides.Where(s => Cost.IsPaid(s) && s.Price is null).DistinctBy(s => s.Name))
            config.File.Warn(ProblemIds.UnpricedCheck, side.Line, $"`{Printable.Short(side.Name, 60)}` has no `price`, which `max-cost` of `{Printable.Short(first.Id, 60)}` needs: on its side the check is Unscored", "write price: {input: …, output: …} in USD per million tokens (0 for a model of your own), or take `max-cost` out");
    }
}
