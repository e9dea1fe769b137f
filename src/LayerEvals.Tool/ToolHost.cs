using LayerEvals.Answering;
using LayerEvals.Diagnostics;
using LayerEvals.GoldenSets;
using LayerEvals.Reading;

namespace LayerEvals.Tool;

/// <summary>What the tool has of the world around it.</summary>
/// <param name="Terminal">Where it prints.</param>
/// <param name="Time">The clock.</param>
/// <param name="Folder">The folder that relative paths start from.</param>
internal sealed record ToolHost(Terminal Terminal, TimeProvider Time, string Folder)
{
    /// <summary>Makes the clients of the providers.</summary>
    public ClientMaker Clients { get; init; } = ModelClients.For;

    /// <summary>Reads an environment variable; null for one that is not set.</summary>
    public Func<string, string?> Variables { get; init; } = _ => null;

    /// <summary>The whole path of a path as it was typed.</summary>
    public string At(string path) => Path.GetFullPath(path, Folder);

    /// <summary>A path as messages show it: relative where it lies below the folder, and nothing in it that a terminal obeys.</summary>
    public string Show(string path)
    {
        var relative = Path.GetRelativePath(Folder, At(path));
        return Printable.Line(relative.StartsWith("..", StringComparison.Ordinal) || Path.IsPathRooted(relative) ? path : relative).Replace('\\', '/');
    }

    /// <summary>The golden set of a path as it was typed.</summary>
    /// <exception cref="PlanException">It has a problem.</exception>
    public GoldenSet ReadSet(string path)
    {
        var problems = new Problems();
        var set = GoldenSetReader.Read(new SourceFile(At(path), Show(path), problems));
        problems.ThrowIfAny();
        return set!; // read without a problem
    }
}

/// <summary>Where the tool prints.</summary>
internal sealed record Terminal(TextWriter Out, TextWriter Error)
{
    /// <summary>Where a person types; null where the input is no terminal, and nobody can be asked.</summary>
    public TextReader? In { get; init; }

    /// <summary>Whether a person watches: progress bars instead of plain lines.</summary>
    public bool IsInteractive { get; init; }
}

/// <summary>What the tool's exit code says.</summary>
internal enum ExitCode
{
    /// <summary>The verdict is Pass; of other commands: done.</summary>
    Pass = 0,

    /// <summary>Got worse, shown.</summary>
    Regression = 1,

    /// <summary>Neither shown nor ruled out.</summary>
    NotDecided = 2,

    /// <summary>The run is incomplete, or runs cannot be compared.</summary>
    Incomplete = 3,

    /// <summary>Bad input or usage.</summary>
    BadInput = 4,

    /// <summary>A fault of ours.</summary>
    Fault = 5,
}
