namespace LayerEvals.Reporting.Page;

/// <summary>Who refuses, where it must and where it must not: a table for each layer.</summary>
internal static class RefusalsSection
{
    public static Markup Of(Report report) => report.Refusals is not { } refusals ? Markup.None : Markup.Of($"""
        <section id="refusals" aria-labelledby="refusals-title">
        <h2 id="refusals-title">{RefusalSections.Title}</h2>
        <p class="rule">{RefusalSections.Note}</p>
        {refusals.Layers.Select(layer => SideTableMarkup.Of(report, (report.LayerOf(layer.Layer).Title, RefusalSections.Rows(layer, report)), "refusals-title"))}</section>

        """);
}
