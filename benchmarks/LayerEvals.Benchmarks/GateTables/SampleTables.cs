using LayerEvals.Comparing;
using LayerEvals.Comparing.Statistics;

namespace LayerEvals.Benchmarks.GateTables;

/// <summary>Table 2.4: cases asked once, three and five times.</summary>
internal static class SampleTables
{
    const double Alpha = 0.05;

    static readonly (string Name, double Noise, double Reshuffle)[] Mixes =
    [
        ("5 % noise", 0.05, 0), ("10 % noise", 0.10, 0), ("20 % noise", 0.20, 0), ("10 % real reshuffle, no noise", 0, 0.10), ("5 % noise + 5 % reshuffle", 0.05, 0.05),
    ];

    // Of Pass the published worst cases hold a calmer mix too, which shows where the raw t fails.
    static readonly (string Name, double Noise, double Reshuffle)[] MixesOfPass = [("2 % noise", 0.02, 0), .. Mixes];

    /// <summary>2.4: false alarms and power with samples.</summary>
    public static GateTable Blocks(int runs) => new("2.4", 0, "Samples: false alarms, and the chance to find a drop of 5, percent")
    {
        PublishedRuns = 5_000,
        Keys = ["discordance comes from", "n", "k"],
        Columns =
        [
            new("any drop", 3), new("majority, mid-p", 4), new("t of means", 5), new("the gate"), new("-5: any drop", 7), new("drop > 5", 8), new("majority, mid-p", 9), new("t of means", 10), new("the gate"),
        ],
        Rows = [.. from mix in Mixes
                   from n in new[] { 20, 50, 100, 300, 1000 }
                   from k in new[] { 1, 3, 5 }
                   select new TableRow([mix.Name, ExactTables.Whole(n), ExactTables.Whole(k)], seed => Blocked(seed, n, (mix.Noise, mix.Reshuffle, k), runs))],
    };

    static Estimate[] Blocked(int seed, int n, (double Noise, double Reshuffle, int Samples) mix, int runs)
    {
        var draws = new Draws(seed);
        var (same, worse) = (new SampledCases(mix.Noise, mix.Reshuffle, mix.Samples), new SampledCases(mix.Noise, mix.Reshuffle, mix.Samples, 0.05));
        same.Draw(draws, n).Check();
        worse.Draw(draws, n).Check();
        return Hits.Of(9, runs, answers =>
        {
            var run = same.Draw(draws, n);
            answers[0] = run.Difference < 0;
            (answers[1], answers[2], answers[3]) = (run.MajorityP <= Alpha, run.T.PWorse() <= Alpha, run.P <= Alpha);
            run = worse.Draw(draws, n);
            answers[4] = run.Difference < 0;
            answers[5] = run.Difference < -0.05 - 1e-12;
            (answers[6], answers[7], answers[8]) = (run.MajorityP <= Alpha, run.T.PWorse() <= Alpha, run.P <= Alpha);
        });
    }

    /// <summary>2.4: Pass with samples.</summary>
    public static GateTable Passes(int runs) => new("2.4", 1, "Samples: the worst share that a drop of the margin (3, 5, 10; every mix) passes, and Pass when nothing changed, percent")
    {
        PublishedRuns = 4_000,
        Keys = ["n", "k"],
        Columns =
        [
            new("worst: raw t", 2), new("adjusted t", 3), new("Tango of majorities", 4), new("noise 5 %, margin 5: raw t", 5), new("adjusted t", 6), new("Tango of majorities", 7),
            new("noise 10 %: raw t", 8), new("adjusted t", 9), new("Tango of majorities", 10),
        ],
        Rows = [.. from n in new[] { 20, 30, 50, 100, 300, 1000 }
                   from k in new[] { 1, 3, 5 }
                   select new TableRow([ExactTables.Whole(n), ExactTables.Whole(k)], seed => Passed(new Draws(seed), n, k, runs))],
    };

    static Estimate[] Passed(Draws draws, int n, int k, int runs)
    {
        var worst = new Estimate[3];
        foreach (var mix in MixesOfPass)
        {
            foreach (var margin in new[] { 0.03, 0.05, 0.10 })
            {
                var shares = Allowed(draws, n, (new SampledCases(mix.Noise, mix.Reshuffle, k, margin), margin), runs);
                for (var i = 0; i < worst.Length; i++)
                    if (shares[i].Value >= worst[i].Value) worst[i] = shares[i];
            }
        }
        return [.. worst, .. Allowed(draws, n, (new SampledCases(0.05, 0, k), 0.05), runs), .. Allowed(draws, n, (new SampledCases(0.10, 0, k), 0.05), runs)];
    }

    static Estimate[] Allowed(Draws draws, int n, (SampledCases Cases, double Margin) truth, int runs) => Hits.Of(3, runs, answers =>
    {
        var run = truth.Cases.Draw(draws, n);
        answers[0] = run.T.Interval(1 - 2 * Alpha).Lower > -truth.Margin;
        answers[1] = run.Means.Bound(1 - Alpha) > -truth.Margin;
        answers[2] = Tango.Bound(run.Majority.Worse, run.Majority.Better, n, 1 - Alpha) > -truth.Margin;
    });
}
