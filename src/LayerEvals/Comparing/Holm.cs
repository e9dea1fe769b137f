namespace LayerEvals.Comparing;

/// <summary>Holm's step-down correction (Holm 1979; STATISTICS 1.7): the running maximum of (m - r + 1) p(r). {.01, .04, .03} gives {.03, .06, .06}.</summary>
internal static class Holm
{
    public static double[] Adjust(IReadOnlyList<double> p)
    {
        var order = Enumerable.Range(0, p.Count).OrderBy(i => p[i]).ToArray();
        var adjusted = new double[p.Count];
        var largest = 0.0;
        for (var r = 0; r < order.Length; r++)
        {
            largest = Math.Max(largest, Math.Min(1, (order.Length - r) * p[order[r]]));
            adjusted[order[r]] = largest;
        }
        return adjusted;
    }
}
