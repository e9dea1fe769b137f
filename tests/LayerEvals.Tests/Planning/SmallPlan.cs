using LayerEvals.Diagnostics;
using LayerEvals.GoldenSets;
using LayerEvals.Planning;
using LayerEvals.Testing;

namespace LayerEvals.Tests.Planning;

/// <summary>A plan of one set with one case, compared on recorded answers, in a folder of its own: a test writes over what it is about.</summary>
internal sealed class SmallPlan : IDisposable
{
    public const string Config = """
        golden: set.yaml
        baseline: old
        candidate: new
        models:
          old: {provider: recorded, answers: old.jsonl}
          new: {provider: recorded, answers: new.jsonl}
        """;

    public const string Set = """
        layer: prompt
        cases:
          - id: a
            input: Why?
            checks: [{words: {max: 9}}]
        """;

    readonly TempFolder folder = new();

    public SmallPlan(params ReadOnlySpan<(string Name, string Text)> files)
    {
        foreach (var name in new[] { "old.jsonl", "new.jsonl" }) folder.Write(name, """{"case": "a", "text": "Because."}""" + "\n");
        folder.Write("config.yaml", Config);
        folder.Write("set.yaml", Set);
        foreach (var (name, text) in files) folder.Write(name, text);
    }

    public string Path => folder.Path;

    public string At(string name) => folder.At(name);

    public void Write(string name, byte[] bytes) => File.WriteAllBytes(At(name), bytes);

    public PlanRequest Request => new(At("config.yaml"))
    {
        Time = new StoppedClock(),
        Show = path => System.IO.Path.GetRelativePath(folder.Path, path).Replace('\\', '/'),
    };

    public Plan Read() => PlanReader.Read(Request);

    public IReadOnlyList<GoldenCase> Cases => Read().Cases;

    /// <summary>Every error of the plan.</summary>
    public IReadOnlyList<Problem> Errors(PlanRequest? request = null)
    {
        try
        {
            PlanReader.Read(request ?? Request);
            return [];
        }
        catch (PlanException e)
        {
            return e.Problems;
        }
    }

    /// <summary>The errors as text, after the promises that hold for every bad input: no stack trace, no path of this machine, and nothing written.</summary>
    public string Messages(PlanRequest? request = null)
    {
        var before = Listing();
        var text = string.Join('\n', Errors(request));

        text.ShouldNotContain("   at ");
        text.ShouldNotContain("Exception");
        text.ShouldNotContain(folder.Path);
        text.ShouldAllBe(c => c == '\n' || !char.IsControl(c));
        Listing().ShouldBe(before);
        return text;
    }

    public void Dispose() => folder.Dispose();

    List<string> Listing() =>
        [.. Directory.EnumerateFileSystemEntries(folder.Path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(p => $"{p} {File.GetLastWriteTimeUtc(p).Ticks}")];
}

/// <summary>A clock that stands still: reading a plan takes no time.</summary>
internal sealed class StoppedClock : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch;

    public override long GetTimestamp() => 0;
}
