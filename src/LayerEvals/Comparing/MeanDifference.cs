using LayerEvals.Comparing.Statistics;

namespace LayerEvals.Comparing;

/// <summary>
/// The differences of per-case means (candidate minus baseline, each from -1 to 1) where a case is asked several times. The unit stays the case:
/// samples are averaged, never counted as cases (STATISTICS 1.3, 1.5).
/// </summary>
internal struct MeanDifference
{
    ValueSum all;

    public readonly int N => all.Count;

    public readonly double Mean => all.Sum / N;

    /// <summary>How many cases changed.</summary>
    public int Changed { get; private set; }

    public readonly ValueSum Sums => all;

    /// <summary>The standard error of the mean; 0 where nothing varies.</summary>
    public readonly double StandardError => N < 2 ? 0 : Math.Sqrt(all.Residuals(Mean) / (N - 1) / N);

    /// <summary>So many cases, none of which changed.</summary>
    public static MeanDifference Unchanged(int n) => new() { all = new ValueSum(n, 0, 0) };

    public void Add(double difference)
    {
        all = all.With(difference);
        if (difference != 0) Changed++;
    }

    /// <summary>
    /// The one-sided p of "got worse" by the paired t test, and never below what the signs of the changed cases could show: where all of few cases
    /// changed alike, the t test takes their likeness for precision.
    /// </summary>
    public readonly double PWorse()
    {
        if (N < 2) return 0.5;
        var error = StandardError;
        var t = error == 0 ? Mean == 0 ? 0.5 : Mean < 0 ? 0 : 1 : Student.Above(-Mean / error, N - 1);
        return Math.Max(t, McNemar.MidP(Changed, 0));
    }

    /// <summary>The one-sided lower bound by the adjusted t: +1 and -1 appended, so that unchanged cases do not prove more than they can.</summary>
    public readonly double Bound(double confidence) => Adjusted(confidence, 1, N + 1).Lower;

    /// <summary>The two-sided interval by the adjusted t.</summary>
    public readonly Interval Interval(double confidence) => Adjusted(1 - (1 - confidence) / 2, 1, N + 1);

    /// <summary>The adjusted t of clustered cases: the sums divided by the design effect, as <see cref="ClusteredPairs"/> does with counts.</summary>
    public readonly Interval Adjusted(double quantile, double designEffect, double degreesOfFreedom)
    {
        var n = N / designEffect + 2;
        var mean = all.Sum / designEffect / n;
        var variance = (all.Squares / designEffect + 2 - n * mean * mean) / (n - 1);
        var half = Student.Quantile(quantile, degreesOfFreedom) * Math.Sqrt(variance / n);
        return new Interval(Math.Max(-1, mean - half), Math.Min(1, mean + half));
    }
}
