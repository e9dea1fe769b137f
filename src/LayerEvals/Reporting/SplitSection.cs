using System.Text.Json;
using LayerEvals.Comparing;
using LayerEvals.Diagnostics;

namespace LayerEvals.Reporting;

/// <summary>The section "Holdout": the cases by split, and the same in comparison.json.</summary>
internal static class SplitSection
{
    const string Note = "Holdout cases apart from those that are tuned on. A candidate that is better on the dev cases and not on the holdout was tuned to the test. The gate judges all cases together.";

    public static SideSection? Of(Report report) => report.Result.Splits is not { } splits ? null
        : new SideSection("splits", "Holdout", Note, [new SideTable("Split", [.. Rows(splits, report)]) { InMarkdown = "split" }]);

    public static void Write(Utf8JsonWriter json, Report report)
    {
        if (report.Result.Splits is not { } splits) return;
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

    static IEnumerable<SideRow> Rows(Splits splits, Report report)
    {
        foreach (var (split, tally) in splits.Rows)
            yield return new SideRow(
                $"{(split == "none" ? "no split" : split)}: {Numerals.Count(tally.N, "case")}, {tally.Worse.Count} got worse, {tally.Better.Count} got better{(tally.Lost == 0 ? "" : $", {tally.Lost} without an outcome")}",
                Rate(tally, tally.BaselineRate, report), Rate(tally, tally.CandidateRate, report));
    }

    static string Rate(Tally tally, double rate, Report report) => tally.N == 0 ? "-" : MarkdownReport.Rate(rate, Wilson.Of(rate * tally.N, tally.N, report.Comparison.Gate.Confidence));
}
