using LayerEvals.Baselines;
using LayerEvals.Configs;
using LayerEvals.Diagnostics;
using LayerEvals.Reading;
using LayerEvals.Runs;

namespace LayerEvals.Histories;

/// <summary>Reads the earlier runs and blessed baselines that <c>history:</c> names, before anything is asked: one that cannot be read is a problem of the plan.</summary>
internal static class HistoryReader
{
    /// <summary>What a chart can show, and a reader follow.</summary>
    public const int Most = 20;

    /// <summary>The newest of them, the oldest first.</summary>
    public static IReadOnlyList<BlessedBaseline> Read(EvalConfig config)
    {
        var found = config.History.SelectMany(entry => Found(config.File, entry)).DistinctBy(f => f.Path).ToList();
        // By the day and the name, which holds the time: what is not shown is not read.
        return [.. found.OrderBy(f => f.Started, StringComparer.Ordinal).TakeLast(Most).Select(f => f.Read()).OfType<BlessedBaseline>()];
    }

    sealed record Entry(string Path, string Started, Func<BlessedBaseline?> Read);

    static IEnumerable<Entry> Found(SourceFile file, (string Pattern, int Line) entry)
    {
        if (!entry.Pattern.Contains('*')) return One(file, entry.Pattern, entry.Line) is { } named ? [named] : [];
        // The folder of all runs holds others too: what did not end, ran in part, or is none is no history of this suite.
        return PathPattern.Matches(file, entry.Pattern, includesFolders: true).Where(m => !Directory.Exists(m.Path) || IsHistory(m.Path)).Select(m => One(file, m.Relative, entry.Line)).OfType<Entry>();
    }

    static bool IsHistory(string folder)
    {
        try
        {
            using var json = System.Text.Json.JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "manifest.json")));
            var manifest = json.RootElement;
            return manifest.GetProperty("state").GetString() == "finished" && !manifest.TryGetProperty("asked_twice", out _) && !manifest.TryGetProperty("compared", out _) && manifest.GetProperty("shard").GetString() == Planning.Shard.Whole.ToString();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or System.Text.Json.JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return false;
        }
    }

    static Entry? One(SourceFile file, string relative, int line)
    {
        var at = file.Beside(relative);
        if (!Directory.Exists(at.Path)) return Baseline(file, at, line);
        try
        {
            var run = FinishedRun.Open(at.Path, at.Shown);
            if (!run.Shard.IsWhole || run.Manifest.TryGetProperty("asked_twice", out _))
                return Refuse(file, (at.Shown, line), ", found a shard, or one configuration asked twice", "name a run of the whole plan");
            return new Entry(at.Path, $"{run.Started[..Math.Min(10, run.Started.Length)]} {run.Id}", () => Past(file, run, (at.Shown, line)));
        }
        catch (NotComparableException e)
        {
            return Refuse(file, (at.Shown, line), $": {e.Problem.What}", e.Problem.Do);
        }
        catch (PlanException e)
        {
            return Refuse(file, (at.Shown, line), $": {e.Problems[0].What}", e.Problems[0].Do);
        }
    }

    static Entry? Baseline(SourceFile file, SourceFile at, int line)
    {
        if (!File.Exists(at.Path)) return Refuse(file, (at.Shown, line), ", found nothing there", "correct the path, which is relative to this file");
        var problems = new Problems();
        if (BlessedFile.Read(at with { Problems = problems }) is not { } blessed)
        {
            var first = problems.InOrder[0];
            return Refuse(file, (at.Shown, line), $", in line {Numerals.Plain(first.Line)}: {first.What}", first.Do);
        }
        return new Entry(at.Path, $"{BlessedBaseline.Day(blessed.Asked)} {blessed.Run}", () => blessed);
    }

    static BlessedBaseline? Past(SourceFile file, FinishedRun run, (string Shown, int Line) at)
    {
        try
        {
            return PastRun.Read(run);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or System.Text.Json.JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException or FormatException)
        {
            Refuse(file, at, ", found scores.jsonl or cases.jsonl that the run did not write", "restore the folder, or score it again: layerevals score RUN");
            return null;
        }
    }

    static Entry? Refuse(SourceFile file, (string Shown, int Line) at, string found, string advice)
    {
        file.Error(ProblemIds.History, at.Line, $"expected a finished run or a blessed baseline at `{Printable.Short(at.Shown, 80)}` for `history`{found}", advice);
        return null;
    }
}
