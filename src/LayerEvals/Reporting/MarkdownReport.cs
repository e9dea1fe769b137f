using System.Globalization;
using System.Text;
using LayerEvals.Comparing;
using LayerEvals.Diagnostics;

namespace LayerEvals.Reporting;

/// <summary>Writes report.md: verdict, one sentence per layer, the table, and the cases that got worse with both answers. Text of models stands in fences that it cannot close.</summary>
internal static class MarkdownReport
{
    public static string Of(Report report)
    {
        var text = new StringBuilder();
        var comparison = report.Comparison;
        text.Append(CultureInfo.InvariantCulture, $"# {Report.Word(comparison.Verdict)}: {report.Config.Candidate.Name} against {report.Config.Baseline.Name}\n\n");
        text.Append(Escaped(comparison.Sentence)).Append("\n\n");
        if (comparison.LookSentence is { } look) text.Append(Escaped(look)).Append("\n\n");
        text.Append(CultureInfo.InvariantCulture, $"Configuration `{report.Config.Name}`; run `{report.Run}`; {comparison.Coverage.Ran} of {Numerals.Count(comparison.Coverage.Planned, "case")}");
        text.Append(comparison.Samples > 1 ? $", {comparison.Samples} samples each.\n\n" : ".\n\n");
        if (report.UsesEmbeddedReader) text.Append("> A side is answered by the embedded reader, an extractive program that quotes its sources. It is not a language model.\n\n");
        foreach (var note in report.Notes) text.Append(CultureInfo.InvariantCulture, $"> {Escaped(note)}\n\n");
        foreach (var warning in report.Warnings) text.Append(CultureInfo.InvariantCulture, $"> Warning {warning.Id}: {Escaped(warning.What)}.\n\n");

        text.Append("## Layers\n\n");
        foreach (var layer in comparison.Layers.Append(comparison.Overall)) text.Append(CultureInfo.InvariantCulture, $"- {Escaped(report.SentenceOf(layer))}\n");
        text.Append(CultureInfo.InvariantCulture, $"\n| layer | n | {Escaped(report.Config.Baseline.Name)} | {Escaped(report.Config.Candidate.Name)} | difference | got worse | got better | errored | unscored | Holm p | verdict |\n");
        text.Append("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---|\n");
        foreach (var layer in comparison.Layers) Row(text, Escaped(report.LayerOf(layer.Layer).Title), layer, Report.LayerWord(layer.Verdict));
        Row(text, "Overall", comparison.Overall, Report.Word(comparison.Verdict));
        text.Append(CultureInfo.InvariantCulture, $"\n{Escaped(GateText.Of(comparison))}\n\n");

        AbstentionSections.Markdown(text, report, Escaped);
        RefusalSections.Markdown(text, report, Escaped);
        NoiseSections.Markdown(text, report, Escaped);
        Compared(text, report);
        Cases(text, report);
        return text.ToString();
    }

    static void Row(StringBuilder text, string title, LayerComparison layer, string verdict)
    {
        var tally = layer.Tally;
        text.Append(CultureInfo.InvariantCulture, $"| {title} | {tally.N} | {Rate(tally.BaselineRate, layer.Baseline)} | {Rate(tally.CandidateRate, layer.Candidate)} | {Difference(layer)} | {tally.Worse.Count} | {tally.Better.Count} | {tally.Errored} | {tally.Unscored} | {Numerals.P(layer.HolmP)} | {verdict} |\n");
    }

    internal static string Rate(double rate, Interval? interval) => interval is not { } i ? "-" : $"{Numerals.Percent(rate)} [{Numerals.Fixed(i.Lower * 100, 1)}, {Numerals.Fixed(i.Upper * 100, 1)}]";

    internal static string Difference(LayerComparison layer) =>
        layer.DifferenceInterval is not { } i ? "-" : $"{Numerals.Points(layer.Difference)} [{Numerals.Points(i.Lower)}, {Numerals.Points(i.Upper)}]";

    static void Compared(StringBuilder text, Report report)
    {
        text.Append("## What was compared\n\n| | baseline | candidate |\n|---|---|---|\n");
        foreach (var (name, of) in LayerMap.Rows)
        {
            var (baseline, candidate) = (of(report.Config.Baseline), of(report.Config.Candidate));
            if (baseline is not null || candidate is not null) text.Append(CultureInfo.InvariantCulture, $"| {name} | {Escaped(baseline ?? "-")} | {Escaped(candidate ?? "-")} |\n");
        }
        text.Append('\n');
        foreach (var set in report.Sets)
            text.Append(CultureInfo.InvariantCulture, $"- {Escaped(set.Title)} (`{set.Id}`): {Numerals.Count(set.Cases.Count, "case")}, owner {Escaped(set.Owner ?? "-")}, origin {set.Origin ?? "-"}\n");
        text.Append('\n');
    }

