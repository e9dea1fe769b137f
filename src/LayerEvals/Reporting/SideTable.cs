using LayerEvals.Comparing;
using LayerEvals.Diagnostics;

namespace LayerEvals.Reporting;

/// <summary>A row of a table with a column a side.</summary>
internal readonly record struct SideRow(string Name, string Baseline, string Candidate);

/// <summary>A table with a column a side, as report.md and the page show it.</summary>
/// <param name="Title">What the rows are of.</param>
/// <param name="Rows">The rows.</param>
internal sealed record SideTable(string Title, IReadOnlyList<SideRow> Rows)
{
    /// <summary>What report.md calls the rows, where it is not the title.</summary>
    public string? InMarkdown { get; init; }

    /// <summary>The table of a layer: counts in cases, then shares with their interval. A blessed baseline has none.</summary>
    public static SideTable Of<T>(Report report, LayerSides<T> layer, IReadOnlyList<(string Name, Func<T, double> Count)> cells, Func<T, IReadOnlyList<(string Name, Share Share)>> rates)
        where T : class
    {
        var rows = new List<SideRow>();
        foreach (var (name, count) in cells)
            rows.Add(new SideRow(name, layer.Baseline is null ? "-" : Numerals.Plain(count(layer.Baseline)), Numerals.Plain(count(layer.Candidate))));
        var confidence = report.Comparison.Gate.Confidence;
        var baseline = layer.Baseline is null ? null : rates(layer.Baseline);
        var candidate = rates(layer.Candidate);
        var (ofBaseline, ofCandidate) = (layer.Clusters.Baseline.Select(rates).ToList(), layer.Clusters.Candidate.Select(rates).ToList());
        for (var i = 0; i < candidate.Count; i++)
            rows.Add(new SideRow(candidate[i].Name, Rate(baseline?[i].Share, ofBaseline.Select(r => r[i].Share), confidence), Rate(candidate[i].Share, ofCandidate.Select(r => r[i].Share), confidence)));
        return new SideTable(report.LayerOf(layer.Layer).Title, rows);
    }

    static string Rate(Share? share, IEnumerable<Share> clusters, double confidence)
    {
        if (share is not { Value: { } value } counted) return "-";
        var interval = ClusteredShare.Interval(counted, clusters, confidence);
        return $"{MarkdownReport.Rate(value, interval)}, n {Numerals.Plain(counted.Of)}";
    }
}
