namespace LayerEvals.Comparing.Statistics;

/// <summary>
/// Benjamini and Hochberg's step-up correction (1995, JRSS B 57; STATISTICS 1.7): the running minimum, from the largest p down, of p(r) m/r. It bounds the share of
/// false discoveries and is for exploring, never for the gate. {.01, .04, .03} gives {.03, .04, .04}.
/// </summary>
internal static class BenjaminiHochberg
{
    public static double[] Adjust(IReadOnlyList<double> p)
    {
        var order = Enumerable.Range(0, p.Count).OrderBy(i => p[i]).ToArray();
        var adjusted = new double[p.Count];
        var smallest = 1.0;
        for (var r = order.Length; r > 0; r--)
        {
            smallest = Math.Min(smallest, p[order[r - 1]] * ((double)order.Length / r));
            adjusted[order[r - 1]] = smallest;
        }
        return adjusted;
    }
}
