namespace LayerEvals.Reporting;

/// <summary>A case whose candidate got worse or failed what it must pass, with what a reader needs to judge it.</summary>
internal sealed record ChangedCase
{
    public required GoldenCase Case { get; init; }

    /// <summary>The layers that got worse; none where the baseline fails too.</summary>
    public required IReadOnlyList<string> Layers { get; init; }

    /// <summary>What the candidate failed.</summary>
    public required IReadOnlyList<FailedCheck> Failed { get; init; }

    public required string Question { get; init; }

    public required string BaselineText { get; init; }

    public required string CandidateText { get; init; }

    /// <summary>The exact command that runs it again.</summary>
    public required string Rerun { get; init; }
}
