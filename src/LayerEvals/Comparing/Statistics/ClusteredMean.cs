namespace LayerEvals.Comparing.Statistics;

/// <summary>
/// The mean of values that come in clusters (cases about one document), with the cluster-robust error CR2 of Bell and McCaffrey (2002, Survey Methodology 28)
/// and Satterthwaite's degrees of freedom. For a mean both have a closed form (STATISTICS 1.4). With clusters of one it is the ordinary t.
/// {0, 1}, {1, 1}, {0}: mean 0.6, error 0.25166115, 1.8 degrees of freedom.
/// </summary>
internal sealed record ClusteredMean
{
    public required int N { get; init; }

    public required int Clusters { get; init; }

    public required double Mean { get; init; }

    public required double StandardError { get; init; }

    public required double DegreesOfFreedom { get; init; }

    /// <summary>The squared error over what it would be if every case were its own cluster, and at least 1.</summary>
    public required double DesignEffect { get; init; }

    /// <summary>The values of each cluster, none of them empty.</summary>
    /// <exception cref="ArgumentException">Fewer than two clusters: there is nothing to estimate an error from.</exception>
    public static ClusteredMean Of(IReadOnlyList<IReadOnlyList<double>> clusters) =>
        Of([.. clusters.Select(g => new ClusterSum(g.Count, g.Sum()))], new ValueSum(clusters.Sum(g => g.Count), clusters.Sum(g => g.Sum()), clusters.Sum(g => g.Sum(v => v * v))), default);

    /// <summary>The sums of each cluster, of all of them, and of the cases that stand alone.</summary>
    /// <exception cref="ArgumentException">Fewer than two clusters.</exception>
    public static ClusteredMean Of(IReadOnlyList<ClusterSum> clusters, ValueSum clustered, ValueSum alone)
    {
        var count = clusters.Count + alone.Count;
        if (count < 2) throw new ArgumentException($"Two clusters are the least that have an error, found {count}.", nameof(clusters));
        var all = clustered + alone;
        var n = all.Count;
        var mean = all.Sum / n;
        var meat = alone.Residuals(mean) / (1 - 1.0 / n);
        // 1/(Σ f² + Σ_{g≠h} f_g² f_h²/((1-f_g)(1-f_h))); the pairs are summed by what came before, so that one large cluster cancels nothing.
        var single = 1.0 / n / n / (1 - 1.0 / n);
        var (squares, pairs, before) = ((double)alone.Count / n / n, (double)alone.Count * (alone.Count - 1) * single * single, alone.Count * single);
        foreach (var cluster in clusters)
        {
            var residual = cluster.Sum - cluster.Count * mean;
            var share = (double)cluster.Count / n;
            var others = 1 / (1 - share);
            meat += residual * residual * others;
            squares += share * share;
            pairs += 2 * share * share * others * before;
            before += share * share * others;
        }
        var ordinary = all.Residuals(mean) / (n - 1) / n;
        var robust = meat / n / n;
        return new ClusteredMean
        {
            N = n,
            Clusters = count,
            Mean = mean,
            StandardError = Math.Sqrt(robust),
            DegreesOfFreedom = 1 / (squares + pairs),
            DesignEffect = ordinary > 0 ? Math.Max(1, robust / ordinary) : 1,
        };
    }

    /// <summary>The one-sided p of "below zero".</summary>
    public double PWorse()
    {
        if (StandardError == 0) return Mean == 0 ? 0.5 : Mean < 0 ? 0 : 1;
        return Student.Above(-Mean / StandardError, DegreesOfFreedom);
    }

    /// <summary>The two-sided t interval, not clipped: only the caller knows the scale.</summary>
    public Interval Interval(double confidence)
    {
        var half = Student.Quantile(1 - (1 - confidence) / 2, DegreesOfFreedom) * StandardError;
        return new Interval(Mean - half, Mean + half);
    }
}

/// <summary>How many values a cluster holds, and their sum.</summary>
internal readonly record struct ClusterSum(int Count, double Sum);

/// <summary>How many values, their sum, and the sum of their squares.</summary>
internal readonly record struct ValueSum(int Count, double Sum, double Squares)
{
    public static ValueSum operator +(ValueSum one, ValueSum other) => new(one.Count + other.Count, one.Sum + other.Sum, one.Squares + other.Squares);

    public static ValueSum operator -(ValueSum one, ValueSum other) => new(one.Count - other.Count, one.Sum - other.Sum, one.Squares - other.Squares);

    public ValueSum With(double value) => new(Count + 1, Sum + value, Squares + value * value);

    /// <summary>The sum of squared distances from a mean; rounding never makes it negative.</summary>
    public double Residuals(double mean) => Count == 0 ? 0 : Math.Max(0, Squares - 2 * mean * Sum + Count * mean * mean);
}
