using LayerEvals.Comparing.Statistics;
using LayerEvals.Diagnostics;

namespace LayerEvals.Comparing;

/// <summary>The sentence of one layer, or of overall: the numbers first, then what they decide (STATISTICS 2.7). "Not decided" is never called passed.</summary>
internal static class LayerSentence
{
    public static string Of(LayerComparison layer, ComparisonFrame frame)
    {
        if (layer.Tally.N == 0) return $"{Short(layer.Title)}: nothing was scored{(layer.Tally.Lost == 0 ? "" : $" ({Lost(layer.Tally)})")}. Not decided.";
        return $"{Numbers(layer, frame)} {Decision(layer, frame)}";
    }

    /// <summary>What is open or shown in a layer, without its numbers.</summary>
    public static string Decision(LayerComparison layer, ComparisonFrame frame) => layer.Verdict switch
    {
        Verdict.Regression => string.Join(' ', layer.Reasons.Select(r => r == Reason.BelowFloor ? Capital(BelowFloor(layer, frame)) : $"Regression ({Holm(layer)}).")),
        Verdict.Pass => RuledOut(layer, frame),
        _ => $"Not decided: {Open(layer, frame)}",
    };

    static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>A title without what stands in brackets behind it.</summary>
    public static string Short(string title) => title.Split(" (", 2)[0];

    public static string Lists(Tally tally) => $"{tally.Worse.Count} got worse, {tally.Better.Count} got better";

    public static string Lost(Tally tally) => $"{Numerals.Count(tally.Errored, "case")} errored, {tally.Unscored} unscored";

    public static string Holm(LayerComparison layer)
    {
        var p = layer.HolmP < 0.001 ? "p < .001" : $"p = {Numerals.P(layer.HolmP)}";
        return layer.Hypotheses > 1 ? $"Holm {p} over {layer.Hypotheses} hypotheses" : p;
    }

    /// <summary>The largest drop that is left open, in points.</summary>
    public static string Down(double bound) => Numerals.Fixed(-bound * 100, 1);

    static string Numbers(LayerComparison layer, ComparisonFrame frame)
    {
        var (tally, n) = (layer.Tally, Numerals.Count(layer.Tally.N, "case"));
        var samples = frame.Samples > 1 ? $", {frame.Samples} samples each" : "";
        var interval = layer.DifferenceInterval is { } i
            ? $", {Numerals.Plain(frame.Gate.Confidence * 100)} % interval {Numerals.Fixed(i.Lower * 100, 1)} to {Numerals.Fixed(i.Upper * 100, 1)}"
            : "";
        var clusters = layer.Clusters is { } count ? $" in {Numerals.Count(count, "cluster")}" : "";
        return $"{Short(layer.Title)}: {Rate(tally.BaselineRate, tally.N)} -> {Rate(tally.CandidateRate, tally.N)} of {n}{clusters}{samples} ({Numerals.Points(layer.Difference)} points{interval}): {Lists(tally)}.";
    }

    // Whole percents read best; a failure in 300 must not read as 100 %, and thousands of cases deserve the decimal.
    static string Rate(double rate, int n)
    {
        var whole = Numerals.Fixed(rate * 100, 0);
        return n >= 1000 || whole is "0" or "100" && rate is > 0 and < 1 ? Numerals.Percent(rate) : $"{whole} %";
    }

    static string RuledOut(LayerComparison layer, ComparisonFrame frame)
    {
        var bound = layer.Bound!.Value;
        var drop = bound > 0 ? "any drop" : $"a drop larger than {Down(bound)} points";
        var text = $"{(layer.IsOverall ? "Within margin" : "Within guard")}: {drop} is ruled out at {Numerals.Plain(frame.Gate.Confidence * 100)} % confidence ({Allowed(layer)}).";
        if (layer.Reasons.Contains(Reason.WorseWithinMargin))
            text += $" It did get worse, within the margin of {Numerals.Plain(layer.Rule.Tolerated * 100)} points ({Holm(layer)}).";
        if (layer.Reasons.Contains(Reason.FewClusters))
            text += $" {layer.Clusters} clusters are few: from {LayerJudge.EnoughClusters} on the bound holds what it says.";
        return text;
    }

    public static string Allowed(LayerComparison layer) => $"{(layer.IsOverall ? "margin" : "guard")} {Numerals.Plain(layer.Rule.Guard * 100)}";

    public static string BelowFloor(LayerComparison layer, ComparisonFrame frame) =>
        $"below the floor: at most {Numerals.Percent(layer.CandidateFloor!.Value.Upper)} pass, at {Numerals.Plain(frame.Gate.Confidence * 100)} % confidence, where the gate asks for {Numerals.Plain(layer.Rule.MinPassRate!.Value * 100)} %.";

    /// <summary>Why a layer is not decided; the first reason is the one to mend first.</summary>
    public static string Open(LayerComparison layer, ComparisonFrame frame) => string.Join(' ', layer.Reasons.Select(reason => reason switch
    {
        Reason.TooFewClusters => $"{Numerals.Count(layer.Clusters ?? 0, "cluster")} {(layer.Clusters == 1 ? "is" : "are")} too few for a Pass, which takes {LayerJudge.LeastClusters}: cases of one cluster rise and fall together.",
        Reason.FloorOpen => $"at least {Numerals.Percent(layer.CandidateFloor!.Value.Lower)} pass, at {Numerals.Plain(frame.Gate.Confidence * 100)} % confidence, where the gate asks for {Numerals.Plain(layer.Rule.MinPassRate!.Value * 100)} %.",
        Reason.TooManyLost => $"{Lost(layer.Tally)} of {layer.Tally.N + layer.Tally.Lost}, and had they got worse, a drop of up to {Down(Losses.BoundIfWorse(layer, frame))} points could not be ruled out ({Allowed(layer)}).",
        Reason.DropOpen => $"no regression was shown, and a drop of up to {Down(layer.Bound!.Value)} points cannot be ruled out ({Allowed(layer)}). {WhatWouldDecide.Of(layer, frame)}",
        _ => "nothing was scored.",
    }));
}
