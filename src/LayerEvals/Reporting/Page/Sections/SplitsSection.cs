namespace LayerEvals.Reporting.Page;

/// <summary>The holdout cases apart from those that are tuned on.</summary>
internal static class SplitsSection
{
    public static Markup Of(Report report) => report.Splits is not { } splits ? Markup.None : Markup.Of($"""
        <section id="splits" aria-labelledby="splits-title">
        <h2 id="splits-title">{SplitSections.Title}</h2>
        <p class="rule">{SplitSections.Note}</p>
        {SideTableMarkup.Of(report, ("Split", SplitSections.Rows(splits, report)), "splits-title")}</section>

        """);
}
