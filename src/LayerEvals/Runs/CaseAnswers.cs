namespace LayerEvals.Runs;

/// <summary>The answers of a case on both sides, by sample.</summary>
internal sealed record CaseAnswers(CaseRecord Record, IReadOnlyList<Answer> Baseline, IReadOnlyList<Answer> Candidate)
{
    /// <summary>The candidate's answer to a second asking, where it failed what must pass.</summary>
    public IReadOnlyList<Answer> Retries { get; init; } = [];

    public IReadOnlyList<Answer> Of(int side) => side == 0 ? Baseline : Candidate;
}
