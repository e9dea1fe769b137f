namespace LayerEvals.Configs;

/// <summary>
/// The rule that turns the comparison into a verdict ("paired-v1", STATISTICS 2.6), complete: what the configuration left open is fixed by the plan's size, before
/// the run. Margins and guards are shares: 0.05 is 5 points.
/// </summary>
internal sealed record Gate
{
    /// <summary>The drop overall that a Pass must rule out; a smaller one that is shown is a note.</summary>
    public double Margin { get; init; } = 0.05;

    /// <summary>The drop that must be ruled out in a layer without a rule of its own.</summary>
    public double Guard { get; init; } = 0.20;

    public double Confidence { get; init; } = 0.95;

    /// <summary>The share of pairs that may be lost to errors and unscored checks before there is no verdict.</summary>
    public double MaxUnscored { get; init; } = 0.02;

    /// <summary>Whether "not decided" fails the tests; otherwise it skips them.</summary>
    public bool FailsWhenNotDecided { get; init; } = true;

    /// <summary>How often the verdict is looked for while the tool asks; 1 for once at the end, at most 5.</summary>
    public int Looks { get; init; } = 1;

    /// <summary>The floor of the candidate's pass rate overall; null for none.</summary>
    public double? MinPassRate { get; init; }

    /// <summary>The rules of single layers, by id.</summary>
    public IReadOnlyDictionary<string, LayerRule> Layers { get; init; } = new Dictionary<string, LayerRule>();

    /// <summary>What overall is held to: its guard is the margin.</summary>
    public LayerRule Overall => new(Margin, Margin, MinPassRate);

    public LayerRule RuleOf(string layer) => Layers.GetValueOrDefault(layer) ?? new LayerRule(Margin, Guard, null);
}

/// <summary>What one layer is held to, in shares.</summary>
/// <param name="Margin">A drop that is shown and within it is a note.</param>
/// <param name="Guard">The drop that a Pass must rule out.</param>
/// <param name="MinPassRate">The floor of the candidate's pass rate; null for none.</param>
internal sealed record LayerRule(double Margin, double Guard, double? MinPassRate)
{
    /// <summary>How large a drop must be able to be before a shown one is a regression.</summary>
    public double Tolerated => Math.Min(Margin, Guard);
}
