using System.Globalization;
using System.Text;
using LayerEvals.Comparing;
using LayerEvals.Diagnostics;

namespace LayerEvals.Reporting;

/// <summary>A row of a table with a column a side.</summary>
internal readonly record struct SideRow(string Name, string Baseline, string Candidate);

/// <summary>The table of one layer with a column a side, as report.md and the page show it: what was counted, then the rates.</summary>
internal static class SideTable
{
    /// <summary>The rows of a layer: counts in cases, then shares with their interval. A blessed baseline has none.</summary>
    public static IEnumerable<SideRow> Rows<T>(LayerSides<T> layer, IReadOnlyList<(string Name, Func<T, double> Count)> cells, Func<T, IReadOnlyList<(string Name, Share Share)>> rates, double confidence)
        where T : class
    {
        foreach (var (name, count) in cells)
            yield return new SideRow(name, layer.Baseline is null ? "-" : Numerals.Plain(count(layer.Baseline)), Numerals.Plain(count(layer.Candidate)));
        var baseline = layer.Baseline is null ? null : rates(layer.Baseline);
        var candidate = rates(layer.Candidate);
        for (var i = 0; i < candidate.Count; i++) yield return new SideRow(candidate[i].Name, Rate(baseline?[i].Share, confidence), Rate(candidate[i].Share, confidence));
    }

    public static void Markdown(StringBuilder text, Report report, (string Layer, IEnumerable<SideRow> Rows) table, Func<string, string> escaped)
    {
        text.Append(CultureInfo.InvariantCulture, $"| {escaped(report.LayerOf(table.Layer).Title)} | {escaped(report.Config.Baseline.Name)} | {escaped(report.Config.Candidate.Name)} |\n|---|---:|---:|\n");
        foreach (var (name, baseline, candidate) in table.Rows) text.Append(CultureInfo.InvariantCulture, $"| {name} | {baseline} | {candidate} |\n");
        text.Append('\n');
    }

    static string Rate(Share? share, double confidence)
    {
        if (share is not { Value: { } value } counted) return "-";
        var interval = Wilson.Of(counted.Count, counted.Of, confidence);
        return $"{MarkdownReport.Rate(value, interval)}, n {Numerals.Plain(counted.Of)}";
    }
}
