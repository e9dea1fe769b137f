using System.Globalization;
using LayerEvals.Comparing;
using LayerEvals.Diagnostics;
using static LayerEvals.Reporting.MarkdownText;

namespace LayerEvals.Reporting;

/// <summary>
/// Writes report.md, a comment of a pull request: verdict, one sentence per layer, the table, the first cases that got worse with the diff of both answers, and what
/// was compared. It is never longer than a comment may be.
/// </summary>
internal static class MarkdownReport
{
    /// <summary>GitHub takes comments of 65,536 characters; a team's own words before and after it fit too.</summary>
    public const int Most = 60_000;

    const int MostCases = 10;
    const int MostRemarks = 20;

    // A team may have layers without end; what regressed comes first then.
    const int MostLayers = 20;
    const string Cut = "\n> Cut to what a comment may hold: report.html of the run has all of it.\n";

    public static string Of(Report report)
    {
        var text = new LimitedText(Most - Cut.Length);
        Head(text, report);
        LayerTable(text, report);
        Cases(text, report, ($"Must-pass cases that failed ({report.Comparison.MustPass.Failed.Count})", report.Comparison.MustPass.Failed.Count), report.Result.MustFailed);
        Cases(text, report, ($"Got worse ({report.Result.WorseInAll})", report.Result.WorseInAll), report.Result.Worse);
        foreach (var section in SideSection.Of(report)) text.Add(section.Markdown(report));
        text.Add(NoiseMarkdown.Of(report));
        text.Add(HistoryText.Markdown(report));
        Compared(text, report);
        return text.IsCut ? text + Cut : text.ToString();
    }

    static void Head(LimitedText text, Report report)
    {
        var comparison = report.Comparison;
        text.Add($"# {Report.Word(comparison.Verdict)}: {Name(report.Config.Candidate.Name)} against {Name(report.Config.Baseline.Name)}\n\n");
        text.Add($"{MarkdownText.Of(comparison.Sentence, 2000)}\n\n");
        if (comparison.LookSentence is { } look) text.Add($"{MarkdownText.Of(look, 1000)}\n\n");
        var samples = comparison.Samples > 1 ? $", {comparison.Samples} samples each" : "";
        text.Add($"Configuration `{report.Config.Name}`; run `{report.Run}`; {comparison.Coverage.Ran} of {Numerals.Count(comparison.Coverage.Planned, "case")}{samples}.\n\n");
        if (report.UsesEmbeddedReader) text.Add("> A side is answered by the embedded reader, an extractive program that quotes its sources. It is not a language model.\n\n");
        foreach (var note in report.Result.Notes.Take(MostRemarks)) text.Add($"> {MarkdownText.Of(note, 1000)}\n\n");
        foreach (var warning in report.Plan.Warnings.Take(MostRemarks)) text.Add($"> Warning {warning.Id}: {MarkdownText.Of(warning.What, 1000)}.\n\n");
        if (report.Result.Notes.Count + report.Plan.Warnings.Count is var said && said > MostRemarks) text.Add($"> {Numerals.Count(said, "remark")} in all; report.html has them.\n\n");
    }

    static void LayerTable(LimitedText text, Report report)
    {
        var comparison = report.Comparison;
        var shown = comparison.Layers.Count <= MostLayers ? comparison.Layers : [.. comparison.Layers.OrderBy(l => l.Verdict switch { Verdict.Regression => 0, Verdict.NotDecided => 1, _ => 2 }).Take(MostLayers)];
        text.Add("## Layers\n\n");
        foreach (var layer in shown.Append(comparison.Overall)) text.Add($"- {MarkdownText.Of(report.SentenceOf(layer), 1000)}\n");
        text.Add($"\n| layer | n | {Name(report.Config.Baseline.Name)} | {Name(report.Config.Candidate.Name)} | difference | got worse | got better | errored | unscored | Holm p | verdict |\n|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---|\n");
        foreach (var layer in shown) text.Add(Row(Name(report.LayerOf(layer.Layer).Title), layer, Report.LayerWord(layer.Verdict)));
        text.Add(Row("Overall", comparison.Overall, Report.Word(comparison.Verdict)));
        if (shown.Count < comparison.Layers.Count) text.Add($"\nThe first {shown.Count} of {comparison.Layers.Count} layers, the regressed before the others; report.html has all of them.\n");
        text.Add($"\n{MarkdownText.Of(GateText.Of(comparison), 2000)}\n\n");
    }

    static string Row(string title, LayerComparison layer, string verdict)
    {
        var tally = layer.Tally;
        return string.Create(CultureInfo.InvariantCulture, $"| {title} | {tally.N} | {Rate(tally.BaselineRate, layer.Baseline)} | {Rate(tally.CandidateRate, layer.Candidate)} | {Difference(layer)} | {tally.Worse.Count} | {tally.Better.Count} | {tally.Errored} | {tally.Unscored} | {Numerals.P(layer.HolmP)} | {verdict} |\n");
    }

    internal static string Rate(double rate, Interval? interval) => interval is not { } i ? "-" : $"{Numerals.Percent(rate)} [{Numerals.Fixed(i.Lower * 100, 1)}, {Numerals.Fixed(i.Upper * 100, 1)}]";

    internal static string Difference(LayerComparison layer) => Difference(layer.Difference, layer.DifferenceInterval);

    internal static string Difference(double? difference, Interval? interval) =>
        interval is not { } i ? "-" : $"{Numerals.Points(difference)} [{Numerals.Points(i.Lower)}, {Numerals.Points(i.Upper)}]";

    static void Cases(LimitedText text, Report report, (string Title, int Count) of, IReadOnlyList<ChangedCase> cases)
    {
        if (of.Count == 0) return;
        text.Add($"## {of.Title}\n\n");
        var shown = Math.Min(MostCases, cases.Count);
        if (of.Count > shown) text.Add($"The first {shown} of {of.Count}; all of them are in scores.jsonl.\n\n");
        foreach (var changed in cases.Take(MostCases))
            if (!text.Add(ChangedMarkdown.Of(report, changed))) text.Add(ChangedMarkdown.Brief(changed));
    }

    static void Compared(LimitedText text, Report report)
    {
        text.Add("## What was compared\n\n| | baseline | candidate |\n|---|---|---|\n");
        foreach (var (name, of) in LayerMap.Rows)
        {
            var (baseline, candidate) = (of(report.Config.Baseline), of(report.Config.Candidate));
            if (baseline is not null || candidate is not null) text.Add($"| {name} | {MarkdownText.Of(baseline ?? "-")} | {MarkdownText.Of(candidate ?? "-")} |\n");
        }
        text.Add("\n");
        foreach (var set in report.Plan.Sets)
            text.Add($"- {Name(set.Title)} (`{set.Id}`): {Numerals.Count(set.Cases.Count, "case")}, owner {Name(set.Owner ?? "-")}, origin {set.Origin ?? "-"}\n");
    }

    static string Name(string text) => MarkdownText.Of(text, 160);
}
