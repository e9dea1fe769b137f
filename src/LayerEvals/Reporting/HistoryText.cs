using System.Text;
using LayerEvals.Comparing;
using LayerEvals.Diagnostics;

namespace LayerEvals.Reporting;

/// <summary>The layers over time: the rows that report.md and the page show alike.</summary>
internal static class HistoryText
{
    public const string Title = "Layers over time";
    public const string Note = "Pass rates of earlier runs' candidates, each over the cases that it shares with this run, asked and judged alike. Where a run asked other cases too, its rates are of fewer cases, and it is said.";

    /// <summary>One run: its place in the chart, its names, and the rate of each layer and overall.</summary>
    internal sealed record Row(string Mark, string Run, string Asked, string Model, string Shared, IReadOnlyList<string> Rates);

    public static IEnumerable<Row> Rows(Report report)
    {
        var cases = report.Comparison.Coverage.Ran;
        var number = 0;
        foreach (var past in report.Result.History)
            yield return new Row($"{++number}", past.Run.Run, Baselines.BlessedBaseline.Day(past.Run.Asked), past.Run.Model, past.IsSame ? $"all {cases}" : $"{past.Shared} of {cases}",
                [.. past.Layers.Select(l => Figure((l, past.Shared), l.Baseline, l.Tally.N == 0 ? 0 : l.Tally.BaselineRate))]);
        var layers = report.Comparison.Layers.Append(report.Comparison.Overall).ToList();
        yield return new Row("B", "this run, baseline", "", report.Config.Baseline.Model, $"all {cases}", [.. layers.Select(l => Figure((l, cases), l.Baseline, l.Tally.N == 0 ? 0 : l.Tally.BaselineRate))]);
        yield return new Row("C", "this run, candidate", "", report.Config.Candidate.Model, $"all {cases}", [.. layers.Select(l => Figure((l, cases), l.Candidate, l.Tally.N == 0 ? 0 : l.Tally.CandidateRate))]);
    }

    public static IEnumerable<string> Titles(Report report) => report.Comparison.Layers.Select(l => report.LayerOf(l.Layer).Title).Append("Overall");

    /// <summary>A sentence on each run whose cases are not those of this one.</summary>
    public static IEnumerable<string> Differences(Report report) => report.Result.History.Select(p => p.Difference(report.Comparison.Coverage.Ran)).OfType<string>();

    public static string Markdown(Report report)
    {
        if (report.Result.History.Count == 0) return "";
        var text = new StringBuilder($"## {Title}\n\n{MarkdownText.Of(Note)}\n\n| | run | asked | model | cases shared |");
        foreach (var title in Titles(report)) text.Append($" {MarkdownText.Of(title, 160)} |");
        text.Append("\n|---|---|---|---|---|").Insert(text.Length, "---:|", report.Comparison.Layers.Count + 1).Append('\n');
        foreach (var row in Rows(report))
        {
            text.Append($"| {row.Mark} | {MarkdownText.Of(row.Run, 160)} | {row.Asked} | {MarkdownText.Of(row.Model, 160)} | {row.Shared} |");
            foreach (var rate in row.Rates) text.Append($" {rate} |");
            text.Append('\n');
        }
        text.Append('\n');
        foreach (var sentence in Differences(report)) text.Append($"- {MarkdownText.Of(sentence, 1000)}\n");
        return text.Append('\n').ToString();
    }

    // How many cases were scored is said where it is not how many are shared.
    static string Figure((LayerComparison Layer, int Cases) of, Interval? interval, double rate) =>
        interval is null ? "-" : MarkdownReport.Rate(rate, interval) + (of.Layer.Tally.N == of.Cases ? "" : $", n {Numerals.Plain(of.Layer.Tally.N)}");
}
