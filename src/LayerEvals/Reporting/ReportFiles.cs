using LayerEvals.Reading;
using LayerEvals.Reporting.Page;
using LayerEvals.Reporting.Servers;
using LayerEvals.Runs;

namespace LayerEvals.Reporting;

/// <summary>Writes what a run tells others: comparison.json, report.md, report.html, junit.xml and ctrf.json, each whole or not at all.</summary>
internal static class ReportFiles
{
    /// <param name="run">The run.</param>
    /// <param name="records">The cases as the page shows them.</param>
    /// <param name="of">What it came to, what ran in the order of the plan, and the command that runs a case again.</param>
    public static void Write(Run run, PageRecords records, (RunResult Result, IReadOnlyList<CaseRecord> Done, Func<GoldenCase, string> Rerun) of)
    {
        var report = new Report(run.Folder.Id, run.Plan, of.Result);
        WholeFile.Write(run.Folder.File("comparison.json"), stream => ComparisonJson.Write(report, stream));
        WholeFile.Write(run.Folder.File("report.md"), stream => stream.Write(System.Text.Encoding.UTF8.GetBytes(MarkdownReport.Of(report))));
        var servers = Task.Run(() => ServerFiles.Write(run.Folder, new ServerCases(run, of.Done, report, of.Rerun)));
        try
        {
            WholeFile.Write(run.Folder.File("report.html"), stream => HtmlPage.Write(run, report, records, stream));
        }
        finally
        {
            servers.GetAwaiter().GetResult();
        }
    }
}
