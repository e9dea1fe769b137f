using LayerEvals.Comparing;
using LayerEvals.Configs;
using LayerEvals.Diagnostics;
using LayerEvals.Reading;

namespace LayerEvals.Planning;

/// <summary>Says before any call when a Pass cannot come out, however well the candidate does: too few cases, overall or in a layer.</summary>
internal static class SizeChecks
{
    public static void Warn(SourceFile file, EvalConfig config, IReadOnlyList<GoldenCase> cases)
    {
        var gate = config.Gate;
        if (cases.Count == 0) return;
        Say("overall", cases.Count, gate.Margin, "margin");
        var sizes = cases.SelectMany(c => c.Checks.Items.Select(check => check.Layer).Distinct(StringComparer.Ordinal)).CountBy(l => l, StringComparer.Ordinal);
        foreach (var (layer, count) in sizes.OrderBy(s => s.Key, StringComparer.Ordinal)) Say(layer, count, gate.GuardOf(layer), "guard");
        return;

        void Say(string what, int count, double margin, string rule)
        {
            var needed = ZeroDiscordance.CasesNeeded(margin, gate.Confidence);
            if (count < needed)
                file.Warn(ProblemIds.PassImpossible, 0, $"a Pass is impossible by size: {what} has {Numerals.Count(count, "case")}, and a {rule} of {Numerals.Plain(margin * 100)} points needs at least {needed}, even when nothing got worse",
                    $"add {Numerals.Count(needed - count, "case")}, or widen the {rule} in `gate` if the product allows it");
        }
    }
}
