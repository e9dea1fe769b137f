namespace LayerEvals.Comparing.Statistics;

/// <summary>
/// eˣ - 1 for x ≤ 0 without cancellation, by Kahan's device (Higham 2002, Accuracy and Stability of Numerical Algorithms, 1.14.1). Our own, because MathNet's
/// <c>SpecialFunctions.Expm1</c> is off by 2e-7 at 0.07 and <c>double.ExpM1</c> is eˣ - 1 taken literally, 8e-8 off at 1e-9.
/// </summary>
internal static class ExpMinusOne
{
    /// <summary>x = -1e-9: -9.999999995e-10.</summary>
    public static double Of(double x)
    {
        var power = Math.Exp(x);
        if (power == 1) return x;
        var difference = power - 1;
        return difference == -1 ? -1 : difference * x / Math.Log(power);
    }
}
