using LayerEvals.Diagnostics;

namespace LayerEvals.Comparing;

/// <summary>The verdict of a run in a sentence or two. Its first words tell "got worse" from "not decided".</summary>
internal static class RunSentence
{
    const int MostNamed = 5;

    public static string Of(Comparison comparison) => comparison.Verdict switch
    {
        Verdict.Pass => Pass(comparison),
        Verdict.Regression => comparison.MustPass.Failed.Count > 0 ? MustPassFailed(comparison) : Regression(comparison),
        _ => $"Not decided: {Open(comparison)}",
    };

    static string Pass(Comparison comparison)
    {
        var decision = LayerSentence.Decision(comparison.Overall, comparison.Frame).Replace("Within margin: ", "Pass: ", StringComparison.Ordinal);
        var worse = comparison.Layers.Where(l => l.Reasons.Contains(Reason.WorseWithinMargin)).Select(l => l.Layer).ToList();
        var notes = worse.Count > 0 && !comparison.Overall.Reasons.Contains(Reason.WorseWithinMargin) ? $" Worse within the margin: {string.Join(", ", worse)}." : "";
        return $"{decision} Every layer is within its guard.{notes}{Held(comparison.MustPass)}";
    }

    static string Held(MustPassCases must)
    {
        if (must.Cases == 0) return "";
        if (must.Excused.Count == 0) return must.Cases == 1 ? " The must-pass case passed." : $" All {must.Cases} must-pass cases passed.";
        return $" {must.Cases - must.Excused.Count} of {must.Cases} must-pass cases passed; both sides fail {Named(must.Excused)} (high risk).";
    }

    static string MustPassFailed(Comparison comparison)
    {
        var must = comparison.MustPass;
        var baseline = must.FailedInBaseline.Count == 0 ? "" : $" The baseline fails {Named(must.FailedInBaseline)} too.";
        return $"Regression: {Numerals.Count(must.Failed.Count, "must-pass case")} failed at every attempt: {Named(must.Failed)}{ShownToo(comparison)}.{baseline}";
    }

    // What the counts show beside it, where they show anything: too many lost pairs would have left them undecided.
    static string ShownToo(Comparison comparison)
    {
        var counted = RunJudge.Decide(comparison.Overall, comparison.Layers, comparison.MustPass with { Failed = [] }, comparison.Frame);
        if (counted.Verdict != Verdict.Regression) return "";
        var layers = comparison.Layers.Where(l => l.Verdict == Verdict.Regression).Select(l => l.Layer).ToList();
        var overall = comparison.Overall.Verdict != Verdict.Regression ? "" : layers.Count == 0 ? " overall" : " and overall";
        return $"; a regression is also shown{(layers.Count == 0 ? "" : $" in {string.Join(", ", layers)}")}{overall}";
    }

    static string Regression(Comparison comparison)
    {
        var layers = comparison.Layers.Where(l => l.Verdict == Verdict.Regression).ToList();
        var overall = comparison.Overall;
        if (layers.Count == 0) return $"Regression overall: {Shown(overall, comparison)}";
        var where = layers.Count == 1 ? $"{layers[0].Layer}: {Shown(layers[0], comparison)}"
            : $"{string.Join(" and ", layers.Select(l => l.Layer))}. {string.Join(' ', layers.Select(l => $"{LayerSentence.Short(l.Title)}: {Shown(l, comparison)}"))}";
        return $"Regression in {where} {Overall(overall, comparison)}";
    }

    static string Overall(LayerComparison overall, Comparison comparison) => overall.Verdict switch
    {
        Verdict.Regression => $"Overall: {Shown(overall, comparison)}",
        Verdict.Pass => $"Overall a drop larger than {LayerSentence.Down(overall.Bound!.Value)} points is ruled out ({LayerSentence.Allowed(overall)}).",
        _ => "Overall it is not decided.",
    };

    static string Shown(LayerComparison layer, Comparison comparison)
    {
        var below = layer.Reasons.Contains(Reason.BelowFloor) ? LayerSentence.BelowFloor(layer, comparison.Frame) : "";
        var worse = layer.Reasons.Contains(Reason.GotWorse) ? $"{LayerSentence.Lists(layer.Tally)} of {layer.Tally.N} ({LayerSentence.Holm(layer)})." : "";
        return worse.Length > 0 && below.Length > 0 ? $"{worse} {below}" : worse + below;
    }

    static string Open(Comparison comparison)
    {
        var (overall, coverage) = (comparison.Overall, comparison.Coverage);
        return comparison.Reasons[0] switch
        {
            Reason.NoCases => "the plan has no cases.",
            Reason.OtherModel => $"{comparison.Frame.OtherModel}: the runs of two models cannot be compared as one.",
            Reason.Partial when coverage.Ran < coverage.Planned => $"{coverage.Ran} of {coverage.Planned} cases ran.",
            Reason.Partial => "tests of these cases were left out.",
            Reason.NothingScored => $"nothing was scored{(overall.Tally.Lost == 0 ? "" : $"; {LayerSentence.Lost(overall.Tally)}")}.",
            Reason.TooManyLost when overall.Tally.LostShare > comparison.Gate.MaxUnscored => TooManyLost(comparison),
            Reason.LostLopsided => Lopsided(overall.Tally),
            Reason.MustPassOpen => $"{Numerals.Count(comparison.MustPass.Open.Count, "must-pass case")} neither passed nor failed: {Named(comparison.MustPass.Open)}.",
            Reason.LayerOpen => OpenLayers(comparison),
            _ => LayerSentence.Open(overall, comparison.Frame),
        };
    }

    static string TooManyLost(Comparison comparison)
    {
        var tally = comparison.Overall.Tally;
        return $"{LayerSentence.Lost(tally)} of {tally.N + tally.Lost}, {Numerals.Percent(tally.LostShare)} of the pairs; the gate allows {Numerals.Plain(comparison.Gate.MaxUnscored * 100)} %.";
    }

    static string Lopsided(Tally tally) =>
        $"the candidate alone has no outcome for {Numerals.Count(tally.OnlyCandidateLost, "case")}, the baseline alone for {tally.OnlyBaselineLost} (p = {Numerals.P(Losses.P(tally))}): what is missing is not missing by chance.";

    static string OpenLayers(Comparison comparison)
    {
        var open = comparison.Layers.Where(l => l.Verdict == Verdict.NotDecided).ToList();
        var others = open.Count > 1 ? $" Open too: {string.Join(", ", open.Skip(1).Select(l => l.Layer))}." : "";
        return $"{open[0].Layer}: {LayerSentence.Open(open[0], comparison.Frame)}{others}";
    }

    static string Named(IReadOnlyList<string> keys) =>
        keys.Count <= MostNamed ? string.Join(", ", keys) : $"{string.Join(", ", keys.Take(MostNamed))} and {keys.Count - MostNamed} more";
}
