using LayerEvals.Diagnostics;
using LayerEvals.Planning;

namespace LayerEvals.Runs;

/// <summary>One side of a finished run: its cases, its answers, and what checks in code said of them.</summary>
/// <param name="Index">0 for the baseline, 1 for the candidate.</param>
internal sealed record RunSide(FinishedRun Run, SavedRun Saved, int Index)
{
    public ModelConfiguration Model => Saved.Plan.Config.Sides[Index];

    public IReadOnlyList<GoldenCase> Cases => Saved.Plan.Cases;

    public int Samples => Saved.Plan.Config.Samples;

    /// <summary>Where it comes from, for the reader of a report.</summary>
    public string Origin => $"configuration {Model.Name} of run {Run.Id}, started {Run.Started}";

    /// <summary>The side that a word or a configuration's name means.</summary>
    /// <exception cref="PlanException">The run has no such side.</exception>
    /// <exception cref="NotComparableException">The run is a shard, or the side's answers are not recorded.</exception>
    public static RunSide Of(FinishedRun run, string side)
    {
        if (!run.Shard.IsWhole)
            throw new NotComparableException(ProblemIds.RunNotWhole, run.Shown, $"expected a run of the whole plan, found shard {run.Shard}", "merge the shards first: `layerevals merge`");
        var saved = SavedRun.Read(run.Paths);
        var names = saved.Plan.Config.Sides.Select(s => s.Name).ToList();
        var index = side switch { "baseline" => 0, "candidate" => 1, _ => names.IndexOf(side) };
        if (index < 0)
            throw new PlanException([new Problem(ProblemIds.NoSuchModel, run.Shown, 0, $"expected a side of the run, found `{Printable.Short(side, 60)}`", $"write baseline, candidate, or one of {string.Join(", ", names.Select(n => Printable.Short(n, 60)))}")]);
        if (index == 0 && saved.Plan.Blessed is not null)
            throw new NotComparableException(ProblemIds.OtherRun, run.Shown, $"expected a side that was asked, found `{Printable.Short(names[0], 60)}`, which is blessed: its answers are not recorded", "name the other side, or the run that was blessed");
        if (index == 1 && saved.Plan.IsAskedTwice)
            throw new NotComparableException(ProblemIds.OtherRun, run.Shown, "expected a side of a run, found the second asking of a noise run", "name its baseline side");
        return new RunSide(run, saved, index);
    }

    /// <summary>The checks in code that spoke of a case on this side.</summary>
    public IEnumerable<(string Check, string Layer)> CodeChecks(string key) =>
        Saved.Code[key].Where(f => f.Side == Index).Select(f => (f.Check, f.Layer)).Distinct().Order();
}
