using LayerEvals.Baselines;
using LayerEvals.Comparing;
using LayerEvals.Diagnostics;
using LayerEvals.Runs;

namespace LayerEvals.Histories;

/// <summary>
/// An earlier run beside this one, over the cases that both have with the same content: in each layer its rate is the "baseline", and the rate of this run's candidate over
/// the same cases the "candidate".
/// </summary>
/// <param name="Run">The earlier run.</param>
/// <param name="Shared">Cases of this run that it has too, asked and judged alike.</param>
/// <param name="Changed">Cases that it has, and that were edited since, or are judged by other checks in code.</param>
/// <param name="Missing">Cases of this run that it has not.</param>
/// <param name="Gone">Cases of it that this run has not.</param>
/// <param name="Layers">The layers of this run, then overall.</param>
internal sealed record PastPoint(BlessedBaseline Run, int Shared, int Changed, int Missing, int Gone, IReadOnlyList<LayerComparison> Layers)
{
    /// <summary>Whether its cases are those of this run.</summary>
    public bool IsSame => Changed + Missing + Gone == 0;

    public static PastPoint Of(BlessedBaseline past, IReadOnlyList<CaseRecord> done, ComparisonFrame frame)
    {
        var tallies = new Tallies(frame.Layers);
        var (shared, known) = (0, 0);
        foreach (var record in done)
        {
            if (!past.Cases.TryGetValue(record.Case.Key, out var before)) continue;
            known++;
            if (before.AskedHash != record.Case.AskedHash || before.ExpectedHash != record.Case.ExpectedHash || !before.Code.SequenceEqual(record.CodeChecks(1), StringComparer.Ordinal)) continue;
            shared++;
            tallies.Add(record.Result(), before.Overall, cells => before.Layers.GetValueOrDefault(cells.Layer));
        }
        return new PastPoint(past, shared, known - shared, done.Count - known, past.Cases.Count - known, tallies.Measured(frame with { Samples = Math.Max(frame.Samples, past.Samples) }));
    }

    /// <summary>How its cases are not those of this run, and what this run's candidate does over the shared ones; null where they are the same.</summary>
    public string? Difference(int cases)
    {
        if (IsSame) return null;
        List<string> why = [];
        if (Changed > 0) why.Add($"{Changed} changed since");
        if (Missing > 0) why.Add($"{Missing} not in it");
        if (Gone > 0) why.Add($"{Gone} of its own not in this run");
        var now = Layers[^1] is { Candidate: not null } overall ? $" Over these this run's candidate passes {Numerals.Percent(overall.Tally.CandidateRate)}." : "";
        return $"{Run.Run} asked other cases: {Shared} of {Numerals.Count(cases, "case")} shared ({string.Join(", ", why)}). Its rates are over the shared ones.{now}";
    }
}
