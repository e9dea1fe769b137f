using LayerEvals.Comparing;
using LayerEvals.Configs;
using LayerEvals.Diagnostics;
using LayerEvals.Reading;

namespace LayerEvals.Planning;

/// <summary>Says before any call when a Pass cannot come out, however well the candidate does: too few cases, overall or in a layer.</summary>
internal static class SizeChecks
{
    public static void Warn(SourceFile file, Gate gate, PlanSize size)
    {
        if (size.Cases == 0) return;
        Say("overall", size.Cases, gate.Margin, "margin");
        foreach (var (layer, of) in size.Layers.OrderBy(s => s.Key, StringComparer.Ordinal)) Say(layer, of.Cases, gate.RuleOf(layer).Guard, "guard");
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
