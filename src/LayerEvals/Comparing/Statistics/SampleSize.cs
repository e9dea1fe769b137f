namespace LayerEvals.Comparing.Statistics;

/// <summary>The normal approximations of the cases that a paired comparison takes. Optimistic where fewer than about ten cases change (STATISTICS 1.8).</summary>
internal static class SampleSize
{
    /// <summary>
    /// To show a regression (Connor 1987, Biometrics 43:207): ((z_α √ψ + z_β √(ψ - δ²))/δ)² with ψ = p10 + p01 and δ = p10 - p01.
    /// p10 = .10, p01 = .05, one-sided .05, power .8: 368.85.
    /// </summary>
    public static double ToShowWorse(PairedTruth truth, double alpha, double power)
    {
        var (changed, drop) = (truth.Discordance, truth.Regression - truth.Fix);
        var root = (Gaussian.Quantile(1 - alpha) * Math.Sqrt(changed) + Gaussian.Quantile(power) * Math.Sqrt(changed - drop * drop)) / drop;
        return root * root;
    }

    /// <summary>
    /// To rule a drop of the margin out (STATISTICS 1.8): (z_α + z_β)² (ψ - δ²)/(δ + margin)² with δ = p01 - p10, the change that is true.
    /// 10 % discordance, no change, margin .05, 95 % confidence, power .8: 247.30.
    /// </summary>
    public static double ToPass(PairedTruth truth, double margin, double confidence, double power)
    {
        var change = truth.Fix - truth.Regression;
        var z = Gaussian.Quantile(confidence) + Gaussian.Quantile(power);
        return z * z * (truth.Discordance - change * change) / ((change + margin) * (change + margin));
    }
}
