using LayerEvals.Diagnostics;

namespace LayerEvals.Scoring.Citing.Parts;

/// <summary>The sources that a right answer cites, and how much of them is asked for (gold evidence recall, precision and F1).</summary>
/// <param name="Ids">The sources.</param>
/// <param name="Recall">The least share of them that is cited.</param>
/// <param name="Precision">The least share of what is cited that is among them; null where nobody asks.</param>
/// <param name="F1">The least harmonic mean of both; null where nobody asks.</param>
internal sealed record ExpectedSources(IReadOnlyList<string> Ids, double Recall, double? Precision, double? F1);

/// <summary>The answer cites what it should: recall, precision and F1 of the distinct ids against the expected ones.</summary>
internal static class ExpectedPart
{
    const string Name = "expected";

    public static CheckedPart Of(CitedAnswer answer, ExpectedSources expected)
    {
        if (expected.Ids.Count == 0) return CheckedPart.NotApplicable(Name, "no source is expected");
        // That nothing is cited is said by `present`, with what was expected.
        if (answer.Ids.Count == 0) return CheckedPart.NotApplicable(Name, "cites nothing");
        var missing = expected.Ids.Where(id => !answer.Ids.Contains(id)).ToList();
        var right = expected.Ids.Count - missing.Count;
        var recall = (double)right / expected.Ids.Count;
        var precision = (double)right / answer.Ids.Count;
        var f1 = right == 0 ? 0 : 2 * precision * recall / (precision + recall);
        var cites = $"cites {CheckedPart.Ids(answer.Ids)}";
        var reasons = new List<string>();
        if (recall < expected.Recall) reasons.Add(expected.Recall >= 1 ? $"does not cite {CheckedPart.Ids(missing)}; {cites}" : $"{Below("recall", recall, expected.Recall)}: does not cite {CheckedPart.Ids(missing)}; {cites}");
        if (precision < expected.Precision) reasons.Add($"{Below("precision", precision, expected.Precision.Value)}: {cites}, expected {CheckedPart.Ids(expected.Ids)}");
        if (f1 < expected.F1) reasons.Add($"{Below("F1", f1, expected.F1.Value)}: {cites}, expected {CheckedPart.Ids(expected.Ids)}");
        return reasons.Count == 0 ? CheckedPart.Passed(Name) : CheckedPart.Failed([.. reasons.Select((r, i) => Below(answer, i == 0 ? missing : [], r))]);
    }

    static string Below(string rate, double found, double asked) => $"gold evidence {rate} {Numerals.Fixed(found, 2)}, expected at least {Numerals.Fixed(asked, 2)}";

    // The first reason shows a source that should have been cited.
    static FindingPart Below(CitedAnswer answer, List<string> missing, string reason) => new(Name, Outcome.Failed, reason)
    {
        Source = missing.Count > 0 ? missing[0] : null,
        SourceText = missing.Count > 0 && answer.Shelf.Find(missing[0]) is { } source ? Excerpt.Of(source, Printable.Short(answer.Text, 2000)) : null,
    };
}
