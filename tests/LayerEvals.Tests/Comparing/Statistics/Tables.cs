using LayerEvals.Comparing.Statistics;

namespace LayerEvals.Tests.Comparing.Statistics;

/// <summary>Every table of n pairs with its trinomial probability: slow and plain.</summary>
internal static class Tables
{
    public static double Probability(int n, PairedTruth truth, Func<int, int, bool> holds)
    {
        var sum = 0.0;
        for (var b = 0; b <= n; b++)
        {
            for (var c = 0; c <= n - b; c++)
            {
                var ways = (double)(Exact.Choose(n, b) * Exact.Choose(n - b, c));
                if (holds(b, c)) sum += ways * Math.Pow(truth.Regression, b) * Math.Pow(truth.Fix, c) * Math.Pow(Math.Max(0, 1 - truth.Regression - truth.Fix), n - b - c);
            }
        }
        return sum;
    }
}
