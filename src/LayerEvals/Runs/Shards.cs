using LayerEvals.Diagnostics;
using LayerEvals.Planning;

namespace LayerEvals.Runs;

/// <summary>The shards of one plan, each once, in their order: checked, so that together they are the whole.</summary>
internal sealed record Shards(IReadOnlyList<FinishedRun> InOrder)
{
    public FinishedRun First => InOrder[0];

    /// <exception cref="NotComparableException">They are not the shards of one plan, or not all of them.</exception>
    public static Shards Of(IEnumerable<FinishedRun> runs)
    {
        // Whatever order they are named in, the same message comes first.
        var shards = runs.OrderBy(r => r.Shard.Index).ThenBy(r => r.Shown, StringComparer.Ordinal).ToList();
        var first = shards[0];
        if (shards.Find(r => r.Shard.IsWhole) is { } whole)
            throw Refused(ProblemIds.OtherRun, whole, "expected a shard such as 2/4, found a run of the whole plan", "leave it out; its own report is its verdict");
        foreach (var other in shards.Skip(1)) DemandOnePlan(first, other);
        DemandEachOnce(shards, first.Shard.Count);
        return new Shards(shards);
    }

    static void DemandOnePlan(FinishedRun first, FinishedRun other)
    {
        if (other.Shard.Count != first.Shard.Count)
            throw Refused(ProblemIds.OtherRun, other, $"expected a shard of {first.Shard.Count} as {first.Shown} is, found {other.Shard}", "merge shards of one cut");
        if (other.Version != first.Version)
            throw Refused(ProblemIds.OtherRun, other, $"expected a shard made by LayerEvals {Printable.Short(first.Version, 40)} as {first.Shown} was, found {Printable.Short(other.Version, 40)}", "run all shards with one version");
        if (ManifestDifference.OfConfigurations(first, other) is { } difference)
            throw Refused(ProblemIds.OtherRun, other, $"expected the configuration of {first.Shown}, found another: {difference}", "run all shards with one configuration");
        if (other.PlanHash == first.PlanHash) return;
        var files = ManifestDifference.OfInputs(first, other);
        var what = files.Count > 0 ? $"other bytes in {Printable.Short(string.Join(", ", files), 400)}" : "other prompts or documents";
        throw Refused(ProblemIds.OtherRun, other, $"expected a shard of the plan of {first.Shown}, found {what}", "run all shards from one commit");
    }

    static void DemandEachOnce(List<FinishedRun> shards, int count)
    {
        for (var i = 1; i < shards.Count; i++)
            if (shards[i].Shard.Index == shards[i - 1].Shard.Index)
                throw Refused(ProblemIds.ShardsNotWhole, shards[i], $"expected each shard once, found {shards[i].Shard} again (first {shards[i - 1].Shown})", "leave one of them out");
        var missing = Enumerable.Range(1, count).Except(shards.Select(s => s.Shard.Index)).Select(i => new Shard(i, count).ToString()).ToList();
        if (missing.Count > 0)
            throw Refused(ProblemIds.ShardsNotWhole, shards[0], $"expected all {count} shards of the plan, found {shards.Count}; missing: {Printable.Short(string.Join(", ", missing), 200)}", $"run the missing ones (`--shard {missing[0]}`) and name their folders too");
    }

    static NotComparableException Refused(string id, FinishedRun run, string what, string advice) => new(id, run.Shown, what, advice);
}
