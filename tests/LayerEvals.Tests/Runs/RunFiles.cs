using LayerEvals.Runs;

namespace LayerEvals.Tests.Runs;

/// <summary>The files of a run that must be the same bytes whenever its answers are.</summary>
internal static class RunFiles
{
    static readonly string[] Stable = ["cases.jsonl", "scores.jsonl", "comparison.json", "report.md", "report.html", "scores.csv", "junit.xml", "ctrf.json"];

    /// <summary>All of them in one text, but for the id of the run.</summary>
    public static string Of(RunResult result) => string.Join('\n', Stable.Select(name => $"=== {name}\n{Of(result, name)}"));

    public static string Of(RunResult result, string name) => File.ReadAllText(Path.Combine(result.Folder, name)).Replace(Path.GetFileName(result.Folder), "RUN", StringComparison.Ordinal);
}
