namespace LayerEvals.Reporting.Page;

/// <summary>A table with a column a side, in a frame that scrolls.</summary>
internal static class SideTableMarkup
{
    /// <param name="report">The report.</param>
    /// <param name="table">What the rows are of, and the rows.</param>
    /// <param name="label">The id of the heading that names the table.</param>
    public static Markup Of(Report report, (string Title, IEnumerable<SideRow> Rows) table, string label) => Markup.Of($"""
        <div class="scroll" tabindex="0" role="group" aria-labelledby="{label}">
        <table>
        <thead><tr><th scope="col">{table.Title}</th><th scope="col">{report.Config.Baseline.Name}</th><th scope="col">{report.Config.Candidate.Name}</th></tr></thead>
        <tbody>
        {table.Rows.Select(row => Markup.Of($"<tr><th scope=\"row\">{row.Name}</th><td>{row.Baseline}</td><td>{row.Candidate}</td></tr>\n"))}</tbody>
        </table>
        </div>

        """);
}
