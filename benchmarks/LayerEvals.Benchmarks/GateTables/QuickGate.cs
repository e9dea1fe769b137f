using LayerEvals.Comparing;
using LayerEvals.Configs;

namespace LayerEvals.Benchmarks.GateTables;

/// <summary>
/// The gate on counts: the same tests, bounds and judges as <see cref="Comparer.Compare"/>, without adding up cases and without the sentences and the power that every
/// report prints. <see cref="Check"/> holds the two together.
/// </summary>
internal sealed class QuickGate(Gate gate, int layers)
{
    static readonly Cell Passed = new(1, 0, 0, 0);
    static readonly Cell Failed = new(0, 1, 0, 0);

    readonly Layer[] names = [.. Enumerable.Range(1, layers).Select(i => new Layer($"layer-{i}", $"Layer {i}", "", ""))];
    readonly Tally complete = Complete();

    ComparisonFrame Frame(int cases) => new(names, gate, new Coverage(cases, cases), 1);

    /// <summary>The p of each layer and, last, of overall, corrected for each other.</summary>
    public List<LayerComparison> Corrected(IReadOnlyList<Changes> changes)
    {
        var all = changes.Aggregate((one, other) => one + other);
        return Comparer.Correct([.. changes.Select((c, i) => Measured(names[i].Id, c, gate.RuleOf(names[i].Id))), Measured(Comparer.OverallId, all, gate.Overall)]);
    }

    public Verdict Verdict(IReadOnlyList<Changes> changes)
    {
        var frame = Frame(changes.Sum(c => c.N));
        var judged = Corrected(changes).ConvertAll(m => LayerJudge.Of(m, frame));
        return RunJudge.Decide(judged[^1], judged[..^1], new MustPassCases(0, [], [], [], []), frame).Verdict;
    }

    /// <exception cref="InvalidOperationException">The comparison of the cases, one by one, says otherwise.</exception>
    public void Check(IReadOnlyList<Changes> changes)
    {
        var results = changes.SelectMany((c, i) => Enumerable.Range(0, c.N).Select(n => Case(names[i].Id, n, c))).ToList();
        var (whole, quick) = (Comparer.Compare(results, Frame(results.Count)), Corrected(changes));
        var isSame = whole.Verdict == Verdict(changes) && whole.Layers.Append(whole.Overall).Zip(quick).All(p => p.First.HolmP == p.Second.HolmP && p.First.Bound == p.Second.Bound);
        if (!isSame) throw new InvalidOperationException($"expected the gate on counts to say what it says of the cases, found otherwise: {string.Join("; ", changes)}");
    }

    LayerComparison Measured(string layer, Changes changes, LayerRule rule) => new()
    {
        Layer = layer,
        Title = layer,
        Tally = complete,
        Rule = rule,
        P = McNemar.MidP(changes.Worse, changes.Better),
        Bound = Tango.Bound(changes.Worse, changes.Better, changes.N, gate.Confidence),
    };

    // The judges ask a tally only whether anything was scored or lost.
    static Tally Complete()
    {
        var tally = new Tally();
        tally.Add("set/1", null, Passed, Passed);
        return tally;
    }

    static CaseResult Case(string layer, int number, Changes changes)
    {
        var baseline = number >= changes.Worse && number < changes.Worse + changes.Better ? Failed : Passed;
        var candidate = number < changes.Worse ? Failed : Passed;
        return new CaseResult($"{layer}/{number}", [new LayerCells(layer, baseline, candidate)], baseline, candidate);
    }
}
