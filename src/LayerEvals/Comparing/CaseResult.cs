namespace LayerEvals.Comparing;

/// <summary>The samples of one case on one side, in one layer or overall.</summary>
internal readonly record struct Cell(ushort Passed, ushort Failed, ushort Errored, ushort Unscored)
{
    public int Scored => Passed + Failed;

    /// <summary>
    /// Whether a sample should have been scored and was not. The mean of the others would be another measure, and what is missing is seldom missing by chance.
    /// </summary>
    public bool IsLost => Errored + Unscored > 0;

    /// <summary>The mean over the samples that were scored.</summary>
    public double Mean => (double)Passed / Scored;

    /// <summary>The cell with one more sample; NotApplicable (or no check at all: null) adds nothing.</summary>
    public Cell With(Outcome? outcome) => outcome switch
    {
        Outcome.Passed => this with { Passed = (ushort)(Passed + 1) },
        Outcome.Failed => this with { Failed = (ushort)(Failed + 1) },
        Outcome.Errored => this with { Errored = (ushort)(Errored + 1) },
        Outcome.Unscored => this with { Unscored = (ushort)(Unscored + 1) },
        _ => this,
    };

    /// <summary>Of several outcomes the weightiest: Failed, then Errored, then Unscored, then Passed; NotApplicable never counts.</summary>
    public static Outcome? Weightiest(Outcome? one, Outcome other) => Weight(other) > Weight(one) ? other : one;

    static int Weight(Outcome? outcome) => outcome switch
    {
        Outcome.Failed => 4,
        Outcome.Errored => 3,
        Outcome.Unscored => 2,
        Outcome.Passed => 1,
        _ => 0,
    };
}

/// <summary>One case's cells on both sides: for each layer that its checks touch, and overall.</summary>
internal sealed record CaseResult(string Key, IReadOnlyList<LayerCells> Layers, Cell Baseline, Cell Candidate)
{
    /// <summary>The cluster of cases that it rises and falls with; null where it stands alone.</summary>
    public string? Cluster { get; init; }

    /// <summary>How the candidate did where it must pass; null where nothing of the case is a must.</summary>
    public MustPass? Must { get; init; }
}

/// <summary>The candidate's attempts at what a case says must pass, retries included; they never enter b or c.</summary>
/// <param name="Candidate">The attempts, by outcome.</param>
/// <param name="BaselineFails">Whether the baseline failed each of its samples.</param>
/// <param name="IsAbsolute">Whether it must pass whatever the baseline does: a must-pass case, and not only a check of a set of high risk.</param>
internal sealed record MustPass(Cell Candidate, bool BaselineFails, bool IsAbsolute)
{
    /// <summary>Every attempt failed.</summary>
    public bool FailedThroughout => Candidate is { Passed: 0, Failed: > 0, IsLost: false };

    /// <summary>It failed, and the baseline's failing is no excuse.</summary>
    public bool Failed => FailedThroughout && (IsAbsolute || !BaselineFails);

    /// <summary>No attempt passed, and one has no outcome: neither held nor failed.</summary>
    public bool IsOpen => Candidate is { Passed: 0, IsLost: true };
}

/// <summary>One layer's cells of a case.</summary>
internal readonly record struct LayerCells(string Layer, Cell Baseline, Cell Candidate);
