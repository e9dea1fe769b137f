using System.Globalization;
using LayerEvals.Diagnostics;
using LayerEvals.Planning;
using LayerEvals.Reading;

namespace LayerEvals.Runs;

/// <summary>The folder of one run, locked against a second writer.</summary>
internal sealed class RunFolder : IDisposable
{
    readonly FileStream gate;

    RunFolder(string path, FileStream gate, bool isResumed) => (Paths, this.gate, IsResumed) = (new RunPaths(path), gate, isResumed);

    public RunPaths Paths { get; }

    public string Path => Paths.Path;

    /// <summary>Whether the folder holds a run of the same plan that was cut short.</summary>
    public bool IsResumed { get; }

    public string Id => Paths.Id;

    public string Answers => Paths.Answers;

    public string Scores => Paths.Scores;

    public string Cases => Paths.Cases;

    public string Manifest => Paths.Manifest;

    public string Looks => Paths.File("looks.jsonl");

    public string File(string name) => Paths.File(name);

    /// <summary>A new folder, or the newest unfinished one of the same plan when <paramref name="resumes"/>.</summary>
    public static RunFolder Open(string output, Plan plan, bool resumes, TimeProvider time) =>
        InOutput(output, () => (resumes ? Unfinished(output, plan) : null) ?? New(output, plan.Config.Name, time));

    /// <summary>A new folder for what is made of runs that are finished.</summary>
    public static RunFolder Fresh(string output, string name, TimeProvider time) => InOutput(output, () => New(output, name, time));

    static RunFolder InOutput(string output, Func<RunFolder> open)
    {
        try
        {
            Directory.CreateDirectory(output);
            return open();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new PlanException([new Problem(ProblemIds.CannotWrite, output, 0, $"expected a folder that can be written: {e.Message}", "correct `output`, or the folder's permissions")]);
        }
    }

    /// <summary>An existing run, to score it again.</summary>
    public static RunFolder Existing(string path)
    {
        if (!System.IO.File.Exists(System.IO.Path.Combine(path, "manifest.json")) || !System.IO.File.Exists(System.IO.Path.Combine(path, "answers.jsonl")))
            throw new PlanException([new Problem(ProblemIds.NotARun, path, 0, "expected the folder of a run with manifest.json, cases.jsonl and answers.jsonl, found none", "name a folder below `output`")]);
        return new RunFolder(System.IO.Path.GetFullPath(path), Lock(path) ?? throw Busy(path), isResumed: true);
    }

    /// <summary>A run that was cut short, to go on with.</summary>
    /// <exception cref="PlanException">It is not there, not unfinished, or not of this plan.</exception>
    public static RunFolder Resume(string path, Plan plan)
    {
        var manifest = System.IO.Path.Combine(path, "manifest.json");
        if (!System.IO.File.Exists(manifest))
            throw new PlanException([new Problem(ProblemIds.NotARun, path, 0, "expected the folder of a run with a manifest.json, found none", "name a folder below `output`")]);
        if (RunManifest.WhyNotResumed(manifest, plan) is { } why)
            throw new PlanException([new Problem(ProblemIds.OtherRun, path, 0, $"expected an unfinished run of this plan, found {why}", "run without --resume to begin a new one")]);
        return new RunFolder(System.IO.Path.GetFullPath(path), Lock(path) ?? throw Busy(path), isResumed: true);
    }

    public void Dispose() => gate.Dispose();

    /// <summary>The newest run of the plan that was cut short; null where none was.</summary>
    public static string? FindUnfinished(string output, Plan plan) => !Directory.Exists(output) ? null
        : Directory.EnumerateDirectories(output, plan.Config.Name + "-*").OrderDescending(StringComparer.Ordinal)
            .FirstOrDefault(path => RunManifest.IsUnfinished(System.IO.Path.Combine(path, "manifest.json"), plan));

    static RunFolder? Unfinished(string output, Plan plan) =>
        FindUnfinished(output, plan) is { } path ? new RunFolder(path, Lock(path) ?? throw Busy(path), isResumed: true) : null;

    static RunFolder New(string output, string name, TimeProvider time)
    {
        var stamp = time.GetUtcNow().ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
        for (var number = 1; ; number++)
        {
            var path = System.IO.Path.Combine(output, number == 1 ? $"{name}-{stamp}" : $"{name}-{stamp}-{number}");
            if (Directory.Exists(path)) continue;
            Directory.CreateDirectory(path);
            // Two processes in the same second: the lock decides whose folder it is.
            if (Lock(path) is { } held) return new RunFolder(path, held, isResumed: false);
        }
    }

    static FileStream? Lock(string path)
    {
        try
        {
            return new FileStream(System.IO.Path.Combine(path, "run.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (IOException)
        {
            return null;
        }
    }

    static PlanException Busy(string path) =>
        new([new Problem(ProblemIds.RunLocked, path, 0, "expected a run that nobody writes, found that another process is running this plan here", "wait for it, or give this run another `output`")]);
}
