using LayerEvals.Comparing;
using LayerEvals.Comparing.Statistics;
using LayerEvals.Configs;

namespace LayerEvals.Benchmarks.GateTables;

/// <summary>
/// Documents of equally many cases. A case takes over what happened to its document with probability √ICC, and else goes its own way: any two cases of a document
/// then correlate by ICC, whatever the truth.
/// </summary>
internal sealed record ClusteredCases(int Documents, int Size, double Icc, PairedTruth Truth)
{
    public ClusteredRun Draw(Draws draws)
    {
        var shared = Math.Sqrt(Icc);
        var documents = new Changes[Documents];
        for (var g = 0; g < Documents; g++)
        {
            var fate = One(draws);
            for (var i = 0; i < Size; i++) documents[g] += Icc > 0 && draws.Uniform() < shared ? fate : One(draws);
        }
        return new ClusteredRun(documents);
    }

    Changes One(Draws draws)
    {
        var chance = draws.Uniform();
        return chance < Truth.Regression ? new Changes(1, 0, 1) : chance < Truth.Discordance ? new Changes(0, 1, 1) : new Changes(0, 0, 1);
    }
}

/// <summary>The documents of one run.</summary>
internal sealed class ClusteredRun(Changes[] documents)
{
    public Changes All { get; } = documents.Aggregate((one, other) => one + other);

    public ClusteredMean Mean { get; } = ClusteredMean.Of([.. documents.Select(d => new ClusterSum(d.N, d.Better - d.Worse))], Sums(documents), default);

    public ClusteredPairs Pairs => new(All.Worse, All.Better, All.N, Mean.DesignEffect, Mean.Clusters);

    /// <summary>The p that the gate takes: never below what the signs of the documents that changed could show.</summary>
    public double P => Math.Max(Mean.PWorse(), McNemar.MidP(documents.Count(d => d.Worse != d.Better), 0));

    static ValueSum Sums(Changes[] documents) => new(documents.Sum(d => d.N), documents.Sum(d => d.Better - d.Worse), documents.Sum(d => d.Better + d.Worse));

    /// <exception cref="InvalidOperationException">The comparison of the cases, one by one, says otherwise.</exception>
    public void Check()
    {
        var results = documents.SelectMany((d, g) => Enumerable.Range(0, d.N).Select(i =>
            new CaseResult($"set/{g}-{i}", [], Passed(i < d.Worse || i >= d.Worse + d.Better), Passed(i >= d.Worse)) { Cluster = $"document-{g}" })).ToList();
        var overall = Comparer.Compare(results, new ComparisonFrame([], new Gate(), new Coverage(results.Count, results.Count), 1)).Overall;
        if (overall.P != P || overall.Bound != Pairs.Bound(0.95)) throw new InvalidOperationException($"expected p {overall.P} and bound {overall.Bound} of the cases, found {P} and {Pairs.Bound(0.95)}");

        static Cell Passed(bool passed) => passed ? new Cell(1, 0, 0, 0) : new Cell(0, 1, 0, 0);
    }
}
