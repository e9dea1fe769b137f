namespace LayerEvals.Benchmarks.GateTables;

/// <summary>Whether our number and the published one are the same number, seen through rounding and chance.</summary>
/// <param name="Difference">Ours less the published one.</param>
/// <param name="Errors">The difference beyond rounding, in standard errors of both simulations; infinite where two exact numbers differ.</param>
internal readonly record struct Agreement(double Difference, double Errors)
{
    public static Agreement Of(Estimate ours, (double Value, bool IsBelow) published, GateTable table)
    {
        var (value, rounding) = published.IsBelow ? (published.Value / 2, published.Value / 2) : (published.Value, Rounding(published.Value, table));
        var difference = ours.Value - value;
        var beyond = Math.Max(0, Math.Abs(difference) - rounding - 1e-9);
        return new Agreement(difference, beyond == 0 ? 0 : beyond / Error(ours, value, table));
    }

    // Mean numbers of cases are published whole, all else with one decimal.
    static double Rounding(double value, GateTable table) => value > 100 ? 0.5 : 0.05;

    // Both runs have the deviation that they have together. No hit in so many runs leaves an error too: half a hit is added to either side.
    static double Error(Estimate ours, double published, GateTable table)
    {
        if (ours.IsExact && table.PublishedRuns == 0) return 0;
        if (ours.Value > 100) return ours.Deviation * Math.Sqrt(1.0 / ours.Runs + 1.0 / table.PublishedRuns);
        var runs = ours.Runs + table.PublishedRuns;
        var share = ((ours.Value * ours.Runs + published * table.PublishedRuns) / 100 + 0.5) / (runs + 1);
        return 100 * Math.Sqrt(share * (1 - share) * ((ours.Runs == 0 ? 0 : 1.0 / ours.Runs) + 1.0 / table.PublishedRuns));
    }
}
