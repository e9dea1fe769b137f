namespace LayerEvals.Comparing.Statistics;

/// <summary>The chance that a candidate that changes nothing is shown to be within an allowed drop, and the cases that it takes (STATISTICS 2.6), quick at any size.</summary>
/// <param name="allowed">The margin or guard, a share.</param>
/// <param name="confidence">The confidence of the one-sided bound.</param>
/// <param name="discordance">The share of cases that change either way although nothing did.</param>
internal sealed class PassChance(double allowed, double confidence, double discordance)
{
    // Where more cases than this change, the normal approximation is within 0.2 points of the exact chance.
    const int MostChangesCounted = 1000;

    readonly PassPower exact = new(allowed, confidence);
    readonly PairedTruth nothing = PairedTruth.Of(discordance, 0);

    /// <summary>The chance with <paramref name="n"/> cases. Margin .05, 5 % discordance, n = 100: 0.584.</summary>
    public double Of(int n) => n * discordance <= MostChangesCounted
        ? exact.Of(n, nothing)
        : 1 - Gaussian.Above(allowed * Math.Sqrt(n / discordance) - Gaussian.Quantile(confidence));

    /// <summary>
    /// The chance with <paramref name="n"/> cases of <paramref name="samples"/> askings each, where the discordance is chance between askings: its variance D becomes
    /// D/k, and the mean difference, normal, is held against the adjusted t bound (STATISTICS 1.3, 1.5). Margin .05, 10 % discordance, n = 100, k = 3: 0.753; simulated 0.760.
    /// </summary>
    public double Of(int n, int samples)
    {
        if (samples == 1) return Of(n);
        var variance = discordance / samples;
        var least = (HalfWidth(n, variance) - allowed) * (n + 2) / n;
        return variance == 0 ? least < 0 ? 1 : 0 : Gaussian.Above(least / Math.Sqrt(variance / n));
    }

    /// <summary>The drop that stays possible even when no case changes. n = 20 at 95 %: 0.119.</summary>
    public double StaysPossible(int n, int samples) => samples == 1 ? -ZeroDiscordance.Bound(n, confidence) : HalfWidth(n, 0);

    /// <summary>
    /// How many cases more than <paramref name="n"/> give the chance <paramref name="power"/>: 0 where n do, null beyond a million. Margin .05, 5 % discordance, n = 100: 58.
    /// </summary>
    public int? MoreThan(int n, double power, int samples = 1)
    {
        if (Of(n, samples) >= power) return 0;
        if (Needed(power, samples) is not { } needed) return null;
        // The chance is a saw over n: where it was reached before and sags, it is reached again a few cases on.
        for (needed = Math.Max(needed, n + 1); Of(needed, samples) < power; needed++) { }
        return needed - n;
    }

    // Of the adjusted t: +1 and -1 are appended to n differences of this variance.
    double HalfWidth(int n, double variance) => Student.Quantile(confidence, n + 1) * Math.Sqrt((n * variance + 2) / (n + 1) / (n + 2));

    int? Needed(double power, int samples)
    {
        var about = SampleSize.ToPass(PairedTruth.Of(discordance / samples, 0), allowed, confidence, power);
        if (about > PassPower.MostCases) return null;
        if (samples > 1) return Halving.First(1, PassPower.MostCases, n => Of(n, samples) >= power);
        return about * discordance <= MostChangesCounted ? exact.CasesNeeded(nothing, power) : (int)Math.Ceiling(about);
    }
}
