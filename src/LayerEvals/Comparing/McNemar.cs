namespace LayerEvals.Comparing;

/// <summary>McNemar's test on b regressions and c fixes (McNemar 1947; mid-p: Fagerland, Lydersen and Laake 2013; STATISTICS 1.2).</summary>
internal static class McNemar
{
    /// <summary>One-sided mid-p of "got worse": P(X ≥ b) - P(X = b)/2 with X ~ Bin(b + c, 1/2). b = 8, c = 2: 0.03271484375; no discordant pair: 0.5.</summary>
    public static double MidP(int b, int c) => FairCoin.AtLeast(b, b + c) - FairCoin.Exactly(b, b + c) / 2;
}
