namespace LayerEvals.Comparing.Statistics;

/// <summary>The p of "got worse", and whether every assignment of signs was counted or a sample of them.</summary>
internal readonly record struct SignFlipResult(double P, bool IsExact);

/// <summary>
/// The paired sign-flip permutation test (Fisher 1935, The Design of Experiments, section 21; STATISTICS 1.3): the share of assignments of signs to the
/// differences whose sum is at most the observed one. Zero differences say nothing. {-3, -2, +1} has 2 such assignments of 8: 0.25.
/// On differences of -1 and +1 it is the exact McNemar test.
/// </summary>
internal static class SignFlip
{
    /// <summary>Up to this many non-zero differences every assignment is counted.</summary>
    public const int MostCounted = 20;

    /// <summary>The flips that are drawn beyond it; with the observed assignment they make 100,000.</summary>
    public const int Flips = 99_999;

    public static SignFlipResult Worse(IReadOnlyList<double> differences, int seed)
    {
        var changed = differences.Where(d => d != 0).ToArray();
        return changed.Length <= MostCounted ? new(Counted(changed), true) : new(Drawn(changed, seed), false);
    }

    // Sums that are equal on paper differ in their last bits, and each such tie counts.
    static double Limit(double observed, double[] changed) => observed + 1e-12 * changed.Sum(Math.Abs);

    static double Counted(double[] changed)
    {
        var half = changed.Length / 2;
        var (left, right) = (Sums(changed[..half]), Sums(changed[half..]));
        var limit = Limit(changed.Sum(), changed);
        var hits = 0;
        foreach (var one in left)
        {
            foreach (var other in right)
                if (one + other <= limit) hits++;
        }
        return (double)hits / left.Length / right.Length;
    }

    static double[] Sums(double[] values)
    {
        double[] sums = [0];
        foreach (var value in values) sums = [.. sums.Select(s => s + value), .. sums.Select(s => s - value)];
        return sums;
    }

    // (hits + 1)/(flips + 1): the observed assignment is one of them (Phipson and Smyth 2010). Differences of one size are flipped together.
    static double Drawn(double[] changed, int seed)
    {
        var sizes = Sized(changed);
        var limit = Limit(sizes.Sum(s => s.Size * s.Better), changed);
        var draws = sizes.Select(s => (s.Size, Heads: new HeadCount(s.Count))).ToArray();
        var coin = new Coin(seed);
        var hits = 0;
        for (var i = 0; i < Flips; i++)
        {
            var better = 0.0;
            foreach (var (size, heads) in draws) better += size * heads.Draw(coin);
            if (better <= limit) hits++;
        }
        return (hits + 1.0) / (Flips + 1);
    }

    // 2/3 - 1/3 and 1 - 2/3 are one size.
    static List<(double Size, int Count, int Better)> Sized(double[] changed)
    {
        var sizes = new List<(double Size, int Count, int Better)>();
        foreach (var value in changed.OrderBy(Math.Abs))
        {
            var better = value > 0 ? 1 : 0;
            if (sizes.Count > 0 && Math.Abs(value) - sizes[^1].Size <= 1e-12 * sizes[^1].Size)
                sizes[^1] = (sizes[^1].Size, sizes[^1].Count + 1, sizes[^1].Better + better);
            else
                sizes.Add((Math.Abs(value), 1, better));
        }
        return sizes;
    }
}
