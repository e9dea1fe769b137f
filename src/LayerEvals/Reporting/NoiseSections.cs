using System.Globalization;
using System.Text;
using LayerEvals.Comparing;

namespace LayerEvals.Reporting;

/// <summary>The section of both reports that says what asking again changes: sentences, and the flaky cases.</summary>
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

    public static void Html(StringBuilder html, Report report, Func<string, string> encoded)
    {
        if (report.NoiseSentences.Count == 0) return;
        html.Append("<section>\n<h2>Noise</h2>\n<ul>\n");
        foreach (var sentence in report.NoiseSentences) html.Append(CultureInfo.InvariantCulture, $"<li>{encoded(sentence.Trim())}</li>\n");
        html.Append("</ul>\n");
        if (report.Noise is { Flaky.Count: > 0 } noise)
        {
            html.Append(CultureInfo.InvariantCulture, $"<div class=\"scroll\">\n<table>\n<thead><tr><th scope=\"col\">Flaky case</th><th scope=\"col\">{encoded(report.Config.Baseline.Name)} passed</th><th scope=\"col\">{encoded(report.Config.Candidate.Name)} passed</th></tr></thead>\n<tbody>\n");
            foreach (var flaky in noise.Flaky.Take(MostShown)) html.Append(CultureInfo.InvariantCulture, $"<tr><th scope=\"row\">{encoded(flaky.Key)}</th><td>{NoiseText.Passed(flaky.Baseline)}</td><td>{NoiseText.Passed(flaky.Candidate)}</td></tr>\n");
            html.Append("</tbody>\n</table>\n</div>\n");
            if (More(noise) is { } more) html.Append(CultureInfo.InvariantCulture, $"<p class=\"run\">{more}</p>\n");
        }
        html.Append("</section>\n");
    }

    static string? More(Noise noise) => noise.Flaky.Count > MostShown ? $"The first {MostShown} of {noise.Flaky.Count}; all of them are in comparison.json." : null;
}
