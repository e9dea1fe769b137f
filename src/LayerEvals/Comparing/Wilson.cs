using MathNet.Numerics.Distributions;

namespace LayerEvals.Comparing;

/// <summary>An interval of shares or of differences of shares.</summary>
internal readonly record struct Interval(double Lower, double Upper);

/// <summary>The Wilson score interval of one pass rate (Wilson 1927; STATISTICS 1.1). 45 of 50 at 95 %: [0.7863977, 0.9565242].</summary>
internal static class Wilson
{
    /// <summary>The interval; <paramref name="passed"/> may be fractional where samples of a case are averaged.</summary>
    public static Interval Of(double passed, int n, double confidence)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(n);
        var z = Normal.InvCDF(0, 1, 1 - (1 - confidence) / 2);
        var p = passed / n;
        var scale = 1 + z * z / n;
        var centre = (p + z * z / (2.0 * n)) / scale;
        var half = z * Math.Sqrt(p * (1 - p) / n + z * z / (4.0 * n * n)) / scale;
        return new Interval(passed <= 0 ? 0 : centre - half, passed >= n ? 1 : centre + half);
    }
}
