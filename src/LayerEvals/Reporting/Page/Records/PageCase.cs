using LayerEvals.Comparing;
using LayerEvals.Runs;

namespace LayerEvals.Reporting.Page;

/// <summary>A case with everything that the run's record holds of it: read when its turn comes, and forgotten.</summary>
internal sealed record PageCase(GoldenCase Golden, CaseResult Result, IReadOnlyList<IReadOnlyList<Answer>> Answers, IReadOnlyList<ScoredCheck> Scores)
{
    /// <summary>What stands where the answers of a blessed baseline would; null where it was asked.</summary>
    public string? Blessed { get; init; }

    /// <summary>The candidate's second answer, where it failed what must pass.</summary>
    public Answer? Retry { get; init; }

    public static PageCase Of(Run run, CaseRecord record)
    {
        var golden = record.Case;
        var samples = Enumerable.Range(1, run.Plan.Config.Samples).ToList();
        return new PageCase(golden, record.Result(), [.. new[] { 0, 1 }.Select(side => samples.ConvertAll(s => run.Recorded(golden, side, s)).OfType<Answer>().ToList())], ScoredCheck.Of(run, record))
        {
            Blessed = record.Blessed?.Shown,
            Retry = record.Retries.Length > 0 ? run.Recorded(golden, 1, run.Plan.Config.Samples + 1) : null,
        };
    }

    /// <summary>What is asked, as a list shows it: the input, the last question of several turns, or the longest text of a hole.</summary>
    public string Question => Golden.Holes.TryGetValue("input", out var input) ? input
        : Golden.Messages.LastOrDefault(m => m is { Role: "user", Text: not null })?.Text
        ?? Golden.Holes.OrderByDescending(h => h.Value.Length).ThenBy(h => h.Key, StringComparer.Ordinal).Select(h => h.Value).FirstOrDefault() ?? "";

    public PairState State => PairStates.Of(Result.Baseline, Result.Candidate);

    public bool IsFlaky => FlakyCase.Is(Result.Baseline) || FlakyCase.Is(Result.Candidate);

    /// <summary>Whether the outcome is the same on both sides and a text is not.</summary>
    public bool IsReworded => State is PairState.BothPassed or PairState.BothFailed or PairState.Same
        && !Answers[0].Select(a => a.Text).SequenceEqual(Answers[1].Select(a => a.Text), StringComparer.Ordinal) && Blessed is null;

    /// <summary>The state of each check of the case.</summary>
    public IEnumerable<(string Check, string Layer, PairState State)> Checks => Scores.Where(s => !s.IsRetry)
        .GroupBy(s => (s.Check, s.Layer)).Select(g => (g.Key.Check, g.Key.Layer, PairStates.Of(CellOf(g, 0), CellOf(g, 1))));

    static Cell CellOf(IEnumerable<ScoredCheck> scores, int side) =>
        scores.Where(s => s.Side == side).Aggregate(new Cell(), (cell, score) => cell.With(score.Outcome));
}
