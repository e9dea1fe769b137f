namespace LayerEvals.Models;

/// <summary>Decides labels and codes by the rules that the prompt and the sources hold.</summary>
internal static class Ruling
{
    public static Decision On(IReadOnlyList<string> labels, Reading reading)
    {
        if (reading.Record.Count == 0) return Decision.On(labels, [], (reading.Record, []), reading.Vocabulary);

        var rules = reading.Rules().ToList();
        var codes = Codes.In(rules.Select(rule => rule.Text)).Except(labels).ToList();
        return Decision.On(labels, rules, (reading.Record, codes.Count == 0 ? [] : OnCodes(codes, reading).Holding), reading.Vocabulary);
    }

    /// <summary>Decides on codes alone: no code depends on another.</summary>
    public static Decision OnCodes(IReadOnlyList<string> codes, Reading reading) =>
        Decision.On(codes, reading.Rules(), (reading.Record, []), reading.Vocabulary);
}
