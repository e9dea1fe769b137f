using LayerEvals.Comparing.Statistics;
using LayerEvals.Diagnostics;

namespace LayerEvals.Comparing;

/// <summary>What an undecided layer could have shown, and how many more cases would decide it.</summary>
internal static class WhatWouldDecide
{
    public static string Of(LayerComparison layer, ComparisonFrame frame)
    {
        var best = layer.BestBound!.Value;
        return best <= -layer.Rule.Guard ? $"{Detects(layer)}; even with no changed case it could not rule out a drop of {LayerSentence.Down(best)} points. {Least(layer, frame)}" : More(layer, frame);
    }

    static string Detects(LayerComparison layer)
    {
        var (what, found) = (layer.IsOverall ? "This comparison" : "This layer", layer.Detectable!);
        if (found.Corrected is not { } corrected) return $"{what} could not have shown any drop";
        var alone = layer.Hypotheses > 1 && found.Alone is { } drop ? $"; {Whole(drop)} points if it were tested alone" : "";
        return $"{what} cannot detect a drop smaller than {Whole(corrected)} points (80 % power{(layer.Hypotheses > 1 ? " at the Holm worst case" : "")}, {Numerals.Plain(Math.Round(found.Background * 100, 1))} % background discordance{alone})";
    }

    static string Whole(double share) => Numerals.Fixed(share * 100, 0);

    static string Least(LayerComparison layer, ComparisonFrame frame) =>
        $"{ZeroDiscordance.CasesNeeded(layer.Rule.Guard, frame.Gate.Confidence)} cases are the least that could.";

    // The chance to rule the drop out when nothing really changed, at the discordance that was seen (STATISTICS 2.6).
    static string More(LayerComparison layer, ComparisonFrame frame)
    {
        var tally = layer.Tally;
        var effective = (int)(tally.N / layer.DesignEffect);
        var more = new PassChance(layer.Rule.Guard, frame.Gate.Confidence, Math.Max(tally.Discordance, Power.LeastBackground)).MoreThan(effective, Power.Usual);
        if (layer.Difference <= -layer.Rule.Guard) return $"{LayerSentence.Lists(tally)}: more cases would rather show a regression than rule it out.";
        var discordance = $"At the discordance seen ({Numerals.Percent(tally.Discordance)})";
        if (more is null) return $"{discordance}, not even a million cases would decide it.";
        if (more > 0) return $"{discordance}, about {Math.Ceiling(more.Value * layer.DesignEffect)} more cases{Samples(frame)} would decide it.";
        return $"{discordance}, as many cases decide it four times out of five when nothing changed, and here they did not: {LayerSentence.Lists(tally)}.{(frame.Samples == 1 ? " `samples: 3` would tell noise from change." : "")}";
    }

    static string Samples(ComparisonFrame frame) => frame.Samples == 1 ? ", or `samples: 3` if it is noise," : "";
}
