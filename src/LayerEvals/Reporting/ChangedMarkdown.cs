using System.Globalization;
using System.Text;
using LayerEvals.GoldenSets;
using static LayerEvals.Reporting.MarkdownText;

namespace LayerEvals.Reporting;

/// <summary>A case that got worse, as a comment shows it: what failed and why, what was asked, the diff of both answers, and the command that runs it again.</summary>
internal static class ChangedMarkdown
{
    // Of these ten cases fit into a comment.
    const int MostChecks = 1800;
    const int MostDiff = 1800;
    const int MostAsked = 400;

    public static string Of(Report report, ChangedCase changed)
    {
        var text = new StringBuilder();
        text.Append(Brief(changed));
        var checks = new LimitedText(MostChecks);
        foreach (var failed in changed.Failed)
        {
            checks.Add($"- {MarkdownText.Of(failed.Check, 120)} ({failed.Layer}): {MarkdownText.Of(failed.Reason)}\n");
            foreach (var part in failed.Parts) checks.Add(Part(part));
        }
        text.Append(checks);
        if (checks.IsCut) text.Append("- and more, in report.html\n");
        text.Append(CultureInfo.InvariantCulture, $"\nAsked:\n\n{Fenced(Printable.Short(changed.Question, MostAsked), "text")}");
        if (changed.Case.Tools.Count > 0) text.Append(CultureInfo.InvariantCulture, $"\nTools:\n\n{Fenced(Printable.Short(string.Join('\n', changed.Case.Tools.Select(Told)), MostAsked), "text")}");
        text.Append(CultureInfo.InvariantCulture, $"\n{MarkdownText.Of(report.Config.Baseline.Name, 160)} (-) and {MarkdownText.Of(report.Config.Candidate.Name, 160)} (+):\n\n{Fenced(AnswerDiff.Of(changed.BaselineText, changed.CandidateText, MostDiff), "diff")}");
        text.Append(CultureInfo.InvariantCulture, $"\nRun it again:\n\n{Fenced(changed.Rerun, "text")}\n");
        return text.ToString();
    }

    static string Told(GoldenTool tool) => $"{tool.Name}{(tool.Description is { } said ? $": {Printable.Line(said)}" : "")} {tool.Parameters}";

    /// <summary>Its key and place alone.</summary>
    public static string Brief(ChangedCase changed)
    {
        var layers = changed.Layers.Count == 0 ? "the baseline fails it too" : $"layers: {string.Join(", ", changed.Layers.Take(10))}";
        return $"### `{changed.Case.Key}`\n\n{MarkdownText.Of(changed.Case.File)}:{changed.Case.Line.ToString(CultureInfo.InvariantCulture)}; {layers}\n\n";
    }

    // The claim with what is wrong in it marked, and the source beneath it.
    static string Part(FailedPart part)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"  - {MarkdownText.Of(part.Name, 120)}: {MarkdownText.Of(part.Reason)}\n");
        if (part.Claim is { } claim) text.Append(CultureInfo.InvariantCulture, $"    - claim: {MarkdownText.Of(claim.Before)}{(claim.Marked.Length == 0 ? "" : $"**{MarkdownText.Of(claim.Marked)}**")}{MarkdownText.Of(claim.After)}\n");
        if (part.Source is { } source) text.Append(CultureInfo.InvariantCulture, $"    - source {MarkdownText.Of(source, 120)}: {MarkdownText.Of(part.SourceText ?? "")}\n");
        return text.ToString();
    }
}
