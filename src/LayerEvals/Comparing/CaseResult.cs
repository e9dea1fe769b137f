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
internal sealed record CaseResult(string Key, IReadOnlyList<LayerCells> Layers, Cell Baseline, Cell Candidate);

/// <summary>One layer's cells of a case.</summary>
internal readonly record struct LayerCells(string Layer, Cell Baseline, Cell Candidate);
