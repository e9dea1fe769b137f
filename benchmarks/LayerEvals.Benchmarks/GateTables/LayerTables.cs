using LayerEvals.Comparing;
using LayerEvals.Comparing.Statistics;
using LayerEvals.Configs;

namespace LayerEvals.Benchmarks.GateTables;

/// <summary>Tables 2.3 and 2.6: seven equal layers, independent of each other.</summary>
internal static class LayerTables
{
    const int Layers = 7;
    const double Alpha = 0.05;

    // Of rows with up to so many cases a layer, some runs go through the whole comparison, case by case, and must say the same.
    const int MostChecked = 100;

    static readonly double[] Backgrounds = [0.05, 0.10];

    static Changes[] Draw(Draws draws, int n, double background, Func<int, double> drop) => [.. Enumerable.Range(0, Layers).Select(i => draws.Changes(n, PairedTruth.Of(background, drop(i))))];

    /// <summary>2.3: false alarms and power of seven layers, by rule.</summary>
    public static GateTable Seven(int runs) => new("2.3", 0, "Seven layers: false alarms and power by rule, percent")
    {
        PublishedRuns = 5_000,
        Keys = ["discordance", "n a layer"],
        Columns =
        [
            new("any layer lower", 2), new("any > 5 points lower", 3), new("mid-p unadjusted", 4), new("Holm 7", 5), new("BH 7", 6), new("Holm 7 + overall (the gate)", 7), new("one layer -10: unadjusted", 8),
            new("Holm 7", 9), new("one layer -20: unadjusted", 10), new("Holm 7", 11), new("all -2: overall", 12), new("all 7 within 5", 13), new("all 7 within 10", 14),
        ],
        Rows = [.. from background in Backgrounds
                   from n in new[] { 20, 50, 100, 300, 1000 }
                   select new TableRow([ExactTables.Percent(background), ExactTables.Whole(n)], seed => Rules(new Draws(seed), background, n, runs))],
    };

    static Estimate[] Rules(Draws draws, double background, int n, int runs)
    {
        var gate = new QuickGate(new Gate(), Layers);
        return Hits.Of(13, runs, answers =>
        {
            var same = Draw(draws, n, background, _ => 0);
            var p = P(same);
            answers[0] = same.Any(c => c.Worse > c.Better);
            answers[1] = same.Any(c => 100 * (c.Worse - c.Better) > 5 * n);
            answers[2] = p.Min() <= Alpha;
            answers[3] = Holm.Adjust(p).Min() <= Alpha;
            answers[4] = BenjaminiHochberg.Adjust(p).Min() <= Alpha;
            answers[5] = gate.Corrected(same).Any(l => l.HolmP <= Alpha);
            answers[11] = same.All(c => Tango.Bound(c.Worse, c.Better, n, 1 - Alpha) > -0.05);
            answers[12] = same.All(c => Tango.Bound(c.Worse, c.Better, n, 1 - Alpha) > -0.10);
            (answers[6], answers[7]) = Found(P(Draw(draws, n, background, i => i == 0 ? 0.10 : 0)));
            (answers[8], answers[9]) = Found(P(Draw(draws, n, background, i => i == 0 ? 0.20 : 0)));
            var all = Draw(draws, n, background, _ => 0.02).Aggregate((one, other) => one + other);
            answers[10] = McNemar.MidP(all.Worse, all.Better) <= Alpha;
        });
    }

    static double[] P(Changes[] layers) => [.. layers.Select(c => McNemar.MidP(c.Worse, c.Better))];

    // Whether the layer that is worse, the first, is found alone and among seven.
    static (bool Alone, bool Corrected) Found(double[] p) => (p[0] <= Alpha, Holm.Adjust(p)[0] <= Alpha);

    /// <summary>2.6: the verdicts of the default gate.</summary>
    public static GateTable Verdicts(int runs) => new("2.6", 0, "The gate paired-v1, guard 20, seven equal layers: Regression, Pass and not decided, percent")
    {
        PublishedRuns = 10_000,
        Keys = ["discordance", "n a layer", "truth"],
        Columns = [new("Regression, margin 5", 3), new("Pass", 4), new("not decided", 5), new("Regression, margin 3", 6), new("Pass", 7), new("not decided", 8)],
        Rows = [.. from background in Backgrounds
                   from n in new[] { 20, 50, 100, 300, 1000 }
                   from truth in Truths
                   select new TableRow([ExactTables.Percent(background), $"{n} (total {n * Layers})", truth.Name], seed => Judged(new Draws(seed), n, (background, truth.Drop), runs))],
    };

    static readonly (string Name, Func<int, double> Drop)[] Truths =
    [
        ("no change", _ => 0), ("one layer -5", i => i == 0 ? 0.05 : 0), ("one layer -10", i => i == 0 ? 0.10 : 0), ("one layer -20", i => i == 0 ? 0.20 : 0),
        ("one layer -30", i => i == 0 ? 0.30 : 0), ("all layers -2", _ => 0.02), ("all layers -5", _ => 0.05), ("all layers -10", _ => 0.10),
    ];

    static Estimate[] Judged(Draws draws, int n, (double Background, Func<int, double> Drop) truth, int runs)
    {
        QuickGate[] gates = [new(new Gate { Margin = 0.05 }, Layers), new(new Gate { Margin = 0.03 }, Layers)];
        if (n <= MostChecked)
            foreach (var gate in gates) gate.Check(Draw(draws, n, truth.Background, truth.Drop));
        return Hits.Of(6, runs, answers =>
        {
            var changes = Draw(draws, n, truth.Background, truth.Drop);
            for (var i = 0; i < gates.Length; i++) answers[3 * i + Place(gates[i].Verdict(changes))] = true;
        });
    }

    static int Place(Verdict verdict) => verdict switch { Verdict.Regression => 0, Verdict.Pass => 1, _ => 2 };
}
