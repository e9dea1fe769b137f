using System.Runtime.InteropServices;
using LayerEvals.Comparing.Statistics;

namespace LayerEvals.Comparing;

/// <summary>The sums of cases that rise and fall together, by cluster. A cluster of one case is a case that stands alone.</summary>
internal sealed class Clusters
{
    readonly List<Sums> byNumber = [];
    ValueSum baseline;
    ValueSum candidate;
    ValueSum difference;
    int count;
    int changed;

    // No squares: a million cases in clusters of five are nine times 200,000 of these.
    record struct Sums(int Count, double Baseline, double Candidate, double Difference);

    /// <summary>Whether any cluster holds more than one case: else they say nothing that the cases do not.</summary>
    public bool Any { get; private set; }

    /// <summary>Adds a case to the cluster of a number; numbers count up from 0.</summary>
    public void Add(int cluster, double before, double now)
    {
        while (byNumber.Count <= cluster) byNumber.Add(default);
        ref var known = ref CollectionsMarshal.AsSpan(byNumber)[cluster];
        Any |= known.Count > 0;
        if (known.Count++ == 0) count++;
        if (now != before) changed++;
        known.Baseline += before;
        known.Candidate += now;
        known.Difference += now - before;
        baseline = baseline.With(before);
        candidate = candidate.With(now);
        difference = difference.With(now - before);
    }

    /// <summary>How many clusters changed, of all changed cases; a changed case that stands alone is one. Thirds that cancel out leave a last bit.</summary>
    public int Changed(int changedCases) => byNumber.Count(s => Math.Abs(s.Difference) > 1e-12) + changedCases - changed;

    /// <summary>How many clusters there are among so many cases.</summary>
    public int Count(int cases) => count + cases - difference.Count;

    /// <summary>The mean of the differences with its cluster-robust error; null where one cluster holds everything.</summary>
    public ClusteredMean? Differences(ValueSum all) => Mean(s => s.Difference, difference, all);

    public ClusteredMean? Baseline(ValueSum all) => Mean(s => s.Baseline, baseline, all);

    public ClusteredMean? Candidate(ValueSum all) => Mean(s => s.Candidate, candidate, all);

    ClusteredMean? Mean(Func<Sums, double> of, ValueSum clustered, ValueSum all)
    {
        var sums = new List<ClusterSum>(count);
        foreach (var cluster in byNumber)
            if (cluster.Count > 0) sums.Add(new ClusterSum(cluster.Count, of(cluster)));
        var alone = all - clustered;
        return sums.Count + alone.Count < 2 ? null : ClusteredMean.Of(sums, clustered, alone);
    }
}
