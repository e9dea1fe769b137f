using LayerEvals.Configs;

namespace LayerEvals.Comparing;

/// <summary>What the comparison of a run says.</summary>
internal enum Verdict
{
    /// <summary>A drop larger than the margin is ruled out, and every layer is within its guard. Of a layer: within its guard.</summary>
    Pass = 1,

    /// <summary>Got worse, shown.</summary>
    Regression,

    /// <summary>Neither.</summary>
    NotDecided,
}

/// <summary>How much of the plan ran: a partial run can never pass.</summary>
internal sealed record Coverage(int Planned, int Ran)
{
    /// <summary>The look at which asking ended; null where no looks were taken.</summary>
    public Look? Look { get; init; }

    /// <summary>Whether all ran that had to: a run that a look stopped is a whole one.</summary>
    public bool IsWhole => Ran == (Look?.Cases ?? Planned);
}

/// <summary>One layer, or all of them, compared.</summary>
internal sealed record LayerComparison
{
    /// <summary>The layer's id; <c>overall</c> for all.</summary>
    public required string Layer { get; init; }

    public required Tally Tally { get; init; }

    public Interval? Baseline { get; init; }

    public Interval? Candidate { get; init; }

    /// <summary>Candidate minus baseline; null where nothing was scored.</summary>
    public double? Difference { get; init; }

    public Interval? DifferenceInterval { get; init; }

    /// <summary>The one-sided lower bound: a drop larger than its negative is ruled out.</summary>
    public double? Bound { get; init; }

    public double? P { get; init; }

    public double? HolmP { get; init; }

    /// <summary>The margin (overall) or the guard (a layer) that the bound is held against.</summary>
    public required double Allowed { get; init; }

    public Verdict Verdict { get; init; } = Verdict.NotDecided;

    /// <summary>The verdict in a sentence.</summary>
    public string Sentence { get; init; } = "";
}

/// <summary>Two configurations compared, case by case.</summary>
internal sealed record Comparison
{
    public required Gate Gate { get; init; }

    public required Coverage Coverage { get; init; }

    public required int Samples { get; init; }

    public required LayerComparison Overall { get; init; }

    /// <summary>The layers that the plan's checks touch, in the order of the stack.</summary>
    public required IReadOnlyList<LayerComparison> Layers { get; init; }

    public required Verdict Verdict { get; init; }

    /// <summary>The verdict in a sentence.</summary>
    public required string Sentence { get; init; }

    /// <summary>Where looks were taken: at which one asking ended, and why; else null.</summary>
    public string? LookSentence => Coverage.Look?.Sentence(Coverage, Verdict, Samples);
}
