using MathNet.Numerics;

namespace LayerEvals.Comparing.Statistics;

/// <summary>Binomial masses without overflow or cancellation, by Loader, "Fast and accurate computation of binomial probabilities" (2000).</summary>
internal static class SaddlePoint
{
    /// <summary>
    /// Γ(n+1)/(Γ(k+1)Γ(n-k+1)) pᵏ qⁿ⁻ᵏ for real 0 ≤ k ≤ n, with q = 1 - p given apart because near p = 1 it cannot be had from p. n = 10, k = 3, p = 1/2: 120/1024.
    /// </summary>
    public static double Mass(double k, double n, double p, double q)
    {
        if (k == 0) return Math.Exp(n * Log(q, p));
        if (k == n) return Math.Exp(n * Log(p, q));
        if (p <= 0 || q <= 0) return 0;
        var exponent = StirlingError(n) - StirlingError(k) - StirlingError(n - k) - Deviance(k, n * p) - Deviance(n - k, n * q);
        return Math.Exp(exponent) * Math.Sqrt(n / (2 * Math.PI * k * (n - k)));
    }

    // ln p, where rest = 1 - p. double.LogP1 is ln(1 + x) taken literally, 8e-8 off at x = 1e-9; MathNet's Log1p is good to the last digit.
    static double Log(double p, double rest) => rest < 0.1 ? SpecialFunctions.Log1p(-rest) : Math.Log(p);

    /// <summary>ln Γ(x+1) - ln(√(2πx)(x/e)ˣ) for x > 0: Stirling's series from 16, and below it stepped down by Γ(x+1) = xΓ(x).</summary>
    static double StirlingError(double x)
    {
        var steps = 0.0;
        for (; x < 16; x++) steps += (x + 0.5) * SpecialFunctions.Log1p(1 / x) - 1;
        var square = x * x;
        return steps + (1.0 / 12 - (1.0 / 360 - (1.0 / 1260 - (1.0 / 1680 - 1.0 / 1188 / square) / square) / square) / square) / x;
    }

    // x ln(x/np) + np - x without cancellation (Loader's bd0).
    static double Deviance(double x, double np)
    {
        if (Math.Abs(x - np) >= 0.1 * (x + np)) return x * Math.Log(x / np) + np - x;
        var v = (x - np) / (x + np);
        var sum = (x - np) * v;
        var term = 2 * x * v;
        for (var j = 1; j < 1000; j++)
        {
            term *= v * v;
            var next = sum + term / (2 * j + 1);
            if (next == sum) break;
            sum = next;
        }
        return sum;
    }
}
