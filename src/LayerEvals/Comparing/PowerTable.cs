using LayerEvals.Configs;

namespace LayerEvals.Comparing;

/// <summary>What a plan of so many cases a layer can show, before anything is asked.</summary>
/// <param name="Rows">One a layer in the order of the stack, then the whole; empty where no case has a check.</param>
/// <param name="Hypotheses">How many questions Holm corrects for.</param>
internal sealed record PowerTable(IReadOnlyList<PowerRow> Rows, int Hypotheses, Gate Gate, PowerAssumption Assumed)
{
    /// <param name="layers">The layers that the plan's checks touch, and the cases that touch each.</param>
    /// <param name="cases">The cases that have a check.</param>
    public static PowerTable Of(IReadOnlyList<(string Layer, int Cases)> layers, int cases, (Gate Gate, PowerAssumption Assumed) rule)
    {
        // One layer and overall are one question, not two.
        var hypotheses = layers.Count == 1 ? 1 : layers.Count + 1;
        return new PowerTable([.. layers.Append((Layer: Comparer.OverallId, Cases: cases)).Where(l => l.Cases > 0).Select(l => PowerRow.Of(l.Layer, l.Cases, hypotheses, rule))], hypotheses, rule.Gate, rule.Assumed);
    }
}
