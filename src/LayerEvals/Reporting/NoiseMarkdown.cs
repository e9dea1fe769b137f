using System.Text;
using LayerEvals.Comparing;

namespace LayerEvals.Reporting;

/// <summary>The section of report.md that says what asking again changes: sentences, and the flaky cases.</summary>
internal static class NoiseMarkdown
{
    public static string Of(Report report)
    {
        if (report.NoiseSentences.Count == 0) return "";
        var text = new StringBuilder("## Noise\n\n");
        foreach (var sentence in report.NoiseSentences) text.Append($"- {MarkdownText.Of(sentence.Trim())}\n");
        text.Append('\n');
        if (report.Result.Noise is not { Flaky.Count: > 0 } noise) return text.ToString();
        text.Append($"| flaky case | {MarkdownText.Of(report.Config.Baseline.Name)} passed | {MarkdownText.Of(report.Config.Candidate.Name)} passed |\n|---|---:|---:|\n");
        foreach (var flaky in noise.Flaky.Take(NoiseText.MostShown)) text.Append($"| {flaky.Key} | {NoiseText.Passed(flaky.Baseline)} | {NoiseText.Passed(flaky.Candidate)} |\n");
        return text.Append(NoiseText.More(noise) is { } more ? $"\n{more}\n\n" : "\n").ToString();
    }
}
