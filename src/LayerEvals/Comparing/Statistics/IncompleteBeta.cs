namespace LayerEvals.Comparing.Statistics;

/// <summary>
/// The regularised incomplete beta function and its inverse, by the continued fraction of DLMF 8.17.22. Our own, because MathNet's
/// <c>Beta.InvCDF</c> is off by 4e-7 of the value at Beta(1, 1000000) and by 1e-8 at Beta(7, 999994); this is within 1e-11.
/// </summary>
internal static class IncompleteBeta
{
    /// <summary>I_x(a, b), with y = 1 - x given apart because near x = 1 it cannot be had from x. I_0.3(1, 2) = 1 - 0.7² = 0.51.</summary>
    public static double Below(double x, double y, double a, double b)
    {
        if (x <= 0) return 0;
        if (y <= 0) return 1;
        return x < (a + 1) / (a + b + 2) ? Kernel(x, y, a, b) * Fraction(x, a, b) / a : 1 - Kernel(x, y, a, b) * Fraction(y, b, a) / b;
    }

    /// <summary>The x with I_x(a, b) = p: Newton's steps, halved wherever they leave the bracket. Beta(1, 2) at 0.51: 0.3.</summary>
    public static double Quantile(double p, double a, double b)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(p);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(p, 1);
        double low = 0, high = 1, x = a / (a + b);
        for (var i = 0; i < 200; i++)
        {
            var error = Below(x, 1 - x, a, b) - p;
            if (error == 0) return x;
            if (error > 0) high = x;
            else low = x;
            var next = x - error * x * (1 - x) / Kernel(x, 1 - x, a, b);
            if (!(next > low && next < high)) next = (low + high) / 2;
            if (Math.Abs(next - x) <= 1e-15 * x) return next;
            x = next;
        }
        return x;
    }

    // xᵃ yᵇ / B(a, b)
    static double Kernel(double x, double y, double a, double b) => SaddlePoint.Mass(a, a + b, x, y) * a * b / (a + b);

    // Lentz's evaluation as modified by Thompson and Barnett (1986); about √max(a, b) rounds.
    static double Fraction(double x, double a, double b)
    {
        const double tiny = 1e-300;
        double c = 1, d = 1 / NotZero(1 - (a + b) * x / (a + 1)), result = d;
        for (var m = 1; m < 100_000; m++)
        {
            var even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / NotZero(1 + even * d);
            c = NotZero(1 + even / c);
            result *= d * c;
            var odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / NotZero(1 + odd * d);
            c = NotZero(1 + odd / c);
            result *= d * c;
            if (Math.Abs(d * c - 1) < 1e-16) break;
        }
        return result;

        static double NotZero(double value) => Math.Abs(value) < tiny ? tiny : value;
    }
}
