using System.Globalization;
using System.Text;
using System.Text.Json;
using LayerEvals.Comparing;
using LayerEvals.Diagnostics;

namespace LayerEvals.Reporting;

/// <summary>The cases by split, in report.md and in comparison.json, and the rows that the page shows too.</summary>
internal static class SplitSections
{
    public const string Title = "Holdout";
    public const string Note = "Holdout cases apart from those that are tuned on. A candidate that is better on the dev cases and not on the holdout was tuned to the test. The gate judges all cases together.";

    public static IEnumerable<SideRow> Rows(Splits splits, Report report)
    {
        foreach (var (split, tally) in splits.Rows)
            yield return new SideRow(
                $"{(split == "none" ? "no split" : split)}: {Numerals.Count(tally.N, "case")}, {tally.Worse.Count} got worse, {tally.Better.Count} got better{(tally.Lost == 0 ? "" : $", {tally.Lost} without an outcome")}",
                Rate(tally, tally.BaselineRate, report), Rate(tally, tally.CandidateRate, report));
    }

    public static void Markdown(StringBuilder text, Report report, Func<string, string> escaped)
    {
        if (report.Splits is not { } splits) return;
        text.Append(CultureInfo.InvariantCulture, $"## {Title}\n\n{escaped(Note)}\n\n");
        text.Append(CultureInfo.InvariantCulture, $"| split | {escaped(report.Config.Baseline.Name)} | {escaped(report.Config.Candidate.Name)} |\n|---|---:|---:|\n");
        foreach (var (name, baseline, candidate) in Rows(splits, report)) text.Append(CultureInfo.InvariantCulture, $"| {name} | {baseline} | {candidate} |\n");
        text.Append('\n');
    }

    public static void Write(Utf8JsonWriter json, Report report)
    {
        if (report.Splits is not { } splits) return;
        json.WriteStartArray("splits");
        foreach (var (split, tally) in splits.Rows)
        {
            json.WriteStartObject();
            json.WriteString("split", split);
            json.WriteNumber("n", tally.N);
            json.WriteNumber("got_worse", tally.Worse.Count);
            json.WriteNumber("got_better", tally.Better.Count);
            json.WriteNumber("lost", tally.Lost);
            SideJson.Rate(json, "baseline_rate", new Share(tally.N == 0 ? 0 : tally.BaselineRate * tally.N, tally.N));
            SideJson.Rate(json, "candidate_rate", new Share(tally.N == 0 ? 0 : tally.CandidateRate * tally.N, tally.N));
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    static string Rate(Tally tally, double rate, Report report) => tally.N == 0 ? "-" : MarkdownReport.Rate(rate, Wilson.Of(rate * tally.N, tally.N, report.Comparison.Gate.Confidence));
}
