using System.Runtime.InteropServices;
using LayerEvals.Comparing.Statistics;

namespace LayerEvals.Comparing;

/// <summary>The sums of cases that rise and fall together, by cluster. A cluster of one case is a case that stands alone.</summary>
internal sealed class Clusters
{
    readonly List<Sums> byNumber = [];

    record struct Sums(ValueSum Baseline, ValueSum Candidate, ValueSum Difference, int Changed);

    /// <summary>Whether any cluster holds more than one case: else they say nothing that the cases do not.</summary>
    public bool Any { get; private set; }

    /// <summary>Adds a case to the cluster of a number; numbers count up from 0.</summary>
    public void Add(int cluster, double before, double now)
    {
        while (byNumber.Count <= cluster) byNumber.Add(default);
        ref var known = ref CollectionsMarshal.AsSpan(byNumber)[cluster];
        Any |= known.Difference.Count > 0;
        known.Baseline = known.Baseline.With(before);
        known.Candidate = known.Candidate.With(now);
        known.Difference = known.Difference.With(now - before);
        if (now != before) known.Changed++;
    }

    /// <summary>How many clusters changed, of all changed cases; a changed case that stands alone is one. Thirds that cancel out leave a last bit.</summary>
    public int Changed(int changedCases) => byNumber.Count(s => Math.Abs(s.Difference.Sum) > 1e-12) + changedCases - byNumber.Sum(s => s.Changed);

    /// <summary>How many clusters there are among so many cases.</summary>
    public int Count(int cases) => byNumber.Count(s => s.Difference.Count > 0) + cases - byNumber.Sum(s => s.Difference.Count);

    /// <summary>The mean of the differences with its cluster-robust error; null where one cluster holds everything.</summary>
    public ClusteredMean? Differences(ValueSum all) => Mean(all, s => s.Difference);

    public ClusteredMean? Baseline(ValueSum all) => Mean(all, s => s.Baseline);

    public ClusteredMean? Candidate(ValueSum all) => Mean(all, s => s.Candidate);

    ClusteredMean? Mean(ValueSum all, Func<Sums, ValueSum> of)
    {
        var clustered = new List<ValueSum>(byNumber.Count);
        var alone = all;
        foreach (var sums in byNumber)
        {
            if (sums.Difference.Count == 0) continue;
            clustered.Add(of(sums));
            alone -= clustered[^1];
        }
        return clustered.Count + alone.Count < 2 ? null : ClusteredMean.Of(clustered, alone);
    }
}
