using LayerEvals.Diagnostics;

namespace LayerEvals.Reporting.Page;

/// <summary>The cases that got worse, for a reader without script: the page's own list takes its place where scripts run.</summary>
internal static class ChangedSection
{
    // Each brings two answers that stand in the data once more; report.md and scores.jsonl have the others.
    const int MostShown = 20;

    public static Markup Of(Report report) => Markup.Of($"{Must(report)}{Worse(report)}");

    static Markup Must(Report report) => report.Result.MustFailed.Count == 0 ? Markup.None : Markup.Of($"""
        <section class="static">
        <h2>Must-pass cases that failed ({report.Comparison.MustPass.Failed.Count})</h2>
        {report.Result.MustFailed.Take(MostShown).Select(c => Case(report, c))}</section>

        """);

    static Markup Worse(Report report)
    {
        var (shown, all) = (Math.Min(MostShown, report.Result.Worse.Count), report.Result.WorseInAll);
        var first = all > shown ? Markup.Of($"<p>The first {shown} of {all}; all of them are in scores.jsonl.</p>\n") : Markup.None;
        var none = all == 0 ? Markup.Of($"<p>No case got worse.</p>\n") : Markup.None;
        return Markup.Of($"<section class=\"static\">\n<h2>Got worse ({all})</h2>\n{none}{first}{report.Result.Worse.Take(MostShown).Select(c => Case(report, c))}</section>\n");
    }

    static Markup Case(Report report, ChangedCase changed) => Markup.Of($"""
        <details>
        <summary><b>{changed.Case.Key}</b> {changed.Failed.Select(f => $"{f.Check}: {f.Reason}").FirstOrDefault()}</summary>
        <p class="rule">{changed.Case.File}:{changed.Case.Line}. {(changed.Layers.Count == 0 ? "The baseline fails it too." : $"{Numerals.Count(changed.Layers.Count, "layer")}: {string.Join(", ", changed.Layers)}")}</p>
        <ul>
        {changed.Failed.Select(Check)}</ul>
        <p class="question">{changed.Question}</p>
        <div class="sides"><div><h3>{report.Config.Baseline.Name}</h3><pre>{changed.BaselineText}</pre></div><div><h3>{report.Config.Candidate.Name}</h3><pre>{changed.CandidateText}</pre></div></div>
        <p class="again">Run it again: <code>{changed.Rerun}</code></p>
        </details>

        """);

    static Markup Check(FailedCheck failed) => Markup.Of($"<li><b>{failed.Check}</b> ({failed.Layer}): {failed.Reason}{failed.Parts.Select(Part)}</li>\n");

    static Markup Part(FailedPart part) => Markup.Of($"<br>{part.Name}: {part.Reason}{Claim(part.Claim)}{Source(part)}");

    static Markup Claim(MarkedText? claim) => claim is null ? Markup.None
        : Markup.Of($"<br><span class=\"rule\">Claim:</span> {claim.Before}<mark>{claim.Marked}</mark>{claim.After}");

    static Markup Source(FailedPart part) => part.Source is null ? Markup.None
        : Markup.Of($"<br><span class=\"rule\">Source {part.Source}:</span> {part.SourceText}");
}
