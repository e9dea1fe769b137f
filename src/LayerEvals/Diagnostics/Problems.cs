namespace LayerEvals.Diagnostics;

/// <summary>Collects the problems of a plan, so that all are reported together.</summary>
internal sealed class Problems
{
    // A mistake in a set's check shows again in every case that the check is merged into: it is one problem.
    readonly HashSet<Problem> seen = [];
    readonly List<Problem> found = [];

    /// <summary>How many were found so far.</summary>
    public int Count => found.Count;

    public bool HasErrors { get; private set; }

    public IReadOnlyList<Problem> InOrder =>
        [.. found.OrderBy(p => p.File, StringComparer.Ordinal).ThenBy(p => p.Line).ThenBy(p => p.Id, StringComparer.Ordinal)];

    public void Add(Problem problem)
    {
        if (!seen.Add(problem)) return;
        found.Add(problem);
        HasErrors |= problem.Severity == Severity.Error;
    }

    public void ThrowIfAny()
    {
        if (HasErrors) throw new PlanException([.. InOrder.Where(p => p.Severity == Severity.Error)]);
    }
}
