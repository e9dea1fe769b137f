using System.Globalization;

namespace LayerEvals.Benchmarks.GateTables;

/// <summary>
/// Measures the gate as it is implemented, prints every number beside the published one, and writes what docs/statistics.md shows of it. One seed: the same numbers on
/// every machine.
/// </summary>
internal static class GateTablesCommand
{
    public const int Seed = 20260901;

    public static IReadOnlyList<GateTable> All { get; } =
    [
        ExactTables.Blocks(), ExactTables.Thresholds(), ExactTables.Passes(), ExactTables.Bounds(), LayerTables.Seven(10_000), SampleTables.Blocks(5_000), SampleTables.Passes(2_000),
        ClusterTables.Blocks(5_000), ClusterTables.Passes(2_000), LayerTables.Verdicts(10_000), ExactTables.Cases(), ExactTables.Drops(), LookTable.Early(4_000),
    ];

    /// <summary>Prints the tables, or those of one section; 1 where a number differs by more than the number of numbers lets chance do.</summary>
    public static int Run(TextWriter print, (string Published, string Page) paths, string? section)
    {
        var published = Published.Read(paths.Published);
        print.WriteLine(published is null ? "STATISTICS-TABLES.md is not here: our numbers alone." : "Each number: ours / published (difference, in standard errors).");
        var differences = new Differences();
        var measured = new List<(GateTable, Estimate[][])>();
        for (var i = 0; i < All.Count; i++)
        {
            if (section is not null && All[i].Section != section) continue;
            measured.Add((All[i], Measure(All[i], i)));
            Print(print, All[i], measured[^1].Item2, (published, differences));
        }
        if (section is null) StatisticsPage.Write(paths.Page, measured);
        return published is null ? 0 : differences.Conclude(print);
    }

    static Estimate[][] Measure(GateTable table, int number) =>
        [.. table.Rows.Select((row, i) => (row, i)).AsParallel().AsOrdered().Select(r => r.row.Measure(Seed + 1000 * number + r.i))];

    static void Print(TextWriter print, GateTable table, Estimate[][] rows, (Published? Published, Differences Differences) beside)
    {
        print.WriteLine($"\n## {table.Section} {table.Title}\n\n| {string.Join(" | ", table.Keys.Concat(table.Columns.Select(c => c.Heading)))} |\n|{string.Concat(Enumerable.Repeat("---|", table.Keys.Count + table.Columns.Count))}");
        for (var i = 0; i < rows.Length; i++)
        {
            var names = table.Rows[i].Names;
            var cells = table.Columns.Select((column, c) => Cell(rows[i][c], beside.Published?.Number(table, names, column), (table, column), beside.Differences));
            print.WriteLine($"| {string.Join(" | ", names.Concat(cells))} |");
        }
    }

    static string Cell(Estimate ours, (double Value, bool IsBelow)? published, (GateTable Table, Column Column) of, Differences differences)
    {
        var text = ours.Value.ToString("0.0", CultureInfo.InvariantCulture);
        if (published is not { } known) return text;
        var agreement = Agreement.Of(ours, known, of.Table, of.Column);
        differences.Add(of.Table, agreement.Errors);
        return string.Create(CultureInfo.InvariantCulture, $"{text} / {(known.IsBelow ? "<" : "")}{known.Value:0.0} ({agreement.Difference:+0.0;-0.0;0.0}, {agreement.Errors:0.0})");
    }
}
