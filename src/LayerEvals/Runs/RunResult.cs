using LayerEvals.Comparing;
using LayerEvals.Reporting;

namespace LayerEvals.Runs;

/// <summary>What a finished run says, and where.</summary>
internal sealed record RunResult(Comparison Comparison, string Folder, IReadOnlyList<ChangedCase> Worse)
{
    /// <summary>The must-pass cases that failed at every attempt.</summary>
    public IReadOnlyList<ChangedCase> MustFailed { get; init; } = [];

    public string ReportHtml => Path.Combine(Folder, "report.html");

    public string ReportMarkdown => Path.Combine(Folder, "report.md");
}
