using LayerEvals.Comparing.Statistics;

namespace LayerEvals.Comparing;

/// <summary>The sums of cases that rise and fall together, by cluster. A cluster of one case is a case that stands alone.</summary>
internal sealed class Clusters
{
    readonly Dictionary<string, Sums> sums = new(StringComparer.Ordinal);

    readonly record struct Sums(ValueSum Baseline, ValueSum Candidate, ValueSum Difference, int Changed);

    /// <summary>Whether any cluster holds more than one case: else they say nothing that the cases do not.</summary>
    public bool Any { get; private set; }

    public void Add(string cluster, double before, double now)
    {
        var known = sums.GetValueOrDefault(cluster);
        Any |= known.Difference.Count > 0;
        sums[cluster] = new Sums(known.Baseline.With(before), known.Candidate.With(now), known.Difference.With(now - before), known.Changed + (now == before ? 0 : 1));
    }

    /// <summary>How many clusters changed, of all changed cases; a changed case that stands alone is one. Thirds that cancel out leave a last bit.</summary>
    public int Changed(int changedCases) => sums.Values.Count(s => Math.Abs(s.Difference.Sum) > 1e-12) + changedCases - sums.Values.Sum(s => s.Changed);

    /// <summary>How many clusters there are among so many cases.</summary>
    public int Count(int cases) => sums.Count + cases - sums.Values.Sum(s => s.Difference.Count);

    /// <summary>The mean of the differences with its cluster-robust error; null where one cluster holds everything.</summary>
    public ClusteredMean? Differences(ValueSum all) => Mean(all, s => s.Difference);

    public ClusteredMean? Baseline(ValueSum all) => Mean(all, s => s.Baseline);

    public ClusteredMean? Candidate(ValueSum all) => Mean(all, s => s.Candidate);

    ClusteredMean? Mean(ValueSum all, Func<Sums, ValueSum> of)
    {
        var clustered = sums.Values.Select(of).ToList();
        var alone = clustered.Aggregate(all, (rest, cluster) => rest - cluster);
        return clustered.Count + alone.Count < 2 ? null : ClusteredMean.Of(clustered, alone);
    }
}
