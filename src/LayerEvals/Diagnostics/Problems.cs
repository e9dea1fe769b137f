namespace LayerEvals.Diagnostics;

/// <summary>Collects the problems of a plan, so that all are reported together.</summary>
internal sealed class Problems
{
    readonly List<Problem> found = [];

    public bool HasErrors => found.Exists(p => p.Severity == Severity.Error);

    public IReadOnlyList<Problem> InOrder =>
        [.. found.Distinct().OrderBy(p => p.File, StringComparer.Ordinal).ThenBy(p => p.Line).ThenBy(p => p.Id, StringComparer.Ordinal)];

    public void Add(Problem problem) => found.Add(problem);

    public void ThrowIfAny()
    {
        if (HasErrors) throw new PlanException([.. InOrder.Where(p => p.Severity == Severity.Error)]);
    }
}
