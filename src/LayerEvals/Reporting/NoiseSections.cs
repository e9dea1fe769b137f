using System.Globalization;
using System.Text;
using LayerEvals.Comparing;

namespace LayerEvals.Reporting;

/// <summary>The section of report.md that says what asking again changes: sentences, and the flaky cases.</summary>
internal static class NoiseSections
{
    // comparison.json has them all.
    const int MostShown = 100;

    public static void Markdown(StringBuilder text, Report report, Func<string, string> escaped)
    {
        if (report.NoiseSentences.Count == 0) return;
        text.Append("## Noise\n\n");
        foreach (var sentence in report.NoiseSentences) text.Append(CultureInfo.InvariantCulture, $"- {escaped(sentence.Trim())}\n");
        text.Append('\n');
        if (report.Noise is not { Flaky.Count: > 0 } noise) return;
        text.Append(CultureInfo.InvariantCulture, $"| flaky case | {escaped(report.Config.Baseline.Name)} passed | {escaped(report.Config.Candidate.Name)} passed |\n|---|---:|---:|\n");
        foreach (var flaky in noise.Flaky.Take(MostShown)) text.Append(CultureInfo.InvariantCulture, $"| {flaky.Key} | {NoiseText.Passed(flaky.Baseline)} | {NoiseText.Passed(flaky.Candidate)} |\n");
        text.Append(More(noise) is { } more ? $"\n{more}\n\n" : "\n");
    }

    static string? More(Noise noise) => noise.Flaky.Count > MostShown ? $"The first {MostShown} of {noise.Flaky.Count}; all of them are in comparison.json." : null;
}
