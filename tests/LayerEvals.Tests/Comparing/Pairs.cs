using LayerEvals.Comparing;
using LayerEvals.Configs;

namespace LayerEvals.Tests.Comparing;

/// <summary>Pairs of outcomes as the comparison sees them, each a case of its own in one layer.</summary>
internal static class Pairs
{
    public static CaseResult Pair(string key, Outcome? baseline, Outcome? candidate, string layer = "retrieval") => Pair(key, Sampled(baseline), Sampled(candidate), layer);

    public static CaseResult Pair(string key, Cell baseline, Cell candidate, string layer = "retrieval") => new(key, [new LayerCells(layer, baseline, candidate)], baseline, candidate);

    public static Cell Sampled(params IEnumerable<Outcome?> outcomes) => outcomes.Aggregate(new Cell(), (cell, outcome) => cell.With(outcome));

    /// <summary>So many cases of each kind.</summary>
    public static List<CaseResult> Of(int worse = 0, int better = 0, int bothPassed = 0, int bothFailed = 0, string layer = "retrieval") =>
    [
        .. Many(worse, "worse", Outcome.Passed, Outcome.Failed, layer), .. Many(better, "better", Outcome.Failed, Outcome.Passed, layer),
        .. Many(bothPassed, "passed", Outcome.Passed, Outcome.Passed, layer), .. Many(bothFailed, "failed", Outcome.Failed, Outcome.Failed, layer),
    ];

    public static IEnumerable<CaseResult> Many(int count, string name, Outcome? baseline, Outcome? candidate, string layer = "retrieval") =>
        Enumerable.Range(1, count).Select(i => Pair($"{layer}/{name}-{i}", baseline, candidate, layer));

    public static IEnumerable<CaseResult> Many(int count, string name, Outcome?[] baseline, Outcome?[] candidate) =>
        Enumerable.Range(1, count).Select(i => Pair($"retrieval/{name}-{i}", Sampled(baseline), Sampled(candidate)));

    /// <summary>So many clusters of cases that both sides pass.</summary>
    public static List<CaseResult> Clustered(int clusters, int size) =>
        [.. Enumerable.Range(0, clusters * size).Select(i => Pair($"retrieval/case-{i}", Outcome.Passed, Outcome.Passed) with { Cluster = $"document-{i % clusters}" })];

    public static IReadOnlyList<Layer> LayersOf(params IReadOnlyList<string> ids) => [.. ids.Select(id => Layers.All.FirstOrDefault(l => l.Id == id) ?? new Layer(id, id, "", ""))];

    /// <summary>The comparison of a run in which every planned case ran.</summary>
    public static Comparison Compare(IReadOnlyList<CaseResult> results, Gate? gate = null, int samples = 1) =>
        Comparer.Compare(results, new ComparisonFrame(LayersOf([.. results.SelectMany(r => r.Layers).Select(l => l.Layer).Distinct()]), gate ?? new Gate(), new Coverage(results.Count, results.Count), samples));
}
