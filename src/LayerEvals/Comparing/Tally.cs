namespace LayerEvals.Comparing;

/// <summary>Counts the pairs of one layer, or of all of them, case by case.</summary>
internal sealed class Tally
{
    MeanDifference differences;
    double baselineSum;
    double candidateSum;

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

    public List<string> Worse { get; } = [];

    public List<string> Better { get; } = [];

    /// <summary>Pairs in which both sides were scored.</summary>
    public int N => differences.N;

    public int Lost => Errored + Unscored;

    public double BaselineRate => baselineSum / N;

    public double CandidateRate => candidateSum / N;

    public MeanDifference Differences => differences;

    public void Add(string key, Cell baseline, Cell candidate)
    {
        if (baseline.IsLost) BaselineLost++;
        if (candidate.IsLost) CandidateLost++;
        if (baseline.IsLost || candidate.IsLost)
        {
            if (baseline.Errored + candidate.Errored > 0) Errored++;
            else Unscored++;
            return;
        }
        if (baseline.Scored == 0 || candidate.Scored == 0) return;
        var difference = candidate.Mean - baseline.Mean;
        differences.Add(difference);
        baselineSum += baseline.Mean;
        candidateSum += candidate.Mean;
        if (difference < 0) Worse.Add(key);
        if (difference > 0) Better.Add(key);
        if (baseline.Failed == 0 && candidate.Failed == 0) BothPassed++;
        else if (baseline.Passed == 0 && candidate.Passed == 0) BothFailed++;
        else if (difference < 0) Regressions++;
        else if (difference > 0) Fixes++;
    }
}
