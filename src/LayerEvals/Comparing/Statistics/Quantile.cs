namespace LayerEvals.Comparing.Statistics;

/// <summary>A quantile by linear interpolation between order statistics (Hyndman and Fan 1996, type 7). The median of 1, 2, 3, 10 is 2.5, their 95th percentile 8.95.</summary>
internal static class Quantile
{
    /// <summary>The quantile; null of nothing.</summary>
    public static double? Of(IReadOnlyList<double> values, double share)
    {
        if (values.Count == 0) return null;
        var ordered = values.Order().ToArray();
        var place = (ordered.Length - 1) * share;
        var below = (int)Math.Floor(place);
        var above = Math.Min(below + 1, ordered.Length - 1);
        return ordered[below] + (place - below) * (ordered[above] - ordered[below]);
    }
}
