using MathNet.Numerics.Distributions;

namespace LayerEvals.Comparing;

/// <summary>An interval of shares or of differences of shares.</summary>
internal readonly record struct Interval(double Lower, double Upper);

/// <summary>The Wilson score interval of one pass rate (Wilson 1927; STATISTICS 1.1). 45 of 50 at 95 %: [0.7863977, 0.9565242].</summary>
internal static class Wilson
{
    /// <summary>The interval; the counts may be fractional where samples of a case are averaged, or cases divided by a design effect.</summary>
    public static Interval Of(double passed, double n, double confidence)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(n);
        var z = Normal.InvCDF(0, 1, 1 - (1 - confidence) / 2);
        var p = passed / n;
        var scale = 1 + z * z / n;
        var centre = (p + z * z / (2 * n)) / scale;
        var half = z * Math.Sqrt(Math.Max(0, p * (1 - p)) / n + z * z / (4 * n * n)) / scale;
        return new Interval(passed <= 0 ? 0 : centre - half, passed >= n * (1 - 1e-15) ? 1 : centre + half);
    }
}
