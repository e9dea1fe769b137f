namespace LayerEvals.Comparing;

/// <summary>
/// The interval of a share whose cases come in clusters (STATISTICS 1.1, 1.4): Wilson on its counts over the design effect. That is the CR2 error, squared, over that of a share of cases that
/// stand alone: Σ r²/(1-f) over n p (1-p) n/(n-1), with r = x - m p of a cluster that has x of m cases, f = m/n, and at least 1. For {0, 1}, {1, 1}, {0} it is 1.0556, as of <see cref="Statistics.ClusteredMean"/>.
/// </summary>
internal static class ClusteredShare
{
    /// <param name="all">The share.</param>
    /// <param name="clusters">The same of each cluster; the cases that are in none stand alone.</param>
    /// <param name="confidence">Two-sided.</param>
    public static Interval Interval(Share all, IEnumerable<Share> clusters, double confidence)
    {
        var effect = DesignEffect(all, clusters);
        return Wilson.Of(all.Count / effect, all.Of / effect, confidence);
    }

    /// <summary>The design effect; 1 where every case stands alone, and where one cluster holds everything, as there is nothing to estimate an error from.</summary>
    public static double DesignEffect(Share all, IEnumerable<Share> clusters)
    {
        if (all.Value is not { } p || p is 0 or 1 || all.Of <= 1) return 1;
        var (alone, meat, isClustered) = (all, 0.0, false);
        foreach (var cluster in clusters)
        {
            if (cluster.Of >= all.Of) return 1;
            isClustered |= cluster.Of > 1;
            var residual = cluster.Count - cluster.Of * p;
            meat += residual * residual / (1 - cluster.Of / all.Of);
            alone = new Share(alone.Count - cluster.Count, alone.Of - cluster.Of);
        }
        if (!isClustered) return 1;
        // Of n cases that stand alone x have 1 - p left over, and the others p.
        meat += (alone.Count * (1 - p) * (1 - p) + (alone.Of - alone.Count) * p * p) / (1 - 1 / all.Of);
        return Math.Max(1, meat / (all.Of * p * (1 - p) * all.Of / (all.Of - 1)));
    }
}
