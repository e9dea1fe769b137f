namespace LayerEvals.Comparing;

/// <summary>
/// The cases by split, overall. Who tunes sees the dev cases: a model that got better on those and not on the holdout was tuned to the test. For reading only; the gate
/// judges all cases together.
/// </summary>
/// <param name="Rows">Holdout first.</param>
internal sealed record Splits(IReadOnlyList<(string Split, Tally Tally)> Rows)
{
    public const string Holdout = "holdout";

    /// <summary>Counts in one pass; null where no case is held out.</summary>
    public static Splits? Of(IEnumerable<(string? Split, CaseResult Result)> cases)
    {
        var tallies = new Dictionary<string, Tally>(StringComparer.Ordinal);
        foreach (var (split, result) in cases)
        {
            var name = split ?? "none";
            if (!tallies.TryGetValue(name, out var tally)) tallies[name] = tally = new Tally();
            tally.Add(result.Key, cluster: null, result.Baseline, result.Candidate);
        }
        return tallies.ContainsKey(Holdout) ? new Splits([.. tallies.OrderBy(t => t.Key switch { Holdout => 0, "dev" => 1, _ => 2 }).Select(t => (t.Key, t.Value))]) : null;
    }
}
