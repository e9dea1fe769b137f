using LayerEvals.Diagnostics;

namespace LayerEvals.Comparing;

/// <summary>A row of the power table in words (STATISTICS 2.7).</summary>
internal static class PowerSentence
{
    /// <summary>The smallest drop that would be seen, and what stays possible whatever comes.</summary>
    public static string Detects(PowerRow row, PowerTable table)
    {
        var (assumed, what) = (table.Assumed, row.IsOverall ? "This comparison" : "This layer");
        var holm = table.Hypotheses == 1 ? "" : $" at the Holm worst case of {table.Hypotheses} hypotheses";
        return $"{what} cannot detect {Smaller(row.Detects)} ({Percent(assumed.Power)} power{holm}, {Percent(assumed.Discordance)} background discordance{Samples(assumed)}{Alone(row, table)}); "
            + $"even with no changed case it could not rule out a drop of {Points(row.StaysPossible)} points.";
    }

    /// <summary>The chance of a candidate that changes nothing, and what would raise it. <paramref name="price"/> ends the clause about so many more cases.</summary>
    public static string Decides(PowerRow row, PowerTable table, Func<int, string> price)
    {
        var kind = row.IsOverall ? "margin" : "guard";
        var chance = $"When nothing changes, a drop of {Numerals.Plain(row.Allowed * 100)} points ({kind}) is ruled out with a chance of {Chance(row.ChanceToRuleOut)}";
        if (row.MoreCases == 0) return $"{chance}.";
        var samples = row.SamplesInstead is { } k ? $"; so would {k} samples of each case, where the changes are chance between askings" : "";
        return row.MoreCases is { } more
            ? $"{chance}; {Numerals.Count(more, "more case")} would make it {Percent(table.Assumed.Power)}{price(more)}{samples}."
            : $"{chance}; not even a million cases would make it {Percent(table.Assumed.Power)}{samples}.";
    }

    /// <summary>A chance that is never rounded to a certainty.</summary>
    public static string Chance(double chance) => chance switch
    {
        > 0.999 => "over 99.9 %",
        0 => "0 %",
        < 0.001 => "under 0.1 %",
        _ => Numerals.Percent(chance),
    };

    static string Smaller(double? drop) => drop is { } d ? $"a drop smaller than {Points(d)} points" : "any drop";

    static string Alone(PowerRow row, PowerTable table) =>
        table.Hypotheses == 1 ? "" : row.DetectsAlone is { } d ? $"; {Points(d)} points if it were tested alone" : "; none even if it were tested alone";

    static string Samples(PowerAssumption assumed) => assumed.Samples == 1 ? "" : $", the mean of {assumed.Samples} samples";

    static string Percent(double share) => $"{Numerals.Plain(Math.Round(share * 100, 1))} %";

    static string Points(double share) => Numerals.Fixed(share * 100, share < 0.0005 ? 3 : 1);
}
