using System.Globalization;
using LayerEvals.Comparing;
using LayerEvals.Comparing.Statistics;

namespace LayerEvals.Benchmarks.GateTables;

/// <summary>Tables 2.1, 2.2 and the sizes of 2.6: enumerated, so that they are equal to the published ones or wrong.</summary>
internal static class ExactTables
{
    const double Alpha = 0.05;
    const double Confidence = 0.95;

    static readonly double[] Backgrounds = [0.05, 0.10, 0.20];
    static readonly int[] Sizes = [20, 50, 100, 300, 1000];

    public static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{share * 100:0} %");

    public static string Points(double share) => share == 0 ? "no change" : string.Create(CultureInfo.InvariantCulture, $"-{share * 100:0}");

    public static string Whole(int n) => n.ToString(CultureInfo.InvariantCulture);

    /// <summary>2.1: the chance that a gate blocks, for gates that look at the rates and for McNemar's test.</summary>
    public static GateTable Blocks() => new("2.1", 0, "The chance of Regression, percent")
    {
        Keys = ["discordance", "true change", "n"],
        Columns = [new("any drop", 3), new("drop > 2 points", 4), new("drop > 5 points", 5), new("McNemar exact", 6), new("mid-p", 7), new("mid-p at .05/7", 8)],
        Rows = [.. from background in Backgrounds
                   from drop in new[] { 0, 0.02, 0.05, 0.10, 0.20 }
                   from n in Sizes
                   select new TableRow([Percent(background), Points(drop), Whole(n)], _ => Blocked(n, PairedTruth.Of(background, drop)))],
    };

    static Estimate[] Blocked(int n, PairedTruth truth) =>
    [
        Estimate.Exact(truth.AtLeast(n, m => m / 2 + 1)), DropBeyond(2, n, truth), DropBeyond(5, n, truth),
        Estimate.Exact(truth.AtLeast(n, m => Halving.First((m + 1) / 2, m, b => McNemarExact.Worse(b, m - b) <= Alpha))),
        Estimate.Exact(new McNemarPower(Alpha).Of(n, truth)), Estimate.Exact(new McNemarPower(Alpha / 7).Of(n, truth)),
    ];

    // b - c > points n/100 with b + c = m, in whole numbers.
    static Estimate DropBeyond(int points, int n, PairedTruth truth) => Estimate.Exact(truth.AtLeast(n, m => Halving.First(0, m, b => 100 * (2 * b - m) > points * n)));

    /// <summary>2.1: a gate that holds the candidate's rate against a fixed one.</summary>
    public static GateTable Thresholds() => new("2.1", 1, "The chance that a rate is below a fixed threshold, percent")
    {
        Keys = ["true rate", "threshold", "n"],
        Columns = [new("false alarm", 3), new("finds a drop of 5", 4), new("finds a drop of 10", 5)],
        Rows = [.. from limit in new (int Rate, int Least)[] { (85, 83), (85, 80), (95, 93), (95, 90) }
                   from n in Sizes
                   select new TableRow([Rate(limit.Rate), Rate(limit.Least), Whole(n)], _ => [.. new[] { 0, 5, 10 }.Select(drop => Below(limit.Rate - drop, limit.Least, n))])],
    };

    static string Rate(int percent) => (percent / 100.0).ToString("0.00", CultureInfo.InvariantCulture);

    static Estimate Below(int rate, int least, int n) => Estimate.Exact(Binomial.AtMost((least * n + 99) / 100 - 1, n, rate / 100.0));

