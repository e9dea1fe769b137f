namespace LayerEvals.Comparing.Statistics;

/// <summary>
/// Student's t for any positive degrees of freedom. Our own, because MathNet's <c>StudentT.InvCDF</c> throws at df = 1, p = 0.9999 and is off by 1e-9 at
/// df = 1000000, and its <c>CDF</c> by 8e-8 near zero; this is within 1e-10.
/// </summary>
internal static class Student
{
    /// <summary>P(T > t) = I(df/2, 1/2)/2 at df/(df + t²) for t ≥ 0 (DLMF 8.17). df = 1, t = 1: 0.25.</summary>
    public static double Above(double t, double df)
    {
        if (t < 0) return 1 - Above(-t, df);
        var square = t * t;
        return IncompleteBeta.Below(1 / (1 + square / df), 1 / (1 + df / square), df / 2, 0.5) / 2;
    }

    /// <summary>The t with P(T ≤ t) = p. df = 10 at 0.975: 2.228138851986274.</summary>
    public static double Quantile(double p, double df)
    {
        if (p < 0.5) return -FromTail(p, df);
        return p == 0.5 ? 0 : FromTail(1 - p, df);
    }

    // Newton from the normal quantile, which is never above Student's: to its right the cdf is concave, so the steps only ever climb.
    static double FromTail(double tail, double df)
    {
        var t = -Gaussian.Quantile(tail);
        for (var i = 0; i < 500; i++)
        {
            var step = (Above(t, df) - tail) / Density(t, df);
            t += step;
            if (Math.Abs(step) <= 1e-15 * t) break;
        }
        return t;
    }

    // The derivative of the beta form of the cdf: xᵃ yᵇ/B(a, b)/t with a = df/2 and b = 1/2.
    static double Density(double t, double df)
    {
        var square = t * t;
        var (x, y) = (1 / (1 + square / df), 1 / (1 + df / square));
        return SaddlePoint.Mass(df / 2, (df + 1) / 2, x, y) * df / 2 / (df + 1) / t;
    }
}
