namespace LayerEvals.Comparing.Statistics;

/// <summary>Finds by halving where a condition begins to hold.</summary>
internal static class Halving
{
    /// <summary>The first of <paramref name="low"/> to <paramref name="high"/> that holds, where all after the first do; high + 1 where none does.</summary>
    public static int First(int low, int high, Func<int, bool> holds)
    {
        high++;
        while (low < high)
        {
            var middle = low + (high - low) / 2;
            if (holds(middle)) high = middle;
            else low = middle + 1;
        }
        return low;
    }
}
