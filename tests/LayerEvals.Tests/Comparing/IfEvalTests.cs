using System.IO.Compression;
using System.Numerics;
using System.Text.Json;
using LayerEvals.Comparing;
using LayerEvals.Configs;
using LayerEvals.Testing;

namespace LayerEvals.Tests.Comparing;

/// <summary>
/// The verdicts of IFEval's reference on two vendor models, strict and by prompt, compared by the gate and a second time from the definitions: masses as whole
/// numbers, the restricted likelihood maximised by search, bounds by search. Nothing is shared but the two normal quantiles, which are written out.
/// </summary>
public sealed class IfEvalTests
{
    const double Z95 = 1.6448536269514722;
    const double Z975 = 1.959963984540054;

    [Theory]
    [InlineData("gpt-4o-2024-08-06", "claude-3-haiku-20240307")]
    [InlineData("claude-3-haiku-20240307", "gpt-4o-2024-08-06")]
    public void The_gate_agrees_with_the_definitions(string baseline, string candidate)
    {
        var (before, now) = (Passes(baseline), Passes(candidate));
        var pairs = before.Zip(now).ToList();
        var n = pairs.Count;
        var b = pairs.Count(p => p is (true, false));
        var c = pairs.Count(p => p is (false, true));

        var comparison = Pairs.Compare([.. pairs.Select((p, i) => Pairs.Pair($"ifeval/{i}", Outcome(p.First), Outcome(p.Second), "alignment"))], new Gate { Margin = 0.05, Guard = 0.20 });

        var overall = comparison.Overall;
        n.ShouldBe(541);
        (overall.Tally.N, overall.Tally.Regressions, overall.Tally.Fixes).ShouldBe((n, b, c));
        overall.P!.Value.ShouldBe(MidP(b, c), 1e-12);
        Same(overall.Baseline!.Value, (WilsonEnd(before, -1), WilsonEnd(before, 1)));
        Same(overall.Candidate!.Value, (WilsonEnd(now, -1), WilsonEnd(now, 1)));
        Same(overall.DifferenceInterval!.Value, (TangoEnd(b, c, n, Z975, -1), TangoEnd(b, c, n, Z975, 1)));
        overall.Bound!.Value.ShouldBe(TangoEnd(b, c, n, Z95, -1), 1e-9);
        var expected = MidP(b, c) <= 0.05 && TangoEnd(b, c, n, Z95, -1) <= -0.05 ? Verdict.Regression
            : TangoEnd(b, c, n, Z95, -1) > -0.05 ? Verdict.Pass
            : Verdict.NotDecided;
        comparison.Verdict.ShouldBe(expected);
    }

    static Outcome Outcome(bool passed) => passed ? LayerEvals.Outcome.Passed : LayerEvals.Outcome.Failed;

    static List<bool> Passes(string model)
    {
        using var file = File.OpenRead(Repository.Shared("ifeval", model + ".jsonl.gz"));
        using var text = new StreamReader(new GZipStream(file, CompressionMode.Decompress));
        var passes = new List<bool>();
        while (text.ReadLine() is { } line)
        {
            using var json = JsonDocument.Parse(line);
            passes.Add(json.RootElement.GetProperty("strict").EnumerateArray().All(s => s.GetBoolean()));
        }
        return passes;
    }

    static void Same(Interval interval, (double Lower, double Upper) expected)
    {
        interval.Lower.ShouldBe(expected.Lower, 1e-9);
        interval.Upper.ShouldBe(expected.Upper, 1e-9);
    }

    // P(X > b) + P(X = b)/2 over 2^m, in whole numbers.
    static double MidP(int b, int c)
    {
        var (m, ways, doubled) = (b + c, BigInteger.One, BigInteger.Zero);
        for (var k = 0; k <= m; k++)
        {
            if (k > b) doubled += 2 * ways;
            if (k == b) doubled += ways;
            ways = ways * (m - k) / (k + 1);
        }
        return Math.Exp(BigInteger.Log(doubled) - (m + 1) * Math.Log(2));
    }

    // The rate beside the observed one at which the score test just rejects: |p̂ - p| = z √(p(1-p)/n).
    static double WilsonEnd(List<bool> passes, int side)
    {
        var observed = (double)passes.Count(p => p) / passes.Count;
        return Search(observed, side < 0 ? 0 : 1, p => Math.Abs(observed - p) < Z975 * Math.Sqrt(p * (1 - p) / passes.Count));
    }

    static double TangoEnd(int b, int c, int n, double z, int side) =>
        Search((double)(c - b) / n, side, delta => Math.Abs(c - b - n * delta) < z * Math.Sqrt(n * (2 * Restricted(b, c, n, delta) + delta - delta * delta)));

    // The q = P(baseline passes, candidate fails) of the largest likelihood where P(fix) - q = delta; the log likelihood is concave in q.
    static double Restricted(int b, int c, int n, double delta)
    {
        var (low, high) = (Math.Max(0, -delta), (1 - delta) / 2);
        for (var i = 0; i < 300; i++)
        {
            var (left, right) = (low + (high - low) / 3, high - (high - low) / 3);
            if (Slope(left) <= 0) high = left;
            else if (Slope(right) >= 0) low = right;
            else (low, high) = (left, right);
        }
        return (low + high) / 2;

        double Slope(double q) => b / q + c / (q + delta) - 2 * (n - b - c) / (1 - 2 * q - delta);
    }

    static double Search(double inside, double outside, Func<double, bool> holds)
    {
        for (var i = 0; i < 200; i++)
        {
            var middle = (inside + outside) / 2;
            if (holds(middle)) inside = middle;
            else outside = middle;
        }
        return (inside + outside) / 2;
    }
}
