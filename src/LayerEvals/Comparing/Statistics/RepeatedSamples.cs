namespace LayerEvals.Comparing.Statistics;

/// <summary>How many of a case's scored samples passed.</summary>
internal readonly record struct SampleCount(int Passed, int Scored)
{
    public double Rate => (double)Passed / Scored;
}

/// <summary>
/// Where the variance of a pass rate comes from when each case is asked k times: from the cases, or from asking again (one-way components of variance, Searle,
/// Casella and McCulloch 1992, chapter 3; STATISTICS 1.5). {0 of 2, 1 of 2, 2 of 2}: within 1/6, variance of the means 1/4, between 1/6.
/// </summary>
internal sealed record RepeatedSamples
{
    public required int N { get; init; }

    public required double Mean { get; init; }

    /// <summary>The mean over cases of p(1-p) k/(k-1).</summary>
    public required double Within { get; init; }

    /// <summary>The variance of the cases' means less what asking again adds to it; below zero by chance where cases hardly differ.</summary>
    public required double Between { get; init; }

    /// <summary>√(s²/n) of the cases' means; it already holds both sources.</summary>
    public required double StandardError { get; init; }

    /// <summary>The share of cases asked at least twice that passed and failed. A case that passes 95 % of the time looks so in 14 % of threes.</summary>
    public required double FlakyShare { get; init; }

    /// <summary>The chance that two askings of one case disagree: the discordance of a configuration with itself.</summary>
    public double SelfDisagreement => 2 * Within;

    /// <summary>The correlation of two samples of one case; null where nothing varied.</summary>
    public double? Icc
    {
        get
        {
            var between = Math.Max(0, Between);
            return between + Within > 0 ? between / (between + Within) : null;
        }
    }

    /// <summary>The standard error to expect of as many cases asked <paramref name="k"/> times.</summary>
    public double ErrorAt(int k) => Math.Sqrt(Math.Max(0, Between + Within / k) / N);

    /// <summary>Cases with at least one scored sample; the number of samples may differ where some errored. Null where fewer than two cases, or no case twice.</summary>
    public static RepeatedSamples? Of(IReadOnlyList<SampleCount> cases)
    {
        var repeated = cases.Where(c => c.Scored >= 2).ToList();
        if (cases.Count < 2 || repeated.Count == 0) return null;
        var mean = cases.Average(c => c.Rate);
        var variance = cases.Sum(c => (c.Rate - mean) * (c.Rate - mean)) / (cases.Count - 1);
        var within = repeated.Average(c => (double)c.Passed * (c.Scored - c.Passed) / c.Scored / (c.Scored - 1));
        return new RepeatedSamples
        {
            N = cases.Count,
            Mean = mean,
            Within = within,
            Between = variance - within * cases.Average(c => 1.0 / c.Scored),
            StandardError = Math.Sqrt(variance / cases.Count),
            FlakyShare = (double)repeated.Count(c => c.Passed > 0 && c.Passed < c.Scored) / repeated.Count,
        };
    }
}
