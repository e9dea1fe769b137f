namespace LayerEvals;

/// <summary>Thrown when a plan or a run has problems; carries every one of them, in the order of files and lines.</summary>
public sealed class PlanException(IReadOnlyList<Problem> problems) : Exception(Text(problems))
{
    // A wrong column in a file of 100,000 rows is one mistake: nobody reads its message 100,000 times.
    internal const int Shown = 100;

    /// <summary>The problems; never empty.</summary>
    public IReadOnlyList<Problem> Problems { get; } = problems;

    static string Text(IReadOnlyList<Problem> problems)
    {
        var count = problems.Count == 1 ? "1 problem" : $"{problems.Count} problems";
        var more = problems.Count > Shown ? $"\nand {problems.Count - Shown} more: mend these first" : "";
        return $"{count} in the plan; no model was asked.\n{string.Join('\n', problems.Take(Shown))}{more}";
    }
}
