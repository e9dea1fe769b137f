using LayerEvals.Configs;

namespace LayerEvals.Comparing;

/// <summary>What the comparison of a run says.</summary>
internal enum Verdict
{
    /// <summary>A drop larger than the margin is ruled out, and every layer is within its guard. Of a layer: within its guard.</summary>
    Pass = 1,

    /// <summary>Shown: it got worse, is below a floor, or failed what it must pass.</summary>
    Regression,

    /// <summary>Neither.</summary>
    NotDecided,
}

/// <summary>Why a verdict is what it is; several can hold.</summary>
internal enum Reason
{
    /// <summary>The drop that is allowed is the largest that could be.</summary>
    RuledOut = 1,

    /// <summary>A drop is shown, beyond what is tolerated.</summary>
    GotWorse,

    /// <summary>A drop is shown, within the margin.</summary>
    WorseWithinMargin,

    /// <summary>The candidate's rate is shown to be below the floor.</summary>
    BelowFloor,

    /// <summary>The candidate's rate is not shown to reach the floor.</summary>
    FloorOpen,

    /// <summary>A must-pass case failed at every attempt.</summary>
    MustPassFailed,

    /// <summary>A must-pass case neither passed nor failed.</summary>
    MustPassOpen,

    /// <summary>A drop beyond what is allowed cannot be ruled out.</summary>
    DropOpen,

    TooFewClusters,

    /// <summary>30 to 59 clusters: decided, and the bound is a little too good.</summary>
    FewClusters,

    /// <summary>Too many pairs were lost to errors and unscored checks.</summary>
    TooManyLost,

    /// <summary>One side lost more than the other, and not by chance.</summary>
    LostLopsided,

    /// <summary>Another model than the pinned one answered.</summary>
    OtherModel,

    /// <summary>Not every planned case ran, or tests of some were left out.</summary>
    Partial,

    NothingScored,

    NoCases,

    /// <summary>A layer did not decide.</summary>
    LayerOpen,
}

/// <summary>How much of the plan ran: a partial run can never pass.</summary>
internal sealed record Coverage(int Planned, int Ran)
{
    /// <summary>Whether a filter left out tests of cases that ran: their checks in code are missing.</summary>
    public bool LeftOut { get; init; }

    /// <summary>The look at which asking ended; null where no looks were taken.</summary>
    public Look? Look { get; init; }

    /// <summary>Whether all ran that had to: a run that a look stopped is a whole one.</summary>
    public bool IsWhole => Ran == (Look?.Cases ?? Planned) && !LeftOut;
}

/// <summary>The smallest drop that the cases could have shown, in shares, at a power of 80 %.</summary>
/// <param name="Corrected">At the level that Holm leaves to the smallest p; null where not even the largest drop is found.</param>
/// <param name="Alone">Were it the only hypothesis.</param>
/// <param name="Background">The share of cases that is taken to change anyway.</param>
internal sealed record Detectable(double? Corrected, double? Alone, double Background);

/// <summary>One layer, or all of them, compared.</summary>
internal sealed record LayerComparison
{
    /// <summary>The layer's id; <c>overall</c> for all.</summary>
    public required string Layer { get; init; }

    public required string Title { get; init; }

    public required Tally Tally { get; init; }

    /// <summary>What it is held to; the guard of overall is the margin.</summary>
    public required LayerRule Rule { get; init; }

    public Interval? Baseline { get; init; }

    public Interval? Candidate { get; init; }

    /// <summary>One-sided bounds of the candidate's rate: what a floor is held against.</summary>
    public Interval? CandidateFloor { get; init; }

    /// <summary>Candidate minus baseline; null where nothing was scored.</summary>
    public double? Difference { get; init; }

    public Interval? DifferenceInterval { get; init; }

    /// <summary>The one-sided lower bound: a drop larger than its negative is ruled out.</summary>
    public double? Bound { get; init; }

    public double? P { get; init; }

    public double? HolmP { get; init; }

    /// <summary>How many hypotheses the correction is over.</summary>
    public int Hypotheses { get; init; }

    /// <summary>How many clusters the cases come in; null where each stands alone.</summary>
    public int? Clusters { get; init; }

    public double DesignEffect { get; init; } = 1;

    public Detectable? Detectable { get; init; }

    /// <summary>The bound that so many cases reach when none changes: the best that they can prove.</summary>
    public double? BestBound { get; init; }

    public Verdict Verdict { get; init; } = Verdict.NotDecided;

    public IReadOnlyList<Reason> Reasons { get; init; } = [];

    /// <summary>The verdict in a sentence.</summary>
    public string Sentence { get; init; } = "";

    public bool IsOverall => Layer == Comparer.OverallId;
}

/// <summary>The must-pass cases of a comparison.</summary>
/// <param name="Cases">How many cases have something that must pass.</param>
/// <param name="Failed">Those that failed at every attempt.</param>
/// <param name="FailedInBaseline">Those of the failed that the baseline fails too.</param>
/// <param name="Excused">Those of high risk alone that both sides fail: no reason to keep the baseline.</param>
/// <param name="Open">Those that neither passed nor failed, because an attempt has no outcome.</param>
internal sealed record MustPassCases(int Cases, IReadOnlyList<string> Failed, IReadOnlyList<string> FailedInBaseline, IReadOnlyList<string> Excused, IReadOnlyList<string> Open);

/// <summary>Two configurations compared, case by case.</summary>
internal sealed record Comparison
{
    public required ComparisonFrame Frame { get; init; }

    public Gate Gate => Frame.Gate;

    public Coverage Coverage => Frame.Coverage;

    public int Samples => Frame.Samples;

    public required LayerComparison Overall { get; init; }

    /// <summary>The layers that the plan's checks touch, in the order of the stack.</summary>
    public required IReadOnlyList<LayerComparison> Layers { get; init; }

    public required MustPassCases MustPass { get; init; }

    public required Verdict Verdict { get; init; }

    public required IReadOnlyList<Reason> Reasons { get; init; }

    /// <summary>Whether there is something to judge: all ran that had to, and the models that were asked answered.</summary>
    public bool IsJudged => Coverage.IsWhole && Frame.OtherModel is null;

    /// <summary>The verdict in a sentence.</summary>
    public required string Sentence { get; init; }

    /// <summary>Where looks were taken: at which one asking ended, and why; else null.</summary>
    public string? LookSentence => Coverage.Look?.Sentence(Coverage, Verdict, Samples);
}
