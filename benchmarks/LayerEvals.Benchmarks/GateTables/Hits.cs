namespace LayerEvals.Benchmarks.GateTables;

/// <summary>Counts, column by column, in how many runs something happened.</summary>
internal static class Hits
{
    /// <summary>Makes the runs, each of which answers every column by yes or no.</summary>
    public static Estimate[] Of(int columns, int runs, Action<bool[]> run)
    {
        var hits = new long[columns];
        var answers = new bool[columns];
        for (var i = 0; i < runs; i++)
        {
            Array.Clear(answers);
            run(answers);
            for (var column = 0; column < columns; column++)
                if (answers[column]) hits[column]++;
        }
        return [.. hits.Select(h => Estimate.Share(h, runs))];
    }
}
