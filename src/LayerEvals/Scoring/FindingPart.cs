namespace LayerEvals;

/// <summary>One of the things that a check looked at, with its own outcome: a number that no cited source holds, a quotation that is in none.</summary>
/// <param name="Name">Which of the check's parts: <c>resolves</c>, <c>quotes</c>, <c>numbers</c>, ….</param>
/// <param name="Outcome">What it came to.</param>
/// <param name="Reason">Why, in one line; null when it passed.</param>
public sealed record FindingPart(string Name, Outcome Outcome, string? Reason = null)
{
    /// <summary>The citation, number or quotation in the text that the check looked at; null where the whole of it is meant.</summary>
    public TextSpan? Span { get; init; }

    /// <summary>The claim that it stands in: a sentence, a bullet, a cell of a table.</summary>
    public TextSpan? Claim { get; init; }

    /// <summary>The id of the source that was looked in.</summary>
    public string? Source { get; init; }

    /// <summary>What that source says around the best match, at most about 400 characters.</summary>
    public string? SourceText { get; init; }
}
