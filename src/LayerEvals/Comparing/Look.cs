using LayerEvals.Comparing.Statistics;
using LayerEvals.Configs;
using LayerEvals.Diagnostics;

namespace LayerEvals.Comparing;

/// <summary>One look for the verdict while a plan is asked.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Of">How many looks the plan takes at most.</param>
/// <param name="Cases">The cases that were asked by then.</param>
internal sealed record Look(int Number, int Of, int Cases)
{
    public bool IsLast => Number == Of;

    /// <summary>
    /// The one-sided level of this look, 1 - Φ(C√(K/j)) by O'Brien and Fleming: held against it at each look, all looks together are wrong at most 5 % of the time.
    /// Cut to five decimals, so that it can be printed as it is used. Look 1, 2, 3 of 3: 0.00153, 0.01813, 0.04366.
    /// </summary>
    public double Level => Math.Floor(Gaussian.Above(OBrienFleming.Boundaries(Of)[Number - 1]) * 1e5) / 1e5;

    /// <summary>The gate at this look: its tests at the look's level, its bounds at the confidence that belongs to it.</summary>
    public Gate At(Gate gate) => gate with { Confidence = Math.Round(1 - Level, 5) };

    /// <summary>What the reader of a verdict must know of the look that ended a run.</summary>
    public string Sentence(Coverage coverage, Verdict verdict, int samples)
    {
        var level = $"tested at {Percent(Level)} one-sided, so that all looks together are wrong at most 5 % of the time";
        if (Cases == coverage.Planned) return $"Look {Number} of {Of}, the last: {level}.";
        var calls = 2 * samples * (coverage.Planned - Cases);
        var why = verdict == Verdict.NotDecided ? "no answer to the other cases could change that" : "the verdict was reached";
        return $"Stopped at look {Number} of {Of} after {Cases} of {Numerals.Count(coverage.Planned, "case")}, because {why}: {level}. {Numerals.Count(calls, "call")} saved.";
    }

    static string Percent(double share) => $"{Numerals.Plain(Math.Round(share * 100, 3))} %";
}
