using System.Text;
using LayerEvals.Runs;

namespace LayerEvals.Reporting;

/// <summary>
/// Appends report.md to the summary of a GitHub job, the file that <see cref="Variable"/> names: once a run, and only where it fits. A summary above 1 MiB is
/// refused whole, with all that other steps wrote.
/// </summary>
internal static class StepSummary
{
    public const string Variable = "GITHUB_STEP_SUMMARY";

    const int Most = 1024 * 1024;

    // Test assemblies end side by side: whoever finds the file held waits its turn, for two seconds at most.
    const int Tries = 40;
    static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(50);

    /// <summary>Appends. What kept it from doing so is said and fails nothing; null where it was written, or no job asks for it.</summary>
    public static async Task<string?> AppendAsync(string? path, RunResult result, TimeProvider time)
    {
        if (string.IsNullOrEmpty(path)) return null;
        var run = Path.GetFileName(result.Folder);
        try
        {
            await using var file = await OpenAsync(path, time);
            return await AppendAsync(file, run, await File.ReadAllTextAsync(result.ReportMarkdown));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return $"the report of {run} was not added to {Variable}: {Printable.Line(e.Message)}";
        }
    }

    static async Task<string?> AppendAsync(FileStream file, string run, string report)
    {
        // Shows nothing, and tells a second command of the same step that the run is there.
        var mark = $"<!-- layerevals {run} -->";
        var written = new byte[Math.Min(file.Length, Most)];
        await file.ReadExactlyAsync(written);
        if (Encoding.UTF8.GetString(written).Contains(mark, StringComparison.Ordinal)) return null;
        var added = Encoding.UTF8.GetBytes($"{(written is [.., not (byte)'\n'] ? "\n\n" : "")}{mark}\n{report}\n");
        if (file.Length + added.Length > Most) return $"the report of {run} was not added to {Variable}: with it the summary would be larger than GitHub takes, {Most} bytes";
        file.Seek(0, SeekOrigin.End);
        await file.WriteAsync(added);
        return null;
    }

    static async Task<FileStream> OpenAsync(string path, TimeProvider time)
    {
        for (var tried = 1; ; tried++)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (tried < Tries && File.Exists(path))
            {
                await Task.Delay(Turn, time);
            }
        }
    }
}
