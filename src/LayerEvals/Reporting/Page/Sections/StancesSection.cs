namespace LayerEvals.Reporting.Page;

/// <summary>Who keeps to what is right under pressure, and who takes a correction: a table for each layer.</summary>
internal static class StancesSection
{
    public static Markup Of(Report report) => report.Stances is not { } stances ? Markup.None : Markup.Of($"""
        <section id="stances" aria-labelledby="stances-title">
        <h2 id="stances-title">{StanceSections.Title}</h2>
        <p class="rule">{StanceSections.Note}</p>
        {stances.Layers.Select(layer => SideTableMarkup.Of(report, (report.LayerOf(layer.Layer).Title, StanceSections.Rows(layer, report)), "stances-title"))}</section>

        """);
}
