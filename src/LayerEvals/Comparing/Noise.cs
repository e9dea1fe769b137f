using LayerEvals.Comparing.Statistics;

namespace LayerEvals.Comparing;

/// <summary>A case that passed in some of its samples and failed in others.</summary>
internal sealed record FlakyCase(string Key, Cell Baseline, Cell Candidate)
{
    public static bool Is(Cell cell) => cell.Passed > 0 && cell.Failed > 0;
}

/// <summary>
/// How much of what a run shows is asking again (STATISTICS 1.5): pure, from the samples of each case. Null sides are those without two scored samples of a case.
/// </summary>
internal sealed record Noise(RepeatedSamples? Baseline, RepeatedSamples? Candidate, IReadOnlyList<FlakyCase> Flaky)
{
    /// <summary>The noise of a run that asked each case at least twice; null of one that did not.</summary>
    public static Noise? Of(IReadOnlyList<CaseResult> results, int samples) => samples < 2 ? null : new Noise(
        RepeatedSamples.Of(Counts(results.Select(r => r.Baseline))),
        RepeatedSamples.Of(Counts(results.Select(r => r.Candidate))),
        [.. results.Where(r => FlakyCase.Is(r.Baseline) || FlakyCase.Is(r.Candidate)).Select(r => new FlakyCase(r.Key, r.Baseline, r.Candidate))]);

    // What is lost leaves the whole case, as in the comparison.
    public static List<SampleCount> Counts(IEnumerable<Cell> cells) => [.. cells.Where(c => c.Scored > 0 && !c.IsLost).Select(c => new SampleCount(c.Passed, c.Scored))];
}
