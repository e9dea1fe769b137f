using LayerEvals.Comparing;
using LayerEvals.Comparing.Statistics;

namespace LayerEvals.Benchmarks.GateTables;

/// <summary>Table 2.8: what looking early costs without a correction, and what the boundaries of O'Brien and Fleming save.</summary>
internal static class LookTable
{
    const double Alpha = 0.05;
    const double Margin = 0.05;
    const int Looks = 3;

    public static GateTable Early(int runs) => new("2.8", 0, "Early stopping: Regression, Pass (percent) and the mean number of cases asked")
    {
        PublishedRuns = 2_000,
        Keys = ["cases", "discordance", "true change"],
        Columns =
        [
            new("mid-p once", 3), new("mid-p at 10 looks", 4), new("mid-p at every case", 5), new("3 looks: Regression", 6), new("mean cases", 6, 1) { IsWhole = true },
            new("3 looks, both ways: Regression", 9), new("Pass", 9, 1), new("mean cases", 9, 2) { IsWhole = true },
        ],
        Rows = [.. from n in new[] { 100, 300, 1000 }
                   from background in new[] { 0.05, 0.10 }
                   from drop in new[] { 0, 0.05, 0.10, 0.20 }
                   select new TableRow([ExactTables.Whole(n), ExactTables.Percent(background), drop == 0 ? "0" : ExactTables.Points(drop)],
                       seed => Looked(new Draws(seed), n, PairedTruth.Of(background, drop), runs))],
    };

    static Estimate[] Looked(Draws draws, int n, PairedTruth truth, int runs)
    {
        var fewest = Enumerable.Range(0, n + 1).Select(m => Halving.First((m + 1) / 2, m, b => McNemar.MidP(b, m - b) <= Alpha)).ToArray();
        var (asked, askedBoth) = (new MeanOf(), new MeanOf());
        var shares = Hits.Of(6, runs, answers =>
        {
            var path = Path(draws, n, truth);
            answers[0] = IsShown(path[n]);
            answers[1] = Enumerable.Range(1, 10).Any(look => IsShown(path[n * look / 10]));
            answers[2] = path.Any(IsShown);
            var (shown, _, cases) = Stopped(path, canPass: false);
            answers[3] = shown;
            asked.Add(cases);
            (answers[4], answers[5], cases) = Stopped(path, canPass: true);
            askedBoth.Add(cases);
        });
        return [.. shares[..4], asked.Estimate, .. shares[4..], askedBoth.Estimate];

        bool IsShown(Changes changes) => changes.Worse >= fewest[changes.Worse + changes.Better];
    }

    static Changes[] Path(Draws draws, int n, PairedTruth truth)
    {
        var path = new Changes[n + 1];
        for (var i = 1; i <= n; i++) path[i] = path[i - 1] + draws.Changes(1, truth);
        return path;
    }

    // STATISTICS 1.9 word for word: (b - c)/√(b + c), and Tango's Z at the margin, against the boundary of the look.
    static (bool Shown, bool Passed, int Cases) Stopped(Changes[] path, bool canPass)
    {
        var boundaries = OBrienFleming.Boundaries(Looks);
        for (var look = 1; look <= Looks; look++)
        {
            var (b, c, n) = path[(path.Length - 1) * look / Looks];
            if (b + c > 0 && (b - c) / Math.Sqrt(b + c) >= boundaries[look - 1]) return (true, false, n);
            if (canPass && Tango.Z(b, c, n, -Margin) >= boundaries[look - 1]) return (false, true, n);
        }
        return (false, false, path.Length - 1);
    }
}

/// <summary>A mean and the deviation of what it is of.</summary>
internal sealed class MeanOf
{
    ValueSum sums;

    public void Add(double value) => sums = sums.With(value);

    public Estimate Estimate => new(sums.Sum / sums.Count, Math.Sqrt(sums.Residuals(sums.Sum / sums.Count) / (sums.Count - 1)), sums.Count);
}
