using MathNet.Numerics.Distributions;

namespace LayerEvals.Comparing;

/// <summary>
/// The score interval of a paired difference of two pass rates (Tango 1998; STATISTICS 1.2). It needs b, c and n only.
/// b = 7, c = 1, n = 21 (the table of Bentur 2009) gives [-0.51723228, -0.02600303] at 95 %.
/// </summary>
internal static class Tango
{
    /// <summary>The two-sided interval of (c - b)/n.</summary>
    public static Interval Interval(int b, int c, int n, double confidence)
    {
        var z = Normal.InvCDF(0, 1, 1 - (1 - confidence) / 2);
        return new Interval(Lower(b, c, n, z), -Lower(c, b, n, z));
    }

    /// <summary>The one-sided lower bound: a drop larger than its negative is ruled out.</summary>
    public static double Bound(int b, int c, int n, double confidence) => Lower(b, c, n, Normal.InvCDF(0, 1, confidence));

    /// <summary>The score statistic of a hypothesised difference. b = 1, c = 0, n = 44 at -0.1: 1.70856429.</summary>
    public static double Z(int b, int c, int n, double delta)
    {
        var linear = -b - c + (2.0 * n - c + b) * delta;
        var constant = -b * delta * (1 - delta);
        var q = (Math.Sqrt(linear * linear - 8.0 * n * constant) - linear) / (4.0 * n);
        var variance = n * (2 * q + delta * (1 - delta));
        var distance = c - b - n * delta;
        return variance <= 0 ? distance <= 0 ? 0 : double.PositiveInfinity : distance / Math.Sqrt(variance);
    }

    // The smallest delta below the estimate that is not rejected. Z falls as delta rises; 100 halvings of 2 reach the last bit of a double.
    static double Lower(int b, int c, int n, double z)
    {
        if (b == n) return -1;
        double low = -1, high = (double)(c - b) / n;
        for (var i = 0; i < 100; i++)
        {
            var middle = (low + high) / 2;
            if (Z(b, c, n, middle) > z) low = middle;
            else high = middle;
        }
        return (low + high) / 2;
    }
}
