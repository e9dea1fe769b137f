using LayerEvals.Comparing;
using LayerEvals.Diagnostics;

namespace LayerEvals.Reporting.SeveralRuns;

/// <summary>Several runs beside each other. Nothing is compared: the rates of each are those of its own report, and where their cases differ it is said.</summary>
/// <param name="Runs">The runs, as they were named.</param>
/// <param name="Links">Where each run's own page lies, relative to what is written.</param>
internal sealed record ToldRuns(IReadOnlyList<ToldRun> Runs, IReadOnlyList<string> Links)
{
    /// <summary>Every layer that a run has, in the order in which runs name them, and overall at the end.</summary>
    public IReadOnlyList<string> Layers { get; } =
        [.. Runs.SelectMany(r => r.Layers).Where(l => !l.IsOverall).Select(l => l.Layer).Distinct(StringComparer.Ordinal), Comparer.OverallId];

    public string Title => $"{Numerals.Count(Runs.Count, "run")} side by side";

    /// <summary>A sentence on each run whose cases are not those of the first; one that all have the same where they have.</summary>
    public IEnumerable<string> Comparable()
    {
        var others = Runs.Skip(1).Select(run => (Run: run, What: run.DiffersFrom(Runs[0]))).Where(r => r.What is not null).ToList();
        foreach (var (run, what) in others) yield return $"Not comparable: {run.Run.Id} did not ask what {Runs[0].Run.Id} did: {what}. Their rates are of other cases.";
        if (Runs[0].Ran < Runs[0].Planned) yield return $"{Runs[0].Run.Id} is a partial run: {Runs[0].Ran} of {Runs[0].Planned} cases.";
        else if (others.Count == 0) yield return $"All asked the same {Numerals.Count(Runs[0].Cases.Count, "case")}, and expected the same. Whether one is worse than another is said by `layerevals compare`.";
    }

    /// <summary>A layer's title.</summary>
    public static string TitleOf(string layer) => layer == Comparer.OverallId ? "Overall" : LayerEvals.Layers.All.FirstOrDefault(l => l.Id == layer)?.Title ?? layer;
}
