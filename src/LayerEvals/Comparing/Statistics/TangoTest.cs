namespace LayerEvals.Comparing.Statistics;

/// <summary>
/// The score test of a paired difference at a margin (Tango 1998, Statistics in Medicine 17; STATISTICS 1.2). The counts may be fractional, as they are after
/// division by a design effect; with whole counts it is <see cref="Tango"/>.
/// </summary>
internal static class TangoTest
{
    /// <summary>The one-sided p of "worse by the margin or more". b = 1, c = 0, n = 44, margin 0.1: Z = 1.70856429, p = 0.04376584.</summary>
    public static double P(double b, double c, double n, double margin) => Gaussian.Above(Z(b, c, n, -margin));

    /// <summary>The score statistic of a hypothesised difference.</summary>
    public static double Z(double b, double c, double n, double delta)
    {
        var linear = -b - c + (2 * n - c + b) * delta;
        var constant = -b * delta * (1 - delta);
        var q = (Math.Sqrt(linear * linear - 8 * n * constant) - linear) / (4 * n);
        var variance = n * (2 * q + delta * (1 - delta));
        var distance = c - b - n * delta;
        return variance <= 0 ? distance <= 0 ? 0 : double.PositiveInfinity : distance / Math.Sqrt(variance);
    }

    /// <summary>The smallest difference that is not rejected at the critical value, by halving: a drop larger than its negative is ruled out.</summary>
    public static double Bound(double b, double c, double n, double critical)
    {
        double low = -1, high = (c - b) / n;
        for (var i = 0; i < 100; i++)
        {
            var middle = (low + high) / 2;
            if (Z(b, c, n, middle) > critical) low = middle;
            else high = middle;
        }
        return (low + high) / 2;
    }
}
