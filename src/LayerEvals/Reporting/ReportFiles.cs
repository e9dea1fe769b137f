using LayerEvals.Runs;

namespace LayerEvals.Reporting;

/// <summary>Writes comparison.json, report.md and report.html of a run, each whole or not at all.</summary>
internal static class ReportFiles
{
    public static void Write(Run run, RunResult result, int worse)
    {
        var report = new Report
        {
            Run = run.Folder.Id,
            Config = run.Plan.Config,
            Sets = run.Plan.Sets,
            Comparison = result.Comparison,
            Worse = result.Worse,
            WorseInAll = worse,
            MustFailed = result.MustFailed,
            Warnings = run.Plan.Warnings,
            Notes = result.Notes,
            Noise = result.Noise,
            Twice = result.Twice,
            Abstentions = result.Abstentions,
        };
        run.Folder.Write(run.Folder.File("comparison.json"), stream => ComparisonJson.Write(report, stream));
        run.Folder.Write(run.Folder.File("report.md"), stream => stream.Write(System.Text.Encoding.UTF8.GetBytes(MarkdownReport.Of(report))));
        run.Folder.Write(run.Folder.File("report.html"), stream => stream.Write(System.Text.Encoding.UTF8.GetBytes(HtmlReport.Of(report))));
    }
}
