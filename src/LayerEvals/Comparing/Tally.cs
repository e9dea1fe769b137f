using LayerEvals.Comparing.Statistics;

namespace LayerEvals.Comparing;

/// <summary>Counts the pairs of one layer, or of all of them, case by case.</summary>
internal sealed class Tally
{
    readonly Clusters clusters = new();
    MeanDifference differences;
    ValueSum baseline;
    ValueSum candidate;

    public int BothPassed { get; private set; }

    public int Regressions { get; private set; }

    public int Fixes { get; private set; }

    public int BothFailed { get; private set; }

    /// <summary>Cases that left the denominator because a side errored.</summary>
    public int Errored { get; private set; }

    /// <summary>Cases that left the denominator because a check could not speak.</summary>
    public int Unscored { get; private set; }

    public int BaselineLost { get; private set; }

    public int CandidateLost { get; private set; }

    /// <summary>Lost pairs in which only the baseline was lost.</summary>
    public int OnlyBaselineLost => Lost - CandidateLost;

    /// <summary>Lost pairs in which only the candidate was lost.</summary>
    public int OnlyCandidateLost => Lost - BaselineLost;

    public List<string> Worse { get; } = [];

    public List<string> Better { get; } = [];

    /// <summary>Pairs in which both sides were scored.</summary>
    public int N => differences.N;

    public int Lost => Errored + Unscored;

    /// <summary>The share of pairs that left the denominator; 0 where there are none.</summary>
    public double LostShare => Lost == 0 ? 0 : (double)Lost / (N + Lost);

    public double BaselineRate => baseline.Sum / N;

    public double CandidateRate => candidate.Sum / N;

    /// <summary>The share of cases whose mean changed.</summary>
    public double Discordance => (double)(Worse.Count + Better.Count) / N;

    public MeanDifference Differences => differences;

    /// <summary>The cases by the cluster that they rise and fall with; null where every case stands alone.</summary>
    public Clusters? Clustered => clusters.Any ? clusters : null;

    public ValueSum Baseline => baseline;

    public ValueSum Candidate => candidate;

    public void Add(CaseResult of, Cell before, Cell now)
    {
        if (before.IsLost) BaselineLost++;
        if (now.IsLost) CandidateLost++;
        if (before.IsLost || now.IsLost)
        {
            if (before.Errored + now.Errored > 0) Errored++;
            else Unscored++;
            return;
        }
        if (before.Scored == 0 || now.Scored == 0) return;
        var difference = now.Mean - before.Mean;
        differences.Add(difference);
        baseline = baseline.With(before.Mean);
        candidate = candidate.With(now.Mean);
        if (of.Cluster is { } cluster) clusters.Add(cluster, before.Mean, now.Mean);
        if (difference < 0) Worse.Add(of.Key);
        if (difference > 0) Better.Add(of.Key);
        if (before.Failed == 0 && now.Failed == 0) BothPassed++;
        else if (before.Passed == 0 && now.Passed == 0) BothFailed++;
        else if (difference < 0) Regressions++;
        else if (difference > 0) Fixes++;
    }
}
