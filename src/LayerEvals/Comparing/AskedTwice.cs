using LayerEvals.Comparing.Statistics;

namespace LayerEvals.Comparing;

/// <summary>How many of the cases of a layer, or of all, changed between two askings of one configuration.</summary>
internal sealed record Discordance(string Layer, int N, int Changed, Interval? Share);

/// <summary>
/// One configuration asked twice (A/A): what changes although nothing changed, and what the gate would make of it. Where nothing changed, which asking of a case was the first is
/// chance: the sides of each case are swapped by a seeded coin, many times, and each time the gate judges (a permutation of the observed pairs, STATISTICS 1.3).
/// </summary>
internal sealed record AskedTwice
{
    // So many judgements that a rate of 1 % is known to half a point; fewer where each takes long.
    const int MostRelabellings = 2000;
    const int FewestRelabellings = 100;
    const int AffordedCells = 50_000_000;

    /// <summary>The confidence of the intervals that are shown; the gate's own confidence judges.</summary>
    public const double Confidence = 0.95;

    public required IReadOnlyList<Discordance> Layers { get; init; }

    public required Discordance Overall { get; init; }

    /// <summary>The chance that two askings of a case disagree, over all samples of both askings; null where nothing was scored twice.</summary>
    public required double? SelfDisagreement { get; init; }

    public required int Relabellings { get; init; }

    public required int Regressions { get; init; }

    public required int Passes { get; init; }

    public int NotDecided => Relabellings - Regressions - Passes;

    public static AskedTwice Of(IReadOnlyList<CaseResult> results, Comparison comparison, ComparisonFrame frame, int seed)
    {
        // A must-pass case is judged by itself, with a retry that only the second asking had: it is no matter of chance between the two.
        var paired = results.Select(r => r with { Must = null }).ToList();
        var cells = Math.Max(1L, (long)results.Count * (frame.Layers.Count + 1));
        var relabellings = results.Any(Changed) ? (int)Math.Clamp(AffordedCells / cells, FewestRelabellings, MostRelabellings) : 1;
        var coin = new Coin(seed);
        var (regressions, passes) = (0, 0);
        for (var i = 0; i < relabellings; i++)
        {
            var verdict = Comparer.VerdictOf(paired.Select(r => Changed(r) && coin.Heads(1) == 1 ? Swapped(r) : r), frame);
            if (verdict == Verdict.Regression) regressions++;
            if (verdict == Verdict.Pass) passes++;
        }
        return new AskedTwice
        {
            Layers = [.. comparison.Layers.Select(Of)],
            Overall = Of(comparison.Overall),
            SelfDisagreement = RepeatedSamples.Of(Noise.Counts(results.Select(r => Together(r.Baseline, r.Candidate))))?.SelfDisagreement,
            Relabellings = relabellings,
            Regressions = regressions,
            Passes = passes,
        };
    }

    static Discordance Of(LayerComparison layer)
    {
        var changed = layer.Tally.Worse.Count + layer.Tally.Better.Count;
        return new Discordance(layer.Layer, layer.Tally.N, changed, layer.Tally.N == 0 ? null : Wilson.Of(changed, layer.Tally.N, Confidence));
    }

    static bool Changed(CaseResult result) => result.Baseline != result.Candidate || result.Layers.Any(l => l.Baseline != l.Candidate);

    static CaseResult Swapped(CaseResult result) => result with
    {
        Baseline = result.Candidate,
        Candidate = result.Baseline,
        Layers = [.. result.Layers.Select(l => l with { Baseline = l.Candidate, Candidate = l.Baseline })],
    };

    static Cell Together(Cell one, Cell other) =>
        new((ushort)(one.Passed + other.Passed), (ushort)(one.Failed + other.Failed), (ushort)(one.Errored + other.Errored), (ushort)(one.Unscored + other.Unscored));
}
