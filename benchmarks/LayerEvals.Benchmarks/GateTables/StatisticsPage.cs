namespace LayerEvals.Benchmarks.GateTables;

/// <summary>Writes our tables into docs/statistics.md, between its markers.</summary>
internal static class StatisticsPage
{
    public static void Write(string path, IReadOnlyList<(GateTable Table, Estimate[][] Rows)> measured)
    {
    }
}
