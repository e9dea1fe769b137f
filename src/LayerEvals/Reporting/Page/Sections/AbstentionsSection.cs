using LayerEvals.Comparing;

namespace LayerEvals.Reporting.Page;

/// <summary>Who answers and who abstains, where the sources hold the answer and where they do not: a table for each layer, and what the twins do.</summary>
internal static class AbstentionsSection
{
    public static Markup Of(Report report) => report.Abstentions is not { } abstentions ? Markup.None : Markup.Of($"""
        <section id="abstentions" aria-labelledby="abstentions-title">
        <h2 id="abstentions-title">{AbstentionSections.Title}</h2>
        <p class="rule">{AbstentionSections.Note}</p>
        {abstentions.Layers.Select(layer => SideTableMarkup.Of(report, (report.LayerOf(layer.Layer).Title, AbstentionSections.Rows(layer, report)), "abstentions-title"))}{Twins(report, abstentions)}</section>

        """);

    static Markup Twins(Report report, Abstentions abstentions) => abstentions.Twins is null ? Markup.None
        : Markup.Of($"<ul>\n{AbstentionSections.Twins(abstentions.Twins, report).Select(sentence => Markup.Of($"<li>{sentence}</li>\n"))}</ul>\n");
}
