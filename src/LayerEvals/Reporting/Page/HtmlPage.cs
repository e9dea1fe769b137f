using System.Text;
using LayerEvals.Runs;

namespace LayerEvals.Reporting.Page;

/// <summary>
/// Writes report.html: one file without a network. The first screen is static, for a reader without script and for paper; the cases are data of the page, which its
/// script shows. Every text from outside goes through an encoder: <see cref="Markup"/> in the static part, <see cref="PageJson"/> in the data.
/// </summary>
internal static class HtmlPage
{
    public static void Write(Run run, Report report, PageRecords records, Stream stream)
    {
        Write(stream, Head(report));
        Write(stream, Body(report, records, PageOrigin.Read(run.Folder.Paths, run.Plan.Config.Sides)));
        records.WriteIndex(report, stream);
        records.CopyTo(stream);
        Write(stream, Markup.Of($"<script type=\"module\">{Markup.OfOurs(PageFiles.Script)}</script>\n</body>\n</html>\n"));
    }

    static void Write(Stream stream, Markup markup) => stream.Write(Encoding.UTF8.GetBytes(markup.ToString()));

    static Markup Head(Report report) => Markup.Of($"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta http-equiv="Content-Security-Policy" content="{Markup.OfOurs(Policy)}">
        <meta name="referrer" content="no-referrer">
        <title>{Report.Word(report.Comparison.Verdict)}: {report.Config.Candidate.Name} against {report.Config.Baseline.Name}</title>
        <style>{Markup.OfOurs(PageFiles.Style)}</style>
        </head>

        """);

    // Our script and our style, by their hashes, and nothing else: text that slipped through could neither run nor load anything.
    static string Policy { get; } =
        $"default-src 'none'; script-src {PageFiles.Source(PageFiles.Script)}; style-src {PageFiles.Source(PageFiles.Style)}; connect-src 'none'; img-src 'none'; base-uri 'none'; form-action 'none'";

    static Markup Body(Report report, PageRecords records, PageOrigin origin) => Markup.Of($"""
        <body>
        <a class="skip" href="#cases">Skip to the cases</a>
        <main>
        {VerdictSection.Of(report, origin)}{Banners.Of(report, records)}{LayersSection.Of(report)}{FailuresSection.Of(report, records.Groups)}<section id="cases" aria-labelledby="cases-title" hidden></section>
        {ChangedSection.Of(report)}{SideSection.Of(report).Select(section => SideSectionMarkup.Of(section, report))}{HistorySection.Of(report)}{CostSection.Of(report, records.Sides)}{NoiseSection.Of(report)}{ComparedSection.Of(report, records, origin)}</main>
        <footer><p>LayerEvals {RunManifest.Version}. Every number is in comparison.json, every outcome with its reason in scores.jsonl, every answer in answers.jsonl of the run.</p></footer>

        """);
}
