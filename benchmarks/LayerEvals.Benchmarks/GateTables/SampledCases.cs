using LayerEvals.Comparing;
using LayerEvals.Comparing.Statistics;
using LayerEvals.Configs;
using MathNet.Numerics;

namespace LayerEvals.Benchmarks.GateTables;

/// <summary>
/// Cases of which 85 % pass, each with a probability of its own from a Beta distribution, asked k times a side. Noise is how often two askings of one case disagree; a
/// reshuffled case draws its probability anew for the candidate; a drop makes cases fail for good. (passes of the baseline, passes of the candidate) of one case has
/// (k + 1)² values, and is drawn from their probabilities.
/// </summary>
internal sealed class SampledCases
{
    const double Rate = 0.85;

    readonly double[] cumulative;
    readonly int samples;

    public SampledCases(double noise, double reshuffle, int samples, double drop = 0)
    {
        this.samples = samples;
        var spread = 2 * Rate * (1 - Rate);
        // Of a + b = s, 2E[p(1-p)] = spread s/(s+1); without noise every p is 0 or 1, which a tiny s is close to.
        var sum = Math.Max(noise / (spread - noise), 1e-9);
        var (anew, dead) = (reshuffle / (spread - noise), drop / Rate);
        var one = Enumerable.Range(0, samples + 1).Select(x => Passes(x, samples, sum)).ToArray();
        var total = 0.0;
        cumulative = new double[(samples + 1) * (samples + 1)];
        for (var x = 0; x <= samples; x++)
        {
            for (var y = 0; y <= samples; y++)
            {
                var ways = SpecialFunctions.Binomial(samples, x) * SpecialFunctions.Binomial(samples, y) / SpecialFunctions.Binomial(2 * samples, x + y);
                var alive = (1 - anew) * ways * Passes(x + y, 2 * samples, sum) + anew * one[x] * one[y];
                cumulative[x * (samples + 1) + y] = total += (1 - dead) * alive + (y == 0 ? dead * one[x] : 0);
            }
        }
    }

    // The beta-binomial probability of x passes.
    static double Passes(int x, int n, double sum)
    {
        var (a, b) = (Rate * sum, (1 - Rate) * sum);
        return SpecialFunctions.Binomial(n, x) * Math.Exp(SpecialFunctions.BetaLn(a + x, b + n - x) - SpecialFunctions.BetaLn(a, b));
    }

    public SampledRun Draw(Draws draws, int n)
    {
        var run = new SampledRun(samples);
        for (var i = 0; i < n; i++)
        {
            var picked = draws.Pick(cumulative);
            run.Add(picked / (samples + 1), picked % (samples + 1));
        }
        return run;
    }
}

/// <summary>The cases of one run.</summary>
internal sealed class SampledRun(int samples)
{
    readonly List<(int Before, int Now)> passes = [];
    MeanDifference means;

    public void Add(int before, int now)
    {
        passes.Add((before, now));
        means.Add((double)now / samples - (double)before / samples);
        Majority += new Changes(2 * before > samples && 2 * now < samples ? 1 : 0, 2 * before < samples && 2 * now > samples ? 1 : 0, 1);
    }

    /// <summary>The mean difference, without the last bits that thirds leave.</summary>
    public double Difference => (double)passes.Sum(p => p.Now - p.Before) / samples / means.N;

    public MeanDifference Means => means;

    /// <summary>The ordinary paired t: the cluster-robust one with clusters of one.</summary>
    public ClusteredMean T => ClusteredMean.Of([], default, means.Sums);

    /// <summary>What changed in the majority of a case's samples.</summary>
    public Changes Majority { get; private set; }

    public double MajorityP => McNemar.MidP(Majority.Worse, Majority.Better);

    /// <summary>The p that the gate takes: the counts of single askings, the t test of means of several.</summary>
    public double P => samples == 1 ? MajorityP : means.PWorse();

    /// <exception cref="InvalidOperationException">The comparison of the cases, one by one, says otherwise.</exception>
    public void Check()
    {
        var frame = new ComparisonFrame([], new Gate(), new Coverage(passes.Count, passes.Count), samples);
        var overall = Comparer.Compare(passes.Select((p, i) => new CaseResult($"set/{i}", [], Of(p.Before), Of(p.Now))), frame).Overall;
        var bound = samples == 1 ? Tango.Bound(Majority.Worse, Majority.Better, passes.Count, 0.95) : means.Bound(0.95);
        if (overall.P != P || overall.Bound != bound) throw new InvalidOperationException($"expected p {overall.P} and bound {overall.Bound} of the cases, found {P} and {bound}");

        Cell Of(int passed) => new((ushort)passed, (ushort)(samples - passed), 0, 0);
    }
}
