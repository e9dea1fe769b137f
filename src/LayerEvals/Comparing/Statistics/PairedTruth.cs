namespace LayerEvals.Comparing.Statistics;

/// <summary>How likely a case is to regress and to be fixed, were it asked: what a power is computed for.</summary>
internal readonly record struct PairedTruth(double Regression, double Fix)
{
    /// <summary>The share of cases that change.</summary>
    public double Discordance => Regression + Fix;

    /// <summary>The same with the sides swapped.</summary>
    public PairedTruth Mirrored() => new(Fix, Regression);

    /// <summary>A background of changes that cancel out, and a drop that is one way (STATISTICS 1.8). Shares, not points.</summary>
    public static PairedTruth Of(double background, double drop) => new(background / 2 + drop, background / 2);

    /// <summary>
    /// The probability that, of m changed cases among <paramref name="n"/>, at least <paramref name="fewest"/>(m) regress: m ~ Bin(n, ψ) and, given m,
    /// b ~ Bin(m, p10/ψ), enumerated from the likeliest m outwards. What is left out weighs less than 1e-15.
    /// </summary>
    public double AtLeast(int n, Func<int, int> fewest)
    {
        var discordance = Math.Min(1, Discordance);
        if (discordance <= 0) return fewest(0) <= 0 ? 1 : 0;
        var share = Regression / Discordance;
        var likeliest = (int)Math.Min(n, (n + 1.0) * discordance);
        var sum = 0.0;
        for (var m = likeliest; m >= 0; m--)
            if (!Add(m)) break;
        for (var m = likeliest + 1; m <= n; m++)
            if (!Add(m)) break;
        return Math.Min(1, sum);

        bool Add(int m)
        {
            var weight = Binomial.Exactly(m, n, discordance);
            sum += weight * Binomial.AtLeast(fewest(m), m, share);
            return weight > 1e-19;
        }
    }
}
