using System.Globalization;
using LayerEvals.Diagnostics;

namespace LayerEvals.Runs;

/// <summary>The folder of one run, locked against a second writer.</summary>
internal sealed class RunFolder : IDisposable
{
    readonly FileStream gate;

    RunFolder(string path, FileStream gate, bool isResumed) => (Path, this.gate, IsResumed) = (path, gate, isResumed);

    public string Path { get; }

    /// <summary>Whether the folder holds a run of the same plan that was cut short.</summary>
    public bool IsResumed { get; }

    public string Id => System.IO.Path.GetFileName(Path);

    public string Answers => File("answers.jsonl");

    public string Scores => File("scores.jsonl");

    public string Cases => File("cases.jsonl");

    public string Manifest => File("manifest.json");

    public string Looks => File("looks.jsonl");

    public string File(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>A new folder, or the newest unfinished one of the same plan when <paramref name="resumes"/>.</summary>
    public static RunFolder Open(string output, string name, string planHash, bool resumes, TimeProvider time)
    {
        try
        {
            Directory.CreateDirectory(output);
            return (resumes ? Unfinished(output, name, planHash) : null) ?? New(output, name, time);
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

    public void Dispose() => gate.Dispose();

    /// <summary>Writes a file whole or not at all: to a name beside it, then renamed.</summary>
    public void Write(string path, Action<Stream> write)
    {
        var draft = path + ".part";
        try
        {
            using (var stream = new FileStream(draft, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16)) write(stream);
            System.IO.File.Move(draft, path, overwrite: true);
        }
        finally
        {
            // There is one only where writing failed.
            System.IO.File.Delete(draft);
        }
    }

    static RunFolder? Unfinished(string output, string name, string planHash)
    {
        foreach (var path in Directory.EnumerateDirectories(output, name + "-*").OrderDescending(StringComparer.Ordinal))
        {
            if (!RunManifest.IsUnfinished(System.IO.Path.Combine(path, "manifest.json"), planHash)) continue;
            return new RunFolder(path, Lock(path) ?? throw Busy(path), isResumed: true);
        }
        return null;
    }

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
