using LayerEvals.Comparing;

namespace LayerEvals.Reporting.Page;

/// <summary>What asking again changes: sentences, and the flaky cases.</summary>
internal static class NoiseSection
{
    public static Markup Of(Report report) => report.NoiseSentences.Count == 0 ? Markup.None : Markup.Of($"""
        <section id="noise" aria-labelledby="noise-title">
        <h2 id="noise-title">Noise</h2>
        <ul>
        {report.NoiseSentences.Select(s => Markup.Of($"<li>{s.Trim()}</li>\n"))}</ul>
        {Flaky(report)}</section>

        """);

    static Markup Flaky(Report report) => report.Result.Noise is not { Flaky.Count: > 0 } noise ? Markup.None : Markup.Of($"""
        <div class="scroll" tabindex="0" role="group" aria-labelledby="noise-title">
        <table>
        <thead><tr><th scope="col">Flaky case</th><th scope="col">{report.Config.Baseline.Name} passed</th><th scope="col">{report.Config.Candidate.Name} passed</th></tr></thead>
        <tbody>
        {noise.Flaky.Take(NoiseText.MostShown).Select(Row)}</tbody>
        </table>
        </div>
        {More(noise)}
        """);

    static Markup Row(FlakyCase flaky) =>
        Markup.Of($"<tr><th scope=\"row\"><a href=\"#chip=flaky&amp;case={Uri.EscapeDataString(flaky.Key)}\">{flaky.Key}</a></th><td>{NoiseText.Passed(flaky.Baseline)}</td><td>{NoiseText.Passed(flaky.Candidate)}</td></tr>\n");

    static Markup More(Noise noise) => NoiseText.More(noise) is { } more ? Markup.Of($"<p class=\"rule\">{more}</p>\n") : Markup.None;
}
