using LayerEvals.Reporting.Page;
using LayerEvals.Runs;

namespace LayerEvals.Reporting.SeveralRuns;

/// <summary>Several runs as one page: a row a run, a column a layer, each linked to the run's own report.</summary>
internal static class RunsPage
{
    public static string Of(ToldRuns told) => Markup.Of($"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta http-equiv="Content-Security-Policy" content="{Markup.OfOurs($"default-src 'none'; style-src {PageFiles.Source(PageFiles.Style)}; base-uri 'none'; form-action 'none'")}">
        <meta name="referrer" content="no-referrer">
        <title>{told.Title}</title>
        <style>{Markup.OfOurs(PageFiles.Style)}</style>
        </head>
        <body>
        <main>
        <h1 id="runs-title">{told.Title}</h1>
        {told.Comparable().Select(s => Markup.Of($"<p class=\"banner {(s.StartsWith("All", StringComparison.Ordinal) ? "note" : "caution")}\">{s}</p>\n"))}<section aria-labelledby="runs-title">
        <div class="scroll" tabindex="0" role="group" aria-labelledby="runs-title">
        <table class="runs">
        <thead><tr><th scope="col">Run</th><th scope="col">Verdict</th>{told.Layers.Select(layer => Markup.Of($"<th scope=\"col\">{ToldRuns.TitleOf(layer)}</th>"))}</tr></thead>
        <tbody>
        {told.Runs.Select((run, i) => Row(told, run, told.Links[i]))}</tbody>
        </table>
        </div>
        <p class="key">In each cell the candidate's rate with its interval, then the baseline's, the difference, and how many cases were scored.</p>
        </section>
        </main>
        <footer><p>LayerEvals {RunManifest.Version}. Every number is in comparison.json of its run.</p></footer>
        </body>
        </html>

        """).ToString();

    static Markup Row(ToldRuns told, ToldRun run, string link) => Markup.Of($"""
        <tr><th scope="row"><a href="{link}">{run.Run.Id}</a><span class="figures">{run.Candidate} against {run.Baseline}</span><span class="figures">{run.Started}</span><span class="figures">{run.Ran} of {run.Planned} cases</span></th><td>{VerdictMark.Badge(run.Verdict, Report.Word(run.Verdict))}</td>{told.Layers.Select(layer => Cell(run, layer))}</tr>

        """);

    static Markup Cell(ToldRun run, string layer) => run.Layers.FirstOrDefault(l => l.Layer == layer) is not { CandidateInterval: not null } told ? Markup.Of($"<td>-</td>")
        : Markup.Of($"<td>{RateBar.Of(told.Candidate ?? 0, told.CandidateInterval)}<span class=\"figures\">baseline {MarkdownReport.Rate(told.Baseline ?? 0, told.BaselineInterval)}</span><span class=\"figures\">{MarkdownReport.Difference(told.Difference, told.DifferenceInterval)} points, n {told.N}</span>{VerdictMark.Badge(told.IsOverall ? run.Verdict : told.Verdict, told.IsOverall ? Report.Word(run.Verdict) : Report.LayerWord(told.Verdict))}</td>");
}