    static void Cases(StringBuilder text, Report report)
    {
        if (report.MustFailed.Count > 0) text.Append(CultureInfo.InvariantCulture, $"## Must-pass cases that failed ({report.Comparison.MustPass.Failed.Count})\n\n");
        foreach (var failed in report.MustFailed) Case(text, report, failed);
        text.Append(CultureInfo.InvariantCulture, $"## Got worse ({report.WorseInAll})\n\n");
        if (report.WorseInAll > report.Worse.Count) text.Append(CultureInfo.InvariantCulture, $"The first {report.Worse.Count} of {report.WorseInAll}; all of them are in scores.jsonl.\n\n");
        foreach (var changed in report.Worse) Case(text, report, changed);
    }

    static void Case(StringBuilder text, Report report, ChangedCase changed)
    {
        var layers = changed.Layers.Count == 0 ? "the baseline fails it too" : $"layers: {string.Join(", ", changed.Layers)}";
        text.Append(CultureInfo.InvariantCulture, $"### {changed.Case.Key}\n\n{Escaped(changed.Case.File)}:{changed.Case.Line}; {layers}\n\n");
        foreach (var failed in changed.Failed)
        {
            text.Append(CultureInfo.InvariantCulture, $"- {Escaped(failed.Check)} ({failed.Layer}): {Escaped(failed.Reason)}\n");
            foreach (var part in failed.Parts) Part(text, part);
        }
        Fenced(text, "Asked", changed.Question);
        if (changed.Case.Tools.Count > 0) Fenced(text, "Tools", string.Join('\n', changed.Case.Tools.Select(t => $"{t.Name}{(t.Description is { } said ? $": {Printable.Line(said)}" : "")} {t.Parameters}")));
        Fenced(text, $"Baseline, {report.Config.Baseline.Name}", changed.BaselineText);
        Fenced(text, $"Candidate, {report.Config.Candidate.Name}", changed.CandidateText);
        Fenced(text, "Run it again", changed.Rerun);
    }

    // The claim with what is wrong in it marked, and the source beneath it.
    static void Part(StringBuilder text, FailedPart part)
    {
        text.Append(CultureInfo.InvariantCulture, $"  - {Escaped(part.Name)}: {Escaped(part.Reason)}\n");
        if (part.Claim is { } claim) text.Append(CultureInfo.InvariantCulture, $"    - claim: {Escaped(claim.Before)}{(claim.Marked.Length == 0 ? "" : $"**{Escaped(claim.Marked)}**")}{Escaped(claim.After)}\n");
        if (part.Source is { } source) text.Append(CultureInfo.InvariantCulture, $"    - source {Escaped(source)}: {Escaped(part.SourceText ?? "")}\n");
    }

    static void Fenced(StringBuilder text, string title, string content)
    {
        var lines = Printable.Lines(content);
        var fence = new string('`', Math.Max(3, LongestRun(lines) + 1));
        text.Append(CultureInfo.InvariantCulture, $"\n{Escaped(title)}:\n\n{fence}text\n{lines}\n{fence}\n");
        if (title == "Run it again") text.Append('\n');
    }

    static int LongestRun(string text)
    {
        int longest = 0, run = 0;
        foreach (var c in text)
        {
            run = c == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }
        return longest;
    }

    // https://… and www.… become links without any mark-up.
    static bool IsLink(string line, int at) =>
        line[at] == ':' && at + 1 < line.Length && line[at + 1] == '/' || line[at] == '.' && at >= 3 && line.AsSpan(at - 3, 3).Equals("www", StringComparison.OrdinalIgnoreCase);

    /// <summary>Text of a file or a model on one line, with everything that Markdown or HTML would obey escaped.</summary>
    static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        var line = Printable.Line(text);
        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
            if (IsLink(line, i) || c is '\\' or '*' or '_' or '[' or ']' or '<' or '>' or '|' or '#' or '!' or '~' or '&' or '`' or '@') escaped.Append('\\');
            escaped.Append(c);
        }
        return escaped.ToString();
    }
}
