using LayerEvals.Comparing.Statistics;

namespace LayerEvals.Comparing;

/// <summary>
/// The differences of per-case means (candidate minus baseline, each from -1 to 1) where a case is asked several times. The unit stays the case:
/// samples are averaged, never counted as cases (STATISTICS 1.3, 1.5).
/// </summary>
internal struct MeanDifference
{
    double sum;
    double squares;
    int changed;

    public int N { get; private set; }

    public readonly double Mean => sum / N;

    public void Add(double difference)
    {
        N++;
        sum += difference;
        squares += difference * difference;
        if (difference != 0) changed++;
    }

    /// <summary>
    /// The one-sided p of "got worse" by the paired t test, and never below what the signs of the changed cases could show: where all of few cases
    /// changed alike, the t test takes their likeness for precision.
    /// </summary>
    public readonly double PWorse()
    {
        if (N < 2) return 0.5;
        var variance = Math.Max(0, (squares - sum * sum / N) / (N - 1));
        var t = variance == 0 ? Mean == 0 ? 0.5 : Mean < 0 ? 0 : 1 : Student.Above(-Mean / Math.Sqrt(variance / N), N - 1);
        return Math.Max(t, McNemar.MidP(changed, 0));
    }

    /// <summary>The one-sided lower bound by the adjusted t: +1 and -1 appended, so that unchanged cases do not prove more than they can.</summary>
    public readonly double Bound(double confidence) => Adjusted(confidence).Lower;

    /// <summary>The two-sided interval by the adjusted t.</summary>
    public readonly Interval Interval(double confidence) => Adjusted(1 - (1 - confidence) / 2);

    readonly Interval Adjusted(double quantile)
    {
        var n = N + 2;
        var mean = sum / n;
        var variance = (squares + 2 - n * mean * mean) / (n - 1);
        var half = Student.Quantile(quantile, n - 1) * Math.Sqrt(variance / n);
        return new Interval(Math.Max(-1, mean - half), Math.Min(1, mean + half));
    }
}
