namespace LayerEvals.Reporting.Page;

/// <summary>The layers over time: a chart for each, and a table of the runs with their models and rates, which is what paper shows.</summary>
internal static class HistorySection
{
    public static Markup Of(Report report) => report.Result.History.Count == 0 ? Markup.None : Markup.Of($"""
        <section id="history" aria-labelledby="history-title">
        <h2 id="history-title">{HistoryText.Title}</h2>
        <p class="rule">{HistoryText.Note} The numbers are those of the table; a ring asked other cases too, the square is this run's candidate, a dashed line stands where the model changes.</p>
        <div class="charts">
        {HistoryText.Titles(report).Select((title, i) => HistoryPlot.Of(report, i, title))}</div>
        <div class="scroll" tabindex="0" role="group" aria-labelledby="history-title">
        <table>
        <thead><tr><th scope="col"><span class="hidden">Place</span></th><th scope="col">Run</th><th scope="col">Asked</th><th scope="col">Model</th><th scope="col">Cases shared</th>{HistoryText.Titles(report).Select(title => Markup.Of($"<th scope=\"col\" class=\"number\">{title}</th>"))}</tr></thead>
        <tbody>
        {HistoryText.Rows(report).Select(Row)}</tbody>
        </table>
        </div>
        {Differences(report)}</section>

        """);

    static Markup Row(HistoryText.Row row) =>
        Markup.Of($"<tr><td>{row.Mark}</td><th scope=\"row\">{row.Run}</th><td>{row.Asked}</td><td>{row.Model}</td><td>{row.Shared}</td>{row.Rates.Select(rate => Markup.Of($"<td class=\"number\">{rate}</td>"))}</tr>\n");

    static Markup Differences(Report report)
    {
        var sentences = HistoryText.Differences(report).ToList();
        return sentences.Count == 0 ? Markup.None : Markup.Of($"<ul>\n{sentences.Select(s => Markup.Of($"<li>{s}</li>\n"))}</ul>\n");
    }
}
