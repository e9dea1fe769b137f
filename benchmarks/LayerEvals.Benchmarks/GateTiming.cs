using System.Diagnostics;
using System.Globalization;
using LayerEvals.Comparing;
using LayerEvals.Comparing.Statistics;
using LayerEvals.Configs;

namespace LayerEvals.Benchmarks;

/// <summary>How long the gate takes: <see cref="Comparer.Compare"/> on generated cases, with its sentences, without reading or writing anything.</summary>
internal static class GateTiming
{
    const int Seed = 20260901;

    // Each is timed so often; the median is what it takes, however busy the machine was once.
    const int Rounds = 5;

    sealed record Shape(int Cases, int Samples = 1, int ClusterSize = 1)
    {
        public override string ToString() =>
            string.Create(CultureInfo.InvariantCulture, $"{Cases:N0} cases x 8 layers{(Samples == 1 ? "" : $", {Samples} samples each")}{(ClusterSize == 1 ? "" : $", clusters of {ClusterSize}")}");
    }

    public static void Write(TextWriter print, TimeProvider time)
    {
        Measure(Cases(new Shape(1_000, 3, 5)), new Shape(1_000, 3, 5), time);
        print.WriteLine("| | time | processor time | allocated | verdict |\n|---|---:|---:|---:|---|");
        foreach (var shape in new Shape[] { new(500), new(10_000), new(1_000_000), new(1_000_000, ClusterSize: 5), new(1_000_000, Samples: 3), new(1_000_000, 3, 5) })
        {
            var results = Cases(shape);
            var rounds = Enumerable.Range(0, Rounds).Select(_ => Measure(results, shape, time)).OrderBy(r => r.Seconds).ToList();
            var (seconds, worked, allocated, verdict) = rounds[Rounds / 2];
            print.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {shape} | {seconds:0.000} s | {worked:0.000} s | {allocated / 1e6:N0} MB | {verdict} |"));
        }
        using var process = Process.GetCurrentProcess();
        print.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\nPeak memory, the generated cases included: {process.PeakWorkingSet64 / 1e6:N0} MB."));
    }

    static (double Seconds, double Worked, long Allocated, Verdict Verdict) Measure(IReadOnlyList<CaseResult> results, Shape shape, TimeProvider time)
    {
        var frame = new ComparisonFrame(Names, new Gate(), new Coverage(results.Count, results.Count), shape.Samples);
        using var process = Process.GetCurrentProcess();
        var (before, allocated, start) = (process.TotalProcessorTime, GC.GetTotalAllocatedBytes(), time.GetTimestamp());
        var comparison = Comparer.Compare(results, frame);
        var seconds = time.GetElapsedTime(start).TotalSeconds;
        process.Refresh();
        return (seconds, (process.TotalProcessorTime - before).TotalSeconds, GC.GetTotalAllocatedBytes() - allocated, comparison.Verdict);
    }

    // One case in ten changes in each layer, as often to the better as to the worse, and one in two hundred is lost.
    static List<CaseResult> Cases(Shape shape)
    {
        var coin = new Coin(Seed);
        return [.. Enumerable.Range(0, shape.Cases).Select(i => new CaseResult($"set/{i}", [.. Names.Select(l => new LayerCells(l.Id, Draw(0.05), Draw(0.05)))], Draw(0.1), Draw(0.1))
        {
            Cluster = shape.ClusterSize == 1 ? null : $"document-{i / shape.ClusterSize}",
        })];

        Cell Draw(double fails)
        {
            var cell = new Cell();
            for (var sample = 0; sample < shape.Samples; sample++)
            {
                var chance = coin.Uniform();
                cell = cell.With(chance < fails ? Outcome.Failed : chance > 0.9975 ? Outcome.Errored : Outcome.Passed);
            }
            return cell;
        }
    }

    static readonly Layer[] Names = [.. Layers.All, new Layer("policy", "Policy", "", "")];
}
