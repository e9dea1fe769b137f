using System.Globalization;
using LayerEvals.Comparing;
using LayerEvals.Comparing.Statistics;
using LayerEvals.Configs;

namespace LayerEvals.Benchmarks;

/// <summary>
/// How often a gate with looks is wrong, how often right, and what it saves: runs drawn with a fixed seed. First the boundaries alone against the row of STATISTICS-TABLES 2.8,
/// then the gate as it is implemented, with layers.
/// </summary>
internal static class LooksSimulation
{
    const int Runs = 4000;

    sealed record Truth(double Discordance, double Drop, string Where = "all layers");

    sealed record Share(double Regression, double Pass, double Cases)
    {
        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{100 * Regression:0.0} / {100 * Pass:0.0} ({Cases:0})");
    }

    public static void Write(TextWriter print)
    {
        print.WriteLine("| cases | discordance | true change | z of b and c, 3 looks: regression / pass (mean cases) | the gate, 3 looks | the gate, one look |\n|---:|---:|---:|---:|---:|---:|");
        foreach (var cases in new[] { 100, 300, 1000 })
            foreach (var truth in from discordance in new[] { 0.05, 0.10 } from drop in new[] { 0, 0.05, 0.10, 0.20 } select new Truth(discordance, drop))
                print.WriteLine(Row(cases, truth, Of(truth, (cases, 1, 3), Boundaries), Of(truth, (cases, 1, 3), Gated), Of(truth, (cases, 1, 1), Gated)));
        print.WriteLine("\n| layers x cases | discordance | true change | one look | 2 looks | 3 looks | 5 looks |\n|---|---:|---|---:|---:|---:|---:|");
        foreach (var layers in new[] { 6, 8 })
            foreach (var truth in new[] { new Truth(0.05, 0), new Truth(0.10, 0), new Truth(0.05, 0.05), new Truth(0.10, 0.05), new Truth(0.05, 0.20, "one layer"), new Truth(0.05, 0.10) })
                print.WriteLine(Row(layers, truth, [.. new[] { 1, 2, 3, 5 }.Select(looks => Of(truth, (layers * 60, layers, looks), Gated))]));
    }

    static string Row(int size, Truth truth, params Share[] shares) =>
        string.Create(CultureInfo.InvariantCulture, $"| {size}{(size < 10 ? " x 60" : "")} | {truth.Discordance * 100:0} % | {(truth.Drop == 0 ? "0" : $"-{truth.Drop * 100:0}{(size < 10 ? $", {truth.Where}" : "")}")} | {string.Join(" | ", shares.Select(s => s.ToString()))} |");

    // Cases come in turns of the layers: every look holds its share of each, as the order of asking makes it.
    static Share Of(Truth truth, (int Cases, int Layers, int Looks) plan, Func<Look, IReadOnlyList<CaseResult>, int, Verdict> judge)
    {
        var coin = new Coin(20260901);
        var (regressions, passes, asked) = (0, 0, 0L);
        for (var run = 0; run < Runs; run++)
        {
            var results = Enumerable.Range(0, plan.Cases).Select(i => Draw(coin, truth, i % plan.Layers)).ToList();
            for (var number = 1; number <= plan.Looks; number++)
            {
                var look = new Look(number, plan.Looks, (int)Math.Round((double)plan.Cases * number / plan.Looks));
                var verdict = judge(look, results[..look.Cases], plan.Layers);
                if (verdict == Verdict.NotDecided && !look.IsLast) continue;
                if (verdict == Verdict.Regression) regressions++;
                if (verdict == Verdict.Pass) passes++;
                asked += look.Cases;
                break;
            }
        }
        return new Share((double)regressions / Runs, (double)passes / Runs, (double)asked / Runs);
    }

    static CaseResult Draw(Coin coin, Truth truth, int layer)
    {
        var drop = truth.Where == "all layers" || layer == 0 ? truth.Drop : 0;
        var chance = coin.Uniform();
        var (baseline, candidate) = chance < truth.Discordance / 2 + drop ? (Passed, Failed) : chance < truth.Discordance + drop ? (Failed, Passed) : (Passed, Passed);
        return new CaseResult("set/case", [new LayerCells(Names[layer].Id, baseline, candidate)], baseline, candidate);
    }

    // The gate's arithmetic on the counts, without the words and the power that every comparison prints; a sample of runs is held against the gate itself.
    static Verdict Gated(Look look, IReadOnlyList<CaseResult> results, int layers)
    {
        var gate = look.Of == 1 ? new Gate() : look.At(new Gate());
        var parts = Names[..layers].Select(name => results.Where(r => r.Layers[0].Layer == name.Id).ToList()).Append([.. results]).ToList();
        var judged = parts.Skip(layers == 1 ? 1 : 0).Select((part, i) => (Part: part, Rule: i < layers && layers > 1 ? gate.RuleOf(Names[i].Id) : gate.Overall, B: part.Count(r => r.Candidate == Failed), C: part.Count(r => r.Baseline == Failed))).ToList();
        var adjusted = Holm.Adjust([.. judged.Select(j => McNemar.MidP(j.B, j.C))]);
        var bounds = judged.ConvertAll(j => Tango.Bound(j.B, j.C, j.Part.Count, gate.Confidence));
        var isWorse = judged.Where((j, i) => adjusted[i] <= 1 - gate.Confidence && bounds[i] <= -j.Rule.Tolerated).Any();
        var verdict = isWorse ? Verdict.Regression : judged.Where((j, i) => bounds[i] <= -j.Rule.Guard).Any() ? Verdict.NotDecided : Verdict.Pass;
        if (results.Sum(r => r.Candidate.Failed * 7 + r.Baseline.Failed) % 97 == 0) Hold(verdict, look, results, layers);
        return verdict;
    }

    static void Hold(Verdict verdict, Look look, IReadOnlyList<CaseResult> results, int layers)
    {
        var frame = new ComparisonFrame(Names[..layers], new Gate(), new Coverage(results.Count, results.Count), 1);
        var gates = (look.Of == 1 ? Comparer.Compare(results, frame) : Looks.At(look, results, frame)).Verdict;
        if (gates != verdict) throw new InvalidOperationException($"expected the gate's verdict {gates} at look {look.Number} of {look.Of}, found {verdict}");
    }

    // STATISTICS 1.9 word for word: (b - c)/√(b + c) and Tango's Z(-margin) against the boundary.
    static Verdict Boundaries(Look look, IReadOnlyList<CaseResult> results, int layers)
    {
        var (b, c) = (results.Count(r => r.Candidate == Failed), results.Count(r => r.Baseline == Failed));
        var boundary = OBrienFleming.Boundaries(look.Of)[look.Number - 1];
        if (b + c > 0 && (b - c) / Math.Sqrt(b + c) >= boundary) return Verdict.Regression;
        return Tango.Z(b, c, results.Count, -new Gate().Margin) >= boundary ? Verdict.Pass : Verdict.NotDecided;
    }

    static readonly Cell Passed = new(1, 0, 0, 0);
    static readonly Cell Failed = new(0, 1, 0, 0);
    static readonly Layer[] Names = [.. Enumerable.Range(1, 8).Select(i => new Layer($"layer-{i}", $"Layer {i}", "", ""))];
}
