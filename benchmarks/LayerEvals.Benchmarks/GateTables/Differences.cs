using System.Globalization;
using LayerEvals.Comparing.Statistics;

namespace LayerEvals.Benchmarks.GateTables;

/// <summary>All differences between our numbers and the published ones, in standard errors.</summary>
internal sealed class Differences
{
    readonly Dictionary<GateTable, List<double>> byTable = [];

    public void Add(GateTable table, double errors)
    {
        if (!byTable.TryGetValue(table, out var known)) byTable[table] = known = [];
        known.Add(errors);
    }

    /// <summary>Says how many agree; 1 where one is further out than the largest of so many would be once in a hundred times.</summary>
    public int Conclude(TextWriter print)
    {
        print.WriteLine("\n| table | numbers | within 3 standard errors | furthest | mean square |\n|---|---:|---:|---:|---:|");
        foreach (var (table, errors) in byTable)
            print.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {table.Section} {table.Title} | {errors.Count} | {errors.Count(e => e <= 3)} | {errors.Max():0.0} | {errors.Average(e => e * e):0.00} |"));
        var all = byTable.Values.SelectMany(e => e).ToList();
        var allowed = Gaussian.Quantile(1 - 0.01 / all.Count / 2);
        var beyond = all.Count(e => e > allowed);
        print.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\n{all.Count(e => e <= 3)} of {all.Count} numbers within 3 standard errors; {beyond} beyond the {allowed:0.0} that so many numbers allow."));
        return beyond == 0 ? 0 : 1;
    }
}
