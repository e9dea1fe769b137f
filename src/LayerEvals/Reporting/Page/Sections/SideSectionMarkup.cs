namespace LayerEvals.Reporting.Page;

/// <summary>A section whose tables have a column a side, each in a frame that scrolls.</summary>
internal static class SideSectionMarkup
{
    public static Markup Of(SideSection section, Report report)
    {
        var label = $"{section.Id}-title";
        return Markup.Of($"""
            <section id="{section.Id}" aria-labelledby="{label}">
            <h2 id="{label}">{section.Title}</h2>
            <p class="rule">{section.Note}</p>
            {section.Tables.Select(table => Table(table, report, label))}{Sentences(section.Sentences)}</section>

            """);
    }

    static Markup Table(SideTable table, Report report, string label) => Markup.Of($"""
        <div class="scroll" tabindex="0" role="group" aria-labelledby="{label}">
        <table>
        <thead><tr><th scope="col">{table.Title}</th><th scope="col">{report.Config.Baseline.Name}</th><th scope="col">{report.Config.Candidate.Name}</th></tr></thead>
        <tbody>
        {table.Rows.Select(row => Markup.Of($"<tr><th scope=\"row\">{row.Name}</th><td>{row.Baseline}</td><td>{row.Candidate}</td></tr>\n"))}</tbody>
        </table>
        </div>

        """);

    static Markup Sentences(IReadOnlyList<string> sentences) => sentences.Count == 0 ? Markup.None
        : Markup.Of($"<ul>\n{sentences.Select(sentence => Markup.Of($"<li>{sentence}</li>\n"))}</ul>\n");
}
