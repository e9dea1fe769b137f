namespace LayerEvals.Comparing;

/// <summary>What is counted of a layer, on both sides.</summary>
/// <param name="Layer">The layer that the checks speak for.</param>
/// <param name="Baseline">The baseline's; null where it is blessed and has no answers.</param>
/// <param name="Candidate">The candidate's.</param>
internal sealed record LayerSides<T>(string Layer, T? Baseline, T Candidate)
    where T : class
{
    /// <summary>The same of each cluster by itself, the baseline's empty where it has none. Cases that stand alone are in none.</summary>
    public required (IReadOnlyCollection<T> Baseline, IReadOnlyCollection<T> Candidate) Clusters { get; init; }
}
