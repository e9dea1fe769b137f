using LayerEvals.Runs;

namespace LayerEvals.Reporting.Page;

/// <summary>Failures of one kind: a check and its normalised reason, with how many cases of each side have it.</summary>
internal sealed class FailureGroup(int number, string check, string layer, string reason)
{
    readonly int[] cases = new int[2];

    public int Number => number;

    public string Check => check;

    public string Layer => layer;

    public string Reason => reason;

    public int Baseline => cases[0];

    public int Candidate => cases[1];

    /// <summary>Counts a case that has it on a side.</summary>
    public void Count(int side) => cases[side]++;
}

/// <summary>The failures of a run by check and normalised reason.</summary>
internal sealed class FailureGroups
{
    // Reasons of a check in code can be as many as there are cases: beyond so many kinds they are one kind a check.
    const int MostKinds = 2000;

    readonly Dictionary<(string, string, string), FailureGroup> groups = [];

    /// <summary>Those that grew most first, then those that most of the candidate's cases have.</summary>
    public IReadOnlyList<FailureGroup> Ordered =>
        [.. groups.Values.OrderByDescending(g => g.Candidate - g.Baseline).ThenByDescending(g => g.Candidate).ThenBy(g => g.Number)];

    /// <summary>All of them, by number.</summary>
    public IEnumerable<FailureGroup> All => groups.Values.OrderBy(g => g.Number);

    /// <summary>Counts a case's failures and gives the numbers of their groups.</summary>
    public int[] Add(IEnumerable<ScoredCheck> scores)
    {
        var found = new SortedSet<(int Number, int Side)>();
        foreach (var score in scores.Where(s => s is { Outcome: Outcome.Failed, IsRetry: false }))
            foreach (var reason in Reasons(score))
                if (Of(score, reason) is var group && found.Add((group.Number, score.Side))) group.Count(score.Side);
        return [.. found.Select(f => f.Number).Distinct()];
    }

    // The parts of a check say more than the check that counts them.
    static IEnumerable<string> Reasons(ScoredCheck score)
    {
        var parts = score.Finding.Parts.Where(p => p is { Outcome: Outcome.Failed, Reason: not null }).Select(p => p.Reason!).ToList();
        return (parts.Count > 0 ? parts : [score.Finding.Reason ?? "failed"]).Select(NormalReason.Of).Distinct(StringComparer.Ordinal);
    }

    FailureGroup Of(ScoredCheck score, string reason)
    {
        var key = (score.Check, score.Layer, reason);
        if (!groups.ContainsKey(key) && groups.Count >= MostKinds) key = (score.Check, score.Layer, "other reasons");
        if (!groups.TryGetValue(key, out var group)) groups[key] = group = new FailureGroup(groups.Count, key.Item1, key.Item2, key.Item3);
        return group;
    }
}
