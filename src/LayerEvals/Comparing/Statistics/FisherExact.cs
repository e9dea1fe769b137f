namespace LayerEvals.Comparing.Statistics;

/// <summary>
/// Fisher's exact test, one-sided: the chance that so many or fewer of the passes fall on the second group, all margins given (Fisher 1935; STATISTICS 1.12, drift).
/// The tea tasting, 3 of 4 against 1 of 4: 17/70 = 0.24285714.
/// </summary>
internal static class FisherExact
{
    /// <summary>The one-sided p of "the second rate is lower".</summary>
    public static double Lower(SampleCount first, SampleCount second)
    {
        var passed = first.Passed + second.Passed;
        var all = first.Scored + second.Scored;
        var fewest = Math.Max(0, passed - first.Scored);
        var most = Math.Min(passed, second.Scored);
        var mean = (double)passed * second.Scored / all;
        return second.Passed <= mean ? Down(second.Passed, fewest) : 1 - Up(second.Passed + 1, most);

        double Down(int from, int to)
        {
            var (sum, term) = (0.0, Exactly(from));
            for (var k = from; k >= to && term > sum * 1e-18; k--)
            {
                sum += term;
                term *= (double)k / (passed - k + 1) * (first.Scored - passed + k) / (second.Scored - k + 1);
            }
            return sum;
        }

        double Up(int from, int to)
        {
            var (sum, term) = (0.0, from > to ? 0 : Exactly(from));
            for (var k = from; k <= to && term > sum * 1e-18; k++)
            {
                sum += term;
                term *= (double)(passed - k) / (k + 1) * (second.Scored - k) / (first.Scored - passed + k + 1);
            }
            return sum;
        }

        // Loader 2000: the hypergeometric mass from three binomial ones, at the rate where they are largest.
        double Exactly(int k)
        {
            var rate = (double)passed / all;
            return Binomial.Exactly(k, second.Scored, rate) * Binomial.Exactly(passed - k, first.Scored, rate) / Binomial.Exactly(passed, all, rate);
        }
    }
}
