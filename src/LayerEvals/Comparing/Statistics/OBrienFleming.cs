namespace LayerEvals.Comparing.Statistics;

/// <summary>
/// The boundaries of O'Brien and Fleming (1979, Biometrics 35:549) for equally spaced looks at one-sided .05: at look j of K a score beyond C√(K/j) stops.
/// C is from Jennison and Turnbull 2000, table 2.3 (two-sided .10), with digits added by integrating to a level of .05. K = 2: 2.373, 1.678.
/// </summary>
internal static class OBrienFleming
{
    /// <summary>The boundaries in the order of the looks.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The looks are not 2 to 5.</exception>
    public static double[] Boundaries(int looks)
    {
        var last = looks switch
        {
            2 => 1.67795274,
            3 => 1.70960608,
            4 => 1.73309992,
            5 => 1.75086581,
            _ => throw new ArgumentOutOfRangeException(nameof(looks), looks, "Boundaries are kept for 2 to 5 looks."),
        };
        return [.. Enumerable.Range(1, looks).Select(j => last * Math.Sqrt((double)looks / j))];
    }
}
