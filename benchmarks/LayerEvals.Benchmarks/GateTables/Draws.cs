using LayerEvals.Comparing.Statistics;

namespace LayerEvals.Benchmarks.GateTables;

/// <summary>Seeded draws of what a simulation needs.</summary>
internal sealed class Draws(int seed)
{
    readonly Coin coin = new(seed);

    public double Uniform() => coin.Uniform();

    /// <summary>How many of n cases do what each does with a probability: from one that does to the next, by the geometric distribution.</summary>
    public int Binomial(int n, double probability)
    {
        if (probability <= 0) return 0;
        var log = Math.Log(1 - probability);
        var hits = 0;
        for (var i = Gap(); i < n; i += 1 + Gap()) hits++;
        return hits;

        double Gap() => Math.Floor(Math.Log(1 - coin.Uniform()) / log);
    }

    /// <summary>The regressions and fixes of n cases.</summary>
    public Changes Changes(int n, PairedTruth truth)
    {
        var worse = Binomial(n, truth.Regression);
        return new Changes(worse, Binomial(n - worse, truth.Fix / (1 - truth.Regression)), n);
    }

    /// <summary>Which of several cumulative probabilities a draw falls below.</summary>
    public int Pick(double[] cumulative)
    {
        var found = Array.BinarySearch(cumulative, coin.Uniform());
        return Math.Min(found < 0 ? ~found : found + 1, cumulative.Length - 1);
    }
}

/// <summary>b and c of n cases.</summary>
internal readonly record struct Changes(int Worse, int Better, int N)
{
    public static Changes operator +(Changes one, Changes other) => new(one.Worse + other.Worse, one.Better + other.Better, one.N + other.N);

    public double Difference => (double)(Better - Worse) / N;
}
