using LayerEvals.Comparing;
using LayerEvals.Diagnostics;

namespace LayerEvals.Reporting;

/// <summary>What asking again changes, in sentences.</summary>
internal static class NoiseText
{
    /// <summary>How many flaky cases a table shows: comparison.json has them all.</summary>
    public const int MostShown = 100;

    /// <summary>What is said below a table that leaves some out; null where it has them all.</summary>
    public static string? More(Noise noise) => noise.Flaky.Count > MostShown ? $"The first {MostShown} of {noise.Flaky.Count}; all of them are in comparison.json." : null;

    /// <summary>The sentences of a run; none where each case was asked once.</summary>
    public static IReadOnlyList<string> Of(Noise? noise, AskedTwice? twice, IReadOnlyList<ModelConfiguration> sides) =>
        twice is not null ? Of(twice) : noise is not null ? Of(noise, sides) : [];

    static List<string> Of(Noise noise, IReadOnlyList<ModelConfiguration> sides)
    {
        var said = new List<string>();
        if (noise.Baseline is { } baseline) said.Add($"Re-running the baseline against itself changes {Numerals.Percent(baseline.SelfDisagreement)} of verdicts.");
        if (noise.Candidate is { } candidate) said.Add($"Re-running the candidate against itself changes {Numerals.Percent(candidate.SelfDisagreement)}.");
        var (old, tried) = (noise.Flaky.Count(f => FlakyCase.Is(f.Baseline)), noise.Flaky.Count(f => FlakyCase.Is(f.Candidate)));
        said.Add(noise.Flaky.Count == 0 ? "No case is flaky: each passed in all of its samples or in none."
            : $"{Numerals.Count(noise.Flaky.Count, "case")} flaky, passing in some samples and failing in others: {old} of {sides[0].Name}, {tried} of {sides[1].Name}.");
        return said;
    }

    static List<string> Of(AskedTwice twice)
    {
        if (twice.Overall.Share is not { } share) return ["Nothing was scored twice: no noise can be measured."];
        var said = new List<string>
        {
            $"Re-running the configuration against itself changes {Numerals.Percent(twice.SelfDisagreement)} of verdicts; {twice.Overall.Changed} of {Numerals.Count(twice.Overall.N, "case")} changed ({Interval(share)}).",
        };
        foreach (var layer in twice.Layers.Where(l => l.Changed > 0)) said.Add($"  {layer.Layer}: {layer.Changed} of {layer.N} changed ({Interval(layer.Share!.Value)}).");
        said.Add(twice.Overall.Changed == 0 && twice.Relabellings == 1
            ? "No outcome changed: as far as this suite can see, the configuration repeats itself, and the gate has no noise to be wrong about."
            : $"False alarms: with this noise and no change, the gate says Regression in {Rate(twice.Regressions, twice)}, Pass in {Rate(twice.Passes, twice)}, Not decided in {Rate(twice.NotDecided, twice)} of {twice.Relabellings} relabellings of the two askings.");
        return said;
    }

    static string Interval(Interval share) => $"95 % interval {Numerals.Fixed(share.Lower * 100, 1)} to {Numerals.Fixed(share.Upper * 100, 1)} %";

    // The Monte Carlo error as an interval: at none of many, one of 0 would claim too much.
    static string Rate(int count, AskedTwice twice)
    {
        var interval = Wilson.Of(count, twice.Relabellings, AskedTwice.Confidence);
        return $"{Numerals.Percent((double)count / twice.Relabellings)} [{Numerals.Fixed(interval.Lower * 100, 1)}, {Numerals.Fixed(interval.Upper * 100, 1)}]";
    }

    /// <summary>How often a case passed on a side.</summary>
    public static string Passed(Cell cell) => cell.Scored == 0 ? "-" : $"{cell.Passed} of {cell.Scored}";
}