    /// <summary>2.2: the chance of Pass, when nothing changed and when the drop is the margin.</summary>
    public static GateTable Passes() => new("2.2", 0, "The chance of Pass, percent: nothing changed, and a drop of the margin")
    {
        Keys = ["discordance", "n"],
        Columns = [.. new[] { 2, 3, 5, 10 }.Select((m, i) => new Column($"no change, margin {m}", 2 + i)), .. new[] { 2, 3, 5, 10 }.Select((m, i) => new Column($"a drop of {m}, margin {m}", 6 + i))],
        Rows = [.. from background in new[] { 0.02, 0.05, 0.10, 0.20 }
                   from n in Sizes
                   select new TableRow([Percent(background), Whole(n)], _ => [.. new[] { false, true }.SelectMany(drops => new[] { 0.02, 0.03, 0.05, 0.10 }
                       .Select(margin => Estimate.Exact(new PassPower(margin, Confidence).Of(n, PairedTruth.Of(background, drops ? margin : 0)))))])],
    };

    /// <summary>2.2: how often two bounds let a drop of the margin pass.</summary>
    public static GateTable Bounds() => new("2.2", 1, "How often a bound lets a drop of the margin pass, percent")
    {
        Keys = ["margin", "discordance", "n"],
        Columns = [new("Tango", 3), new("Bonett-Price", 4)],
        Rows = [.. from margin in new[] { 3, 5, 10 }
                   from background in new[] { 0, 0.02, 0.05, 0.10 }
                   from n in new[] { 20, 50, 100, 300 }
                   select new TableRow([Whole(margin), Percent(background), Whole(n)], _ => Allowed(margin / 100.0, n, PairedTruth.Of(background, margin / 100.0)))],
    };

    static Estimate[] Allowed(double margin, int n, PairedTruth truth) =>
    [
        Estimate.Exact(new PassPower(margin, Confidence).Of(n, truth)),
        Estimate.Exact(truth.Mirrored().AtLeast(n, m => Halving.First(0, m, c => BonettPrice.Bound(m - c, c, n, Confidence) > -margin))),
    ];

    /// <summary>2.6: the cases that pass a change that changes nothing four times out of five.</summary>
    public static GateTable Cases() => new("2.6", 1, "Cases for a Pass four times out of five when nothing changed")
    {
        Keys = ["margin", "discordance"],
        Columns = [new("the fewest") { IsWhole = true }, new("normal approximation", 3) { IsWhole = true }],
        Rows = [.. from margin in new[] { 2, 3, 5, 10 }
                   from background in new[] { 0.02, 0.05, 0.10, 0.20 }
                   select new TableRow([Whole(margin), Percent(background)], _ => Needed(margin / 100.0, PairedTruth.Of(background, 0)))],
    };

    // The published numbers are up to nine above the fewest, and reach 80 % too: the chance is a saw over n.
    static Estimate[] Needed(double margin, PairedTruth truth) =>
        [new(new PassPower(margin, Confidence).CasesNeeded(truth, 0.8) ?? double.NaN), new(Math.Ceiling(SampleSize.ToPass(truth, margin, Confidence, 0.8)))];

    /// <summary>2.6: the smallest drop that is found, and the best bound that can be proved.</summary>
    public static GateTable Drops() => new("2.6", 2, "The smallest drop found with 80 % power at .05 and at .05/7, and the drop that no changed case leaves open, points")
    {
        Keys = ["n"],
        Columns = [.. Steady.SelectMany((background, i) => new Column[] { new($"{Percent(background)}, .05", 1 + i), new($"{Percent(background)}, .05/7", 1 + i, 1) }), new("best bound", 6)],
        Rows = [.. new[] { 20, 30, 50, 75, 100, 150, 200, 300, 500, 1000 }.Select(n => new TableRow([Whole(n)], _ => Found(n)))],
    };

    static readonly double[] Steady = [0, 0.02, 0.05, 0.10, 0.20];

    static Estimate[] Found(int n)
    {
        var (alone, corrected) = (new McNemarPower(Alpha), new McNemarPower(Alpha / 7));
        return
        [
            .. Steady.SelectMany(background => new[] { alone, corrected }.Select(power => Estimate.Exact(power.SmallestDrop(n, background, 0.8) ?? double.NaN))),
            Estimate.Exact(-ZeroDiscordance.Bound(n, Confidence)),
        ];
    }
}
