using LayerEvals.Comparing;

namespace LayerEvals.Reporting.Page;

/// <summary>Who answers and who abstains, where the sources hold the answer and where they do not: a table for each layer, and what the twins do.</summary>
internal static class AbstentionsSection
{
    public static Markup Of(Report report) => report.Abstentions is not { } abstentions ? Markup.None : Markup.Of($"""
        <section id="abstentions" aria-labelledby="abstentions-title">
        <h2 id="abstentions-title">{AbstentionSections.Title}</h2>
        <p class="rule">{AbstentionSections.Note}</p>
        {abstentions.Layers.Select(layer => Table(report, layer))}{Twins(report, abstentions)}</section>

        """);

    static Markup Table(Report report, LayerReplies layer) => Markup.Of($"""
        <div class="scroll" tabindex="0" role="group" aria-labelledby="abstentions-title">
        <table>
        <thead><tr><th scope="col">{report.LayerOf(layer.Layer).Title}</th><th scope="col">{report.Config.Baseline.Name}</th><th scope="col">{report.Config.Candidate.Name}</th></tr></thead>
        <tbody>
        {AbstentionSections.Rows(layer, report).Select(row => Markup.Of($"<tr><th scope=\"row\">{row.Name}</th><td>{row.Baseline}</td><td>{row.Candidate}</td></tr>\n"))}</tbody>
        </table>
        </div>

        """);

    static Markup Twins(Report report, Abstentions abstentions) => abstentions.Twins is null ? Markup.None
        : Markup.Of($"<ul>\n{AbstentionSections.Twins(abstentions.Twins, report).Select(sentence => Markup.Of($"<li>{sentence}</li>\n"))}</ul>\n");
}
