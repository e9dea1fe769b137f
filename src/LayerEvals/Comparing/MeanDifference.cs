using MathNet.Numerics.Distributions;

namespace LayerEvals.Comparing;

/// <summary>
/// The differences of per-case means (candidate minus baseline, each from -1 to 1) where a case is asked several times. The unit stays the case:
/// samples are averaged, never counted as cases (STATISTICS 1.3, 1.5).
/// </summary>
internal struct MeanDifference
{
    double sum;
    double squares;

    public int N { get; private set; }

    public readonly double Mean => sum / N;

    public void Add(double difference)
    {
        N++;
        sum += difference;
        squares += difference * difference;
    }

    /// <summary>The one-sided p of "got worse" by the paired t test.</summary>
    public readonly double PWorse()
    {
        if (N < 2) return 0.5;
        var variance = Math.Max(0, (squares - sum * sum / N) / (N - 1));
        if (variance == 0) return Mean == 0 ? 0.5 : Mean < 0 ? 0 : 1;
        return StudentT.CDF(0, 1, N - 1, Mean / Math.Sqrt(variance / N));
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
        var half = StudentT.InvCDF(0, 1, n - 1, quantile) * Math.Sqrt(variance / n);
        return new Interval(Math.Max(-1, mean - half), Math.Min(1, mean + half));
    }
}
