namespace LayerEvals.Diagnostics;

/// <summary>Collects the problems of a plan, so that all are reported together.</summary>
internal sealed class Problems
{
    // A mistake in a set's check shows again in every case that the check is merged into: it is one problem.
    readonly HashSet<Problem> seen = [];
    readonly List<Problem> found = [];

    /// <summary>How many were found so far.</summary>
    public int Count => found.Count;

    public bool HasErrors => found.Exists(p => p.Severity == Severity.Error);

    public IReadOnlyList<Problem> InOrder =>
        [.. found.OrderBy(p => p.File, StringComparer.Ordinal).ThenBy(p => p.Line).ThenBy(p => p.Id, StringComparer.Ordinal)];

    public void Add(Problem problem)
    {
        if (!seen.Add(problem)) return;
        found.Add(problem);
    }

    /// <summary>Takes back a problem that turned out to be what another one brings.</summary>
    public void Withdraw(Problem problem)
    {
        // From the end, where it was added a moment ago: a hostile file has very many.
        if (seen.Remove(problem)) found.RemoveAt(found.LastIndexOf(problem));
    }

    public void ThrowIfAny()
    {
        if (HasErrors) throw new PlanException([.. InOrder.Where(p => p.Severity == Severity.Error)]);
    }
}
