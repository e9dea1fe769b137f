using LayerEvals.Reporting.Page;
using LayerEvals.Runs;

namespace LayerEvals.Reporting;

/// <summary>Writes comparison.json, report.md and report.html of a run, each whole or not at all.</summary>
internal static class ReportFiles
{
    /// <param name="run">The run.</param>
    /// <param name="records">The cases as the page shows them.</param>
    /// <param name="result">What it came to.</param>
    public static void Write(Run run, PageRecords records, RunResult result)
    {
        var report = new Report
        {
            Run = run.Folder.Id,
            Config = run.Plan.Config,
            Sets = run.Plan.Sets,
            Comparison = result.Comparison,
            Worse = result.Worse,
            WorseInAll = result.WorseInAll,
            MustFailed = result.MustFailed,
            Warnings = run.Plan.Warnings,
            Notes = result.Notes,
            Noise = result.Noise,
            Twice = result.Twice,
            Abstentions = result.Abstentions,
            Refusals = result.Refusals,
        };
        run.Folder.Write(run.Folder.File("comparison.json"), stream => ComparisonJson.Write(report, stream));
        run.Folder.Write(run.Folder.File("report.md"), stream => stream.Write(System.Text.Encoding.UTF8.GetBytes(MarkdownReport.Of(report))));
        run.Folder.Write(run.Folder.File("report.html"), stream => HtmlPage.Write(run, report, records, stream));
    }
}
