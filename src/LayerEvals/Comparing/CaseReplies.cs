namespace LayerEvals.Comparing;

/// <summary>What one answer is in the table of answers and abstentions.</summary>
internal enum Reply : byte
{
    /// <summary>No answer came, or a check that says whether it is correct could not speak.</summary>
    Lost = 1,

    /// <summary>It answers, and every other declared check passed.</summary>
    Correct,

    /// <summary>It answers, and another declared check failed.</summary>
    Wrong,

    /// <summary>It answers, and no other declared check says anything of it.</summary>
    Unjudged,

    /// <summary>It says that the sources do not hold the answer.</summary>
    Abstained,

    /// <summary>It is empty or refuses for safety: neither an answer nor an abstention.</summary>
    Neither,
}

/// <summary>The replies to one case that has a not-found check.</summary>
/// <param name="Key">The case.</param>
/// <param name="Layer">The layer that its not-found check speaks for.</param>
/// <param name="IsAnswerable">Whether the sources hold the answer.</param>
/// <param name="Baseline">One reply a sample; empty where the baseline is blessed.</param>
/// <param name="Candidate">One reply a sample.</param>
internal sealed record CaseReplies(string Key, string Layer, bool IsAnswerable, IReadOnlyList<Reply> Baseline, IReadOnlyList<Reply> Candidate)
{
    /// <summary>The key of the case whose twin this is; null where it is none's.</summary>
    public string? TwinOf { get; init; }

    /// <summary>The cluster of cases that it rises and falls with; null where it stands alone.</summary>
    public string? Cluster { get; init; }

    public IReadOnlyList<Reply> Of(int side) => side == 0 ? Baseline : Candidate;
}
