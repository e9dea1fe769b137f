using LayerEvals.Comparing;
using LayerEvals.Configs.Pins;
using LayerEvals.Diagnostics;

namespace LayerEvals.Reporting.Page;

/// <summary>What makes the comparison unsafe, or needs to be known before it is believed: each in a box of its own, before any number.</summary>
internal static class Banners
{
    const int MostNamed = 5;

    public static Markup Of(Report report, PageRecords records)
    {
        var warned = Unsafe(report, records).ToList();
        var told = Told(report).ToList();
        if (warned.Count + told.Count == 0) return Markup.None;
        return Markup.Of($"<section class=\"banners\" aria-label=\"Before you rely on it\">\n{warned.Select(text => Box("caution", "Caution", text))}{told.Select(text => Box("note", "Note", text))}</section>\n");
    }

    static Markup Box(string kind, string word, string text) => Markup.Of($"<p class=\"banner {kind}\"><b>{word}</b> <span>{text}</span></p>\n");

    static IEnumerable<string> Unsafe(Report report, PageRecords records)
    {
        var comparison = report.Comparison;
        var (coverage, tally) = (comparison.Coverage, comparison.Overall.Tally);
        if (!coverage.IsWhole) yield return coverage.Ran < coverage.Planned ? $"Partial run: {coverage.Ran} of {coverage.Planned} cases ran. A partial run never passes." : "Partial run: tests of these cases were left out. A partial run never passes.";
        if (tally.LostShare > comparison.Gate.MaxUnscored) yield return $"{Numerals.Percent(tally.LostShare)} of the pairs have no outcome ({LayerSentence.Lost(tally)}); the gate allows {Numerals.Plain(Math.Round(comparison.Gate.MaxUnscored * 100, 8))} %.";
        foreach (var side in records.Sides.Where(s => s.FromOthers > 0))
            yield return $"{side.Side.Name} is pinned to {Pin.Shown(side.Side)}, and {Numerals.Count(side.FromOthers, "answer")} came from {Named(side.Others)}.";
        foreach (var side in records.Sides.Where(s => s.CutOff > 0)) yield return $"{Numerals.Count(side.CutOff, "answer")} of {side.Side.Name} ended at the token limit.";
        if (FewCases(comparison) is { } few) yield return few;
        foreach (var warning in report.Plan.Warnings) yield return $"{warning.Id}: {warning.What}.";
    }

    // Small n: what a reader would take for calm is blindness.
    static string? FewCases(Comparison comparison)
    {
        var few = comparison.Layers.Append(comparison.Overall).Where(l => l.Detectable is { } d && (d.Corrected ?? 1) > l.Rule.Guard).ToList();
        return few.Count == 0 ? null : $"Few cases. {string.Join("; ", few.Select(Smallest))} (80 % power).";
    }

    static string Smallest(LayerComparison layer) => layer.Detectable?.Corrected is { } drop
        ? $"{LayerSentence.Short(layer.Title)}, with {layer.Tally.N}, cannot detect a drop smaller than {Numerals.Fixed(drop * 100, 0)} points"
        : $"{LayerSentence.Short(layer.Title)}, with {layer.Tally.N}, cannot detect any drop";

    static IEnumerable<string> Told(Report report)
    {
        if (report.UsesEmbeddedReader) yield return "A side is answered by the embedded reader, an extractive program that quotes its sources. It is not a language model.";
        foreach (var note in report.Result.Notes) yield return note;
    }

    static string Named(IEnumerable<string> names)
    {
        var all = names.ToList();
        return all.Count <= MostNamed ? string.Join(", ", all) : $"{string.Join(", ", all.Take(MostNamed))} and {all.Count - MostNamed} more";
    }
}
