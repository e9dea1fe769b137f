using MathNet.Numerics.Distributions;

namespace LayerEvals.Comparing;

/// <summary>What can be ruled out when no case changed: the best that a number of cases can ever prove.</summary>
internal static class ZeroDiscordance
{
    /// <summary>The one-sided Tango lower bound at b = c = 0: -z²/(n + z²). n = 20 at 95 %: -0.119 (STATISTICS, 1.2).</summary>
    public static double Bound(int n, double confidence)
    {
        var z = Normal.InvCDF(0, 1, confidence);
        return -z * z / (n + z * z);
    }

    /// <summary>The fewest cases whose bound can be above -margin: 52 for 5 points at 95 %.</summary>
    public static int CasesNeeded(double margin, double confidence)
    {
        var z = Normal.InvCDF(0, 1, confidence);
        return (int)Math.Floor(z * z * (1 - margin) / margin) + 1;
    }
}
