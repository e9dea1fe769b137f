namespace LayerEvals.Comparing.Statistics;

/// <summary>The exact tests on b regressions and c fixes, X ~ Bin(b + c, 1/2) (McNemar 1947; Fagerland, Lydersen and Laake 2013; STATISTICS 1.2).</summary>
internal static class McNemarExact
{
    /// <summary>One-sided p of "got worse": P(X ≥ b). b = 8, c = 2: 0.0546875; no discordant pair: 1.</summary>
    public static double Worse(int b, int c) => FairCoin.AtLeast(b, b + c);

    /// <summary>Two-sided p: twice the smaller tail. b = 8, c = 2: 0.109375.</summary>
    public static double TwoSided(int b, int c) => Math.Min(1, 2 * FairCoin.AtLeast(Math.Max(b, c), b + c));

    /// <summary>Two-sided mid-p: 2P(X ≤ min) - P(X = min), and 1 - P(X = b)/2 where b = c. b = 8, c = 2: 0.0654296875; no discordant pair: 1.</summary>
    public static double MidP(int b, int c)
    {
        if (b + c == 0) return 1;
        var exactly = FairCoin.Exactly(b, b + c);
        return b == c ? 1 - exactly / 2 : 2 * FairCoin.AtLeast(Math.Max(b, c), b + c) - exactly;
    }
}
