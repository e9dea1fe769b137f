using LayerEvals.Comparing.Statistics;

namespace LayerEvals.Comparing;

/// <summary>
/// The interval of one pass rate (STATISTICS 1.1): Wilson; Clopper and Pearson below 20 cases; and where cases come in clusters Wilson on the cases divided by the
/// design effect of the rate.
/// </summary>
internal static class Rates
{
    const int FewCases = 20;

    /// <summary>The two-sided interval.</summary>
    public static Interval Of(ValueSum means, ClusteredMean? clustered, ComparisonFrame frame) =>
        means.Count < FewCases && clustered is null && frame.Samples == 1
            ? ClopperPearson.Of((int)means.Sum, means.Count, frame.Gate.Confidence)
            : Wilson.Of(means.Sum / Effect(clustered), means.Count / Effect(clustered), frame.Gate.Confidence);

    /// <summary>The one-sided lower and upper bounds, each at the confidence: what a floor is held against.</summary>
    public static Interval OneSided(ValueSum means, ClusteredMean? clustered, double confidence) =>
        Wilson.Of(means.Sum / Effect(clustered), means.Count / Effect(clustered), 2 * confidence - 1);

    static double Effect(ClusteredMean? clustered) => clustered?.DesignEffect ?? 1;
}
