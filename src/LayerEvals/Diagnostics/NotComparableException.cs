namespace LayerEvals.Diagnostics;

/// <summary>Runs that do not belong together, or one that is not whole: nothing is wrong with an input, and nothing can be judged.</summary>
internal sealed class NotComparableException(Problem problem) : Exception(problem.ToString())
{
    public NotComparableException(string id, string where, string what, string advice) : this(new Problem(id, where, 0, what, advice))
    {
    }

    public Problem Problem => problem;
}
