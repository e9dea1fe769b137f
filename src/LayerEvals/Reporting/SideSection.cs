using System.Text;

namespace LayerEvals.Reporting;

/// <summary>A section whose tables have a column a side, as report.md and the page show it.</summary>
/// <param name="Id">Its name in the page's addresses.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Note">How its numbers are to be read.</param>
/// <param name="Tables">Its tables.</param>
internal sealed record SideSection(string Id, string Title, string Note, IReadOnlyList<SideTable> Tables)
{
    /// <summary>What is said below the tables.</summary>
    public IReadOnlyList<string> Sentences { get; init; } = [];

    /// <summary>The sections that a report has, in the order in which it shows them.</summary>
    public static IEnumerable<SideSection> Of(Report report) =>
        new[] { AbstentionSection.Of(report), RefusalSection.Of(report), StanceSection.Of(report), SplitSection.Of(report) }.OfType<SideSection>();

    public string Markdown(Report report)
    {
        var text = new StringBuilder($"## {Title}\n\n{MarkdownText.Of(Note)}\n\n");
        foreach (var table in Tables)
        {
            text.Append($"| {MarkdownText.Of(table.InMarkdown ?? table.Title)} | {MarkdownText.Of(report.Config.Baseline.Name)} | {MarkdownText.Of(report.Config.Candidate.Name)} |\n|---|---:|---:|\n");
            foreach (var (name, baseline, candidate) in table.Rows) text.Append($"| {name} | {baseline} | {candidate} |\n");
            text.Append('\n');
        }
        foreach (var sentence in Sentences) text.Append($"- {MarkdownText.Of(sentence)}\n");
        if (Sentences.Count > 0) text.Append('\n');
        return text.ToString();
    }
}
