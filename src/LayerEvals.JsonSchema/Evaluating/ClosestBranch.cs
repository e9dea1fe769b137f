namespace LayerEvals.JsonSchema;

/// <summary>Which failed branch of <c>anyOf</c> or <c>oneOf</c> the instance was most likely meant for.</summary>
internal static class ClosestBranch
{
    /// <summary>The branch that fails least at the instance itself, then least on a constant, then least often; of equals the first.</summary>
    public static int Of(IReadOnlyList<List<RankedFailure>> branches, int depth)
    {
        var best = 0;
        for (var i = 1; i < branches.Count; i++)
        {
            if (Distance(branches[i], depth).CompareTo(Distance(branches[best], depth)) < 0) best = i;
        }
        return best;
    }

    /// <summary>When every branch wants only another type or constant here, all that they want; else null.</summary>
    public static IReadOnlyList<string>? CommonWish(IReadOnlyList<List<RankedFailure>> branches, int depth)
    {
        var wishes = new List<string>();
        foreach (var failures in branches)
        {
            if (failures.Count != 1 || failures[0].Depth != depth) return null;
            if (failures[0].Failure.Keyword is not ("type" or "const" or "enum")) return null;
            if (!wishes.Contains(failures[0].Failure.Wanted)) wishes.Add(failures[0].Failure.Wanted);
        }
        return wishes;
    }

    static (bool WrongKind, int WrongConstants, int Count) Distance(List<RankedFailure> failures, int depth)
    {
        var wrongKind = failures.Exists(f => f.Depth == depth && f.Failure.Keyword is "type" or "false");
        var wrongConstants = failures.Count(f => f.Failure.Keyword is "const" or "enum" && f.Depth <= depth + 1);
        return (wrongKind, wrongConstants, failures.Count);
    }
}
