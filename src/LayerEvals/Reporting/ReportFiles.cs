using LayerEvals.Reporting.Page;
using LayerEvals.Runs;

namespace LayerEvals.Reporting;

/// <summary>Writes comparison.json, report.md and report.html of a run, each whole or not at all.</summary>
internal static class ReportFiles
{
    /// <param name="run">The run.</param>
    /// <param name="records">The cases as the page shows them.</param>
    /// <param name="of">The result, and how many cases got worse in all.</param>
    public static void Write(Run run, PageRecords records, (RunResult Result, int Worse) of)
    {
        var result = of.Result;
        var report = new Report
        {
            Run = run.Folder.Id,
            Config = run.Plan.Config,
            Sets = run.Plan.Sets,
            Comparison = result.Comparison,
            Worse = result.Worse,
            WorseInAll = of.Worse,
            MustFailed = result.MustFailed,
            Warnings = run.Plan.Warnings,
            Notes = result.Notes,
            Noise = result.Noise,
            Twice = result.Twice,
            Abstentions = result.Abstentions,
        };
        run.Folder.Write(run.Folder.File("comparison.json"), stream => ComparisonJson.Write(report, stream));
        run.Folder.Write(run.Folder.File("report.md"), stream => stream.Write(System.Text.Encoding.UTF8.GetBytes(MarkdownReport.Of(report))));
        run.Folder.Write(run.Folder.File("report.html"), stream => HtmlPage.Write(run, report, records, stream));
    }
}
