using LayerEvals.Diagnostics;

namespace LayerEvals.Comparing;

/// <summary>Turns measured layers into verdicts and sentences. The first words tell "got worse" from "not decided".</summary>
internal static class Judging
{
    public static LayerComparison Of(LayerComparison measured, ComparisonFrame frame)
    {
        var (verdict, sentence) = Judge(measured, frame);
        return measured with { Verdict = verdict, Sentence = sentence };
    }

    static (Verdict, string) Judge(LayerComparison layer, ComparisonFrame frame)
    {
        if (layer.Tally.N == 0)
            return (Verdict.NotDecided, layer.Tally.Lost == 0 ? "Not decided: nothing was scored." : $"Not decided: nothing was scored; {Lost(layer.Tally)}.");
        var alpha = 1 - frame.Gate.Confidence;
        var bound = layer.Bound!.Value;
        if (layer.HolmP <= alpha && bound <= -Math.Min(frame.Gate.Margin, layer.Allowed)) return (Verdict.Regression, Worse(layer));
        var kind = layer.Layer == Comparer.OverallId ? "margin" : "guard";
        var allowed = Numerals.Plain(layer.Allowed * 100);
        if (bound > -layer.Allowed)
        {
            var note = layer.HolmP <= alpha ? $" It did get worse, within the margin ({Lists(layer.Tally)})." : "";
            return (Verdict.Pass, $"{(bound > 0 ? "Any drop" : $"A drop larger than {Down(bound)} points")} is ruled out at {Numerals.Plain(frame.Gate.Confidence * 100)} % confidence ({kind} {allowed}).{note}");
        }
        return (Verdict.NotDecided, $"Not decided: no regression was shown, and a drop of up to {Down(bound)} points cannot be ruled out ({kind} {allowed}); {BestCase(layer, frame)}.");
    }

    // What the number of cases alone allows: worth knowing before anyone studies the answers.
    static string BestCase(LayerComparison layer, ComparisonFrame frame)
    {
        var best = ZeroDiscordance.Bound(layer.Tally.N, frame.Gate.Confidence);
        var n = Numerals.Count(layer.Tally.N, "case");
        return best > -layer.Allowed
            ? $"{n}, {Lists(layer.Tally)}"
            : $"with {n} that needs more cases: even when nothing changes, {Down(best)} points cannot be ruled out, and {ZeroDiscordance.CasesNeeded(layer.Allowed, frame.Gate.Confidence)} cases are the least that could";
    }

    static string Worse(LayerComparison layer) => $"Got worse: {Shown(layer)}.";

    static string Shown(LayerComparison layer) =>
        $"{Lists(layer.Tally)} of {layer.Tally.N} (Holm p {(layer.HolmP < 0.001 ? "" : "= ")}{Numerals.P(layer.HolmP)})";

    static string Lists(Tally tally) => $"{tally.Worse.Count} got worse, {tally.Better.Count} got better";

    static string Lost(Tally tally) => $"{Numerals.Count(tally.Errored, "case")} errored, {tally.Unscored} unscored";

    static string Down(double bound) => Numerals.Fixed(-bound * 100, 1);

    public static Comparison Whole(LayerComparison overall, IReadOnlyList<LayerComparison> layers, ComparisonFrame frame)
    {
        var (verdict, sentence) = Decide(overall, layers, frame);
        return new Comparison
        {
            Gate = frame.Gate,
            Coverage = frame.Coverage,
            Samples = frame.Samples,
            Overall = overall,
            Layers = layers,
            Verdict = verdict,
            Sentence = sentence,
        };
    }

    static (Verdict, string) Decide(LayerComparison overall, IReadOnlyList<LayerComparison> layers, ComparisonFrame frame)
    {
        if (frame.Coverage.Planned == 0) return NotDecided("the plan has no cases");
        if (!frame.Coverage.IsWhole) return NotDecided($"{frame.Coverage.Ran} of {frame.Coverage.Planned} cases ran");
        if (overall.Tally.N == 0) return (Verdict.NotDecided, overall.Sentence);
        var share = (double)overall.Tally.Lost / (overall.Tally.N + overall.Tally.Lost);
        if (share > frame.Gate.MaxUnscored)
            return NotDecided($"{Lost(overall.Tally)} of {overall.Tally.N + overall.Tally.Lost}, {Numerals.Percent(share)} of the pairs; the gate allows {Numerals.Plain(frame.Gate.MaxUnscored * 100)} %");

        var regressed = layers.Where(l => l.Verdict == Verdict.Regression).ToList();
        if (regressed.Count > 0 || overall.Verdict == Verdict.Regression)
        {
            var where = string.Join(", ", regressed.Select(l => $"{l.Layer} ({Lists(l.Tally)} of {l.Tally.N})"));
            return (Verdict.Regression, (regressed.Count, overall.Verdict) switch
            {
                (0, _) => $"Regression overall. {overall.Sentence}",
                (_, Verdict.Regression) => $"Regression in {where}. Overall {Shown(overall)}.",
                _ => $"Regression in {where}. Overall: {Lower(overall.Sentence)}",
            });
        }
        var open = layers.Where(l => l.Verdict == Verdict.NotDecided).ToList();
        if (overall.Verdict == Verdict.Pass && open.Count == 0) return (Verdict.Pass, $"Pass. {overall.Sentence} Every layer is within its guard.");
        var what = overall.Verdict == Verdict.Pass ? $"{string.Join(", ", open.Select(l => l.Layer))}: {open[0].Sentence["Not decided: ".Length..]}" : overall.Sentence["Not decided: ".Length..];
        return (Verdict.NotDecided, $"Not decided: {what}");
    }

    static string Lower(string sentence) => char.ToLowerInvariant(sentence[0]) + sentence[1..];

    static (Verdict, string) NotDecided(string why) => (Verdict.NotDecided, $"Not decided: {why}.");
}
