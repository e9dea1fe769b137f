namespace LayerEvals;

/// <summary>How much a <see cref="Problem"/> weighs: an error refuses the plan, a warning does not.</summary>
public enum Severity
{
    /// <summary>The plan is refused.</summary>
    Error = 1,

    /// <summary>The plan runs; the reader should know.</summary>
    Warning,
}

/// <summary>One thing that is wrong with a golden set, a configuration or a run: what was expected and found, where, and what to do.</summary>
/// <param name="Id">The stable id, listed in docs/problems.md.</param>
/// <param name="File">The file as it is shown to the reader.</param>
/// <param name="Line">The line, from 1; 0 where the problem is the file itself.</param>
/// <param name="What">What was expected and what was found.</param>
/// <param name="Do">What to do now.</param>
/// <param name="Severity">Whether it refuses the plan.</param>
public sealed record Problem(string Id, string File, int Line, string What, string Do, Severity Severity = Severity.Error)
{
    // A path or a list of names from a hostile file may be a megabyte long; no message of ours is.
    const int Longest = 1200;

    /// <summary>Two lines: <c>file:line: id: what</c>, and what to do.</summary>
    public override string ToString()
    {
        var file = Printable.Short(File, Longest / 4);
        var where = Line > 0 ? $"{file}:{Line}" : file;
        var weight = Severity == Severity.Warning ? "warning " : "";
        return $"{where}: {weight}{Id}: {Printable.Short(What, Longest)}\n    {Printable.Short(Do, Longest)}";
    }
}
