using LayerEvals.Comparing;
using LayerEvals.Diagnostics;

namespace LayerEvals.Reporting.Page;

/// <summary>The table of the layers with rates, the forest plot and verdicts, and a sentence for each.</summary>
internal static class LayersSection
{
    public static Markup Of(Report report)
    {
        var comparison = report.Comparison;
        var plot = DifferencePlot.For(comparison);
        return Markup.Of($"""
            <section id="layers" aria-labelledby="layers-title">
            <h2 id="layers-title">Layers</h2>
            <table class="layers" role="table">
            <thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">Layer</th><th scope="col" role="columnheader" class="number">Cases</th><th scope="col" role="columnheader">{report.Config.Baseline.Name}</th><th scope="col" role="columnheader">{report.Config.Candidate.Name}</th><th scope="col" role="columnheader" class="difference">Difference in points{plot.Axis()}</th><th scope="col" role="columnheader" class="number">Got worse</th><th scope="col" role="columnheader" class="number">Got better</th><th scope="col" role="columnheader" class="number">No outcome</th><th scope="col" role="columnheader">Verdict</th></tr></thead>
            <tbody role="rowgroup">
            {comparison.Layers.Select(layer => Row(report, layer, plot))}{Overall(report, plot)}</tbody>
            </table>
            <p class="key">{Key()}</p>
            <ul class="sentences">
            {comparison.Layers.Append(comparison.Overall).Select(layer => Sentence(report, layer))}</ul>
            <p class="rule">{GateText.Of(comparison)}</p>
            </section>

            """);
    }

    static Markup Key() => Markup.Of($"The whisker is the difference with its interval; the dashed line is the largest drop that is allowed. A dot is within guard, a square regressed, a ring not decided.");

    static Markup Row(Report report, LayerComparison layer, DifferencePlot plot) =>
        Row(layer, plot, (report.LayerOf(layer.Layer).Title, $"#layer={Uri.EscapeDataString(layer.Layer)}"), Report.LayerWord(layer.Verdict));

    // Of the run the verdict is that of the whole, which can say more than the margin does.
    static Markup Overall(Report report, DifferencePlot plot) =>
        Row(report.Comparison.Overall with { Verdict = report.Comparison.Verdict }, plot, ("Overall", "#chip=worse"), Report.Word(report.Comparison.Verdict));

    static Markup Row(LayerComparison layer, DifferencePlot plot, (string Title, string Link) name, string word)
    {
        var tally = layer.Tally;
        return Markup.Of($"""
            <tr role="row" class="{VerdictMark.Class(layer.Verdict)}{(layer.IsOverall ? " overall" : "")}"><th scope="row" role="rowheader">{name.Title}</th><td role="cell" class="number" data-label="Cases">{tally.N}</td><td role="cell" data-label="Baseline">{RateBar.Of(tally.BaselineRate, layer.Baseline)}</td><td role="cell" data-label="Candidate">{RateBar.Of(tally.CandidateRate, layer.Candidate)}</td><td role="cell" class="difference" data-label="Difference">{plot.Row(layer)}<span class="figures">{MarkdownReport.Difference(layer)}</span></td><td role="cell" class="number" data-label="Got worse">{Linked(tally.Worse.Count, layer, name.Link, "worse")}</td><td role="cell" class="number" data-label="Got better">{Linked(tally.Better.Count, layer, name.Link, "better")}</td><td role="cell" class="number" data-label="No outcome">{Linked(tally.Lost, layer, name.Link, "unscored")}</td><td role="cell" data-label="Verdict">{VerdictMark.Badge(layer.Verdict, word)}</td></tr>

            """);
    }

    static Markup Linked(int count, LayerComparison layer, string link, string chip) => count == 0
        ? Markup.Of($"{count}")
        : Markup.Of($"<a href=\"{(layer.IsOverall ? "#" : link + "&")}chip={chip}\">{count}</a>");

    static Markup Sentence(Report report, LayerComparison layer) =>
        Markup.Of($"<li class=\"{VerdictMark.Class(layer.IsOverall ? report.Comparison.Verdict : layer.Verdict)}\">{report.SentenceOf(layer)} <span class=\"lost\">{LayerSentence.Lost(layer.Tally)}. Holm p {Numerals.P(layer.HolmP)}.</span></li>\n");
}
