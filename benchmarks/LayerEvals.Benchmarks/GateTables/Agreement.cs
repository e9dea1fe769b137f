namespace LayerEvals.Benchmarks.GateTables;

/// <summary>Whether our number and the published one are the same number, seen through rounding and chance.</summary>
/// <param name="Difference">Ours less the published one.</param>
/// <param name="Errors">The difference beyond rounding, in standard errors of both simulations; infinite where two exact numbers differ.</param>
internal readonly record struct Agreement(double Difference, double Errors)
{
    public static Agreement Of(Estimate ours, (double Value, bool IsBelow) published, GateTable table, Column column)
    {
        var (value, rounding) = published.IsBelow ? (published.Value / 2, published.Value / 2) : (published.Value, column.IsWhole ? 0.5 : 0.05);
        var difference = ours.Value - value;
        var beyond = Math.Max(0, Math.Abs(difference) - rounding - 1e-9);
        return new Agreement(difference, beyond == 0 ? 0 : beyond / (column.IsWhole ? OfMeans(ours, table) : OfShares(ours, value, table)));
    }

    static double OfMeans(Estimate ours, GateTable table) => ours.IsExact ? 0 : ours.Deviation * Math.Sqrt(1.0 / ours.Runs + 1.0 / table.PublishedRuns);

    // Both simulations have the deviation that they have together. No hit in so many runs leaves an error too: half a hit is added.
    static double OfShares(Estimate ours, double published, GateTable table)
    {
        if (ours.IsExact) return 0;
        var runs = ours.Runs + table.PublishedRuns;
        var share = ((ours.Value * ours.Runs + published * table.PublishedRuns) / 100 + 0.5) / (runs + 1);
        return 100 * Math.Sqrt(share * (1 - share) * (1.0 / ours.Runs + 1.0 / table.PublishedRuns));
    }
}
