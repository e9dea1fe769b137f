namespace LayerEvals.Comparing.Statistics;

/// <summary>
/// The exact power of the one-sided mid-p McNemar test at a level, and the smallest drop that it finds (STATISTICS 1.8, table 2.6). Keeps what it learnt of the
/// test for the next question, so one instance serves all layers of a level; it is for one thread.
/// </summary>
internal sealed class McNemarPower(double alpha)
{
    readonly Dictionary<int, int> fewest = [];

    /// <summary>The chance that <paramref name="n"/> cases show a regression. n = 4 and every case regresses: 1, and with n = 3: 0, at the level .05.</summary>
    public double Of(int n, PairedTruth truth) => truth.AtLeast(n, FewestRegressions);

    /// <summary>
    /// The drop that is found with the given power, or null where even the largest is not. The power rises with the drop: one more regression in place of an unchanged
    /// case never raises the p. n = 50, background 5 %, power .8: a drop of 15.0 points.
    /// </summary>
    public double? SmallestDrop(int n, double background, double power)
    {
        var largest = 1 - background;
        double low = 0, high = Math.Min(largest, 1.0 / n);
        for (; Reached(high) < power; high = Math.Min(largest, 2 * high))
        {
            if (high == largest) return null;
            low = high;
        }
        for (var i = 0; i < 32; i++)
        {
            var middle = (low + high) / 2;
            if (Reached(middle) < power) low = middle;
            else high = middle;
        }
        return high;

        double Reached(double drop) => Of(n, PairedTruth.Of(background, drop));
    }

    // The fewest regressions of m changed cases that are significant; m + 1 where none are enough.
    int FewestRegressions(int m)
    {
        if (fewest.TryGetValue(m, out var known)) return known;
        return fewest[m] = Halving.First((m + 1) / 2, m, b => McNemar.MidP(b, m - b) <= alpha);
    }
}
