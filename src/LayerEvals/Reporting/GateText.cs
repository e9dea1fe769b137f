using LayerEvals.Comparing;
using LayerEvals.Configs;
using LayerEvals.Diagnostics;

namespace LayerEvals.Reporting;

/// <summary>The gate in a sentence, as it was fixed before the run, with what the numbers of the table are.</summary>
internal static class GateText
{
    public static string Of(Comparison comparison) =>
        $"Rates with {Points(comparison.Gate.Confidence)} % Wilson intervals (Clopper-Pearson below 20 cases), the difference with its {Report.IntervalOf(comparison)} interval. "
            + $"Gate {RuleOf(comparison)}.";

    /// <summary>The rule alone.</summary>
    public static string RuleOf(Comparison comparison)
    {
        var gate = comparison.Gate;
        var rules = comparison.Layers.Select(l => (l.Layer, Rule: gate.RuleOf(l.Layer))).ToList();
        var guards = rules.Where(r => r.Rule.Guard != gate.Guard).Select(r => $"{r.Layer} {Points(r.Rule.Guard)}");
        var margins = rules.Where(r => r.Rule.Margin != gate.Margin).Select(r => $"{r.Layer} {Points(r.Rule.Margin)}");
        var floors = rules.Append((Layer: Comparer.OverallId, Rule: gate.Overall)).Where(r => r.Rule.MinPassRate is not null).Select(r => $"{r.Layer} {Points(r.Rule.MinPassRate!.Value)} %");
        return $"paired-v1, fixed before the run: margin {Points(gate.Margin)} points overall{InBrackets(margins)}, guard {Points(gate.Guard)} points a layer{InBrackets(guards)}{Floors(floors)}, at most {Points(gate.MaxUnscored)} % unscored";
    }

    static string Floors(IEnumerable<string> floors) => string.Join(", ", floors) is { Length: > 0 } text ? $", floors {text}" : "";

    static string InBrackets(IEnumerable<string> exceptions) => string.Join(", ", exceptions) is { Length: > 0 } text ? $" ({text})" : "";

    static string Points(double share) => Numerals.Plain(Math.Round(share * 100, 8));
}
