using LayerEvals.Diagnostics;
using LayerEvals.Reading;
using LayerEvals.Scoring.Text;

namespace LayerEvals.Scoring.Checks;

/// <summary>The answer is exactly one of a set of labels; or, <c>anywhere</c>, holds exactly one of them as a whole word.</summary>
internal static class LabelsCheck
{
    public static CheckType Type { get; } = new("labels", Layers.FineTuning, Read) { Short = CheckType.Under("of") };

    static Check? Read(MapReader settings)
    {
        if (settings.Node("of") is null) settings.Required("of", "write `of: [a label, another]`");
        var labels = settings.Texts("of").Select(Wanted.Folded).ToList();
        var isAnywhere = settings.OneOf("mode", "whole", "anywhere") == "anywhere";
        var comparison = settings.Flag("ignore-case") ?? true ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        if (labels.Count > 1 && labels.All(label => label.Length > 0)) return subject => Judge(labels, (isAnywhere, comparison), subject.Text);
        if (settings.Node("of") is not null) settings.File.Error(ProblemIds.BadValue, settings.LineOf("of"), $"expected two labels or more, none of them empty, found {(labels.Count > 1 ? "an empty one" : Numerals.Count(labels.Count, "label"))}", "write `labels: [a label, another]`; one text alone goes into `equals`");
        return null;
    }

    static Finding Judge(List<string> labels, (bool IsAnywhere, StringComparison Comparison) mode, string text)
    {
        var folded = Wanted.Folded(text);
        var bare = folded.AsSpan().Trim("\"'`*").TrimEnd('.').Trim("\"'`*").ToString();
        if (labels.Exists(label => bare.Equals(label, mode.Comparison) || folded.Equals(label, mode.Comparison))) return Finding.Pass;
        // The longest first, each taken out: "very high" holds no "high".
        var found = new List<string>();
        var rest = folded;
        foreach (var label in labels.OrderByDescending(l => l.Length))
        {
            if (WholeWords.Count(rest, label, mode.Comparison) == 0) continue;
            found.Add(label);
            rest = rest.Replace(label, "\n", mode.Comparison);
        }
        found.Sort((a, b) => labels.IndexOf(a).CompareTo(labels.IndexOf(b)));
        if (mode.IsAnywhere && found.Count == 1) return Finding.Pass;
        var wanted = $"exactly one of {Listed(labels)}{(mode.IsAnywhere ? "" : " and nothing else")}";
        return Finding.Fail($"expected {wanted}, found {(found.Count == 0 ? "none" : found.Count == 1 ? $"{Listed(found)} among other words" : Listed(found))}", Scorer.Quote(text));
    }

    static string Listed(IReadOnlyList<string> labels) => string.Join(", ", labels.Take(8).Select(l => $"`{Printable.Short(l, 40)}`")) + (labels.Count > 8 ? $" and {labels.Count - 8} more" : "");
}
