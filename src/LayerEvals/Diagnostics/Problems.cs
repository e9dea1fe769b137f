namespace LayerEvals.Diagnostics;

/// <summary>Collects the problems of a plan, so that all are reported together.</summary>
internal sealed class Problems
{
    // A mistake in a set's check shows again in every case that the check is merged into: it is one problem.
    readonly HashSet<Problem> seen = [];
    readonly List<Problem> found = [];

    /// <summary>How many errors were found so far: whether something could be read is told by them, and not by warnings.</summary>
    public int Count { get; private set; }

    public bool HasErrors => Count > 0;

    public IReadOnlyList<Problem> InOrder =>
        [.. found.OrderBy(p => p.File, StringComparer.Ordinal).ThenBy(p => p.Line).ThenBy(p => p.Id, StringComparer.Ordinal)];

    public void Add(Problem problem)
    {
        if (!seen.Add(problem)) return;
        found.Add(problem);
        if (problem.Severity == Severity.Error) Count++;
    }

    /// <summary>Takes back a problem that turned out to be what another one brings.</summary>
    public void Withdraw(Problem problem)
    {
        if (!seen.Remove(problem)) return;
        // From the end, where it was added a moment ago: a hostile file has very many.
        found.RemoveAt(found.LastIndexOf(problem));
        if (problem.Severity == Severity.Error) Count--;
    }

    public void ThrowIfAny()
    {
        if (HasErrors) throw new PlanException([.. InOrder.Where(p => p.Severity == Severity.Error)]);
    }
}
