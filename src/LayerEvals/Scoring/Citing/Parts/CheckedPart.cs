namespace LayerEvals.Scoring.Citing.Parts;

/// <summary>What one part of a check came to.</summary>
/// <param name="Reason">Why it failed, in words for all of it; null where it did not.</param>
/// <param name="Findings">One finding for each thing that is wrong, or one for the whole.</param>
internal sealed record CheckedPart(string? Reason, IReadOnlyList<FindingPart> Findings)
{
    // More than a reader looks at; the reason counts them all.
    const int Most = 12;

    // Of these the reason of the check tells.
    const int MostTold = 3;

    public static CheckedPart Passed(string name) => new(null, [new FindingPart(name, Outcome.Passed)]);

    public static CheckedPart NotApplicable(string name, string reason) => new(null, [new FindingPart(name, Outcome.NotApplicable, reason)]);

    /// <summary>Failed as a whole, or where the findings say.</summary>
    public static CheckedPart Failed(string reason, params IEnumerable<FindingPart> findings) => new(reason, [.. findings.Take(Most)]);

    /// <summary>Failed where the findings say, with the reasons of the first.</summary>
    public static CheckedPart Failed(IReadOnlyList<FindingPart> findings)
    {
        var told = string.Join("; ", findings.Take(MostTold).Select(f => f.Reason));
        return Failed(findings.Count > MostTold ? $"{told}; and {findings.Count - MostTold} more" : told, findings);
    }

    /// <summary>The finding of a check whose parts these are.</summary>
    public static Finding Finding(string text, IReadOnlyList<CheckedPart> parts)
    {
        var reasons = parts.Where(p => p.Reason is not null).Select(p => p.Reason).ToList();
        if (reasons.Count == 0) return LayerEvals.Finding.Pass;
        var findings = parts.SelectMany(p => p.Findings).ToList();
        var claim = findings.Find(f => f.Outcome == Outcome.Failed)?.Claim;
        return LayerEvals.Finding.Fail(string.Join("; ", reasons), Scorer.Quote(claim is { } span ? span.Of(text) : text)) with { Parts = findings };
    }

    /// <summary>Ids for a message.</summary>
    public static string Ids(IReadOnlyCollection<string> ids) => ids.Count == 0 ? "none" : string.Join(", ", ids.Take(8).Select(id => Printable.Short(id, 40))) + (ids.Count > 8 ? $" and {ids.Count - 8} more" : "");
}
