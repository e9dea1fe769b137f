using LayerEvals.Comparing;
using LayerEvals.Comparing.Statistics;

namespace LayerEvals.Benchmarks.GateTables;

/// <summary>Table 2.5: cases that rise and fall together, by document.</summary>
internal static class ClusterTables
{
    const double Alpha = 0.05;

    static readonly double[] Correlations = [0, 0.1, 0.3, 0.6];

    static string Icc(double icc) => icc.ToString("0.#", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>2.5 (a): Regression.</summary>
    public static GateTable Blocks(int runs) => new("2.5", 0, "Clusters, discordance 10 %: the chance of Regression, percent")
    {
        PublishedRuns = 4_000,
        Keys = ["documents", "cases each", "ICC", "true change"],
        Columns = [new("McNemar, clusters ignored", 4), new("CR2 t", 5), new("the gate")],
        Rows = [.. from size in new (int G, int M)[] { (10, 5), (20, 5), (60, 5), (20, 15), (200, 5), (30, 10) }
                   from icc in Correlations
                   from drop in new[] { 0, 0.10 }
                   select new TableRow([ExactTables.Whole(size.G), ExactTables.Whole(size.M), Icc(icc), drop == 0 ? "0" : "-10"],
                       seed => Blocked(seed, new ClusteredCases(size.G, size.M, icc, PairedTruth.Of(0.10, drop)), runs))],
    };

    static Estimate[] Blocked(int seed, ClusteredCases cases, int runs)
    {
        var draws = new Draws(seed);
        cases.Draw(draws).Check();
        return Hits.Of(3, runs, answers =>
        {
            var run = cases.Draw(draws);
            answers[0] = McNemar.MidP(run.All.Worse, run.All.Better) <= Alpha;
            answers[1] = run.Mean.PWorse() <= Alpha;
            answers[2] = run.P <= Alpha;
        });
    }

    /// <summary>2.5 (b): Pass. Below 30 documents the gate gives none.</summary>
    public static GateTable Passes(int runs) => new("2.5", 1, "Clusters: the worst share that a drop of the margin (5, 10; discordance 2, 5, 10 %) passes, percent")
    {
        PublishedRuns = 4_000,
        Keys = ["documents", "cases each", "ICC"],
        Columns = [new("Tango, clusters ignored", 3), new("CR2 t", 4), new("Tango over the design effect", 5)],
        Rows = [.. from size in new (int G, int M)[] { (10, 5), (20, 5), (20, 15), (30, 10), (60, 5), (200, 5) }
                   from icc in Correlations
                   select new TableRow([ExactTables.Whole(size.G), ExactTables.Whole(size.M), Icc(icc)], seed => Worst(new Draws(seed), size, icc, runs))],
    };

    static Estimate[] Worst(Draws draws, (int G, int M) size, double icc, int runs)
    {
        var worst = new Estimate[3];
        foreach (var margin in new[] { 0.05, 0.10 })
        {
            foreach (var background in new[] { 0.02, 0.05, 0.10 })
            {
                var shares = Allowed(draws, new ClusteredCases(size.G, size.M, icc, PairedTruth.Of(background, margin)), margin, runs);
                for (var i = 0; i < worst.Length; i++)
                    if (shares[i].Value >= worst[i].Value) worst[i] = shares[i];
            }
        }
        return worst;
    }

    static Estimate[] Allowed(Draws draws, ClusteredCases cases, double margin, int runs) => Hits.Of(3, runs, answers =>
    {
        var run = cases.Draw(draws);
        answers[0] = Tango.Bound(run.All.Worse, run.All.Better, run.All.N, 1 - Alpha) > -margin;
        answers[1] = run.Mean.Interval(1 - 2 * Alpha).Lower > -margin;
        answers[2] = run.Pairs.Bound(1 - Alpha) > -margin;
    });
}
