using LayerEvals.Comparing;
using LayerEvals.Reporting;

namespace LayerEvals.Runs;

/// <summary>What a finished run says, and where.</summary>
internal sealed record RunResult(Comparison Comparison, string Folder, IReadOnlyList<ChangedCase> Worse)
{
    public string ReportHtml => Path.Combine(Folder, "report.html");

    public string ReportMarkdown => Path.Combine(Folder, "report.md");
}
