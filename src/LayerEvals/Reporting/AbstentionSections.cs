using System.Globalization;
using System.Text;
using LayerEvals.Comparing;
using LayerEvals.Diagnostics;

namespace LayerEvals.Reporting;

/// <summary>The section "Answers and abstentions" of report.md, and the rows that the page shows too.</summary>
internal static class AbstentionSections
{
    public const string Title = "Answers and abstentions";
    public const string Note = "Where the sources hold the answer it should be given, where they do not it should be \"not found in sources\". The two rates move in opposite directions and are never one score. Correct: every other declared check passed. Neither: empty, or refused for safety.";

    public static void Markdown(StringBuilder text, Report report, Func<string, string> escaped)
    {
        if (report.Abstentions is not { } abstentions) return;
        text.Append(CultureInfo.InvariantCulture, $"## {Title}\n\n{escaped(Note)}\n\n");
        foreach (var layer in abstentions.Layers) SideTable.Markdown(text, report, (layer.Layer, Rows(layer, report)), escaped);
        foreach (var sentence in Twins(abstentions.Twins, report)) text.Append(CultureInfo.InvariantCulture, $"- {escaped(sentence)}\n");
        if (abstentions.Twins is not null) text.Append('\n');
    }

    /// <summary>The rows of a layer's table: counts, then the two rates and what follows from them.</summary>
    public static IEnumerable<SideRow> Rows(LayerSides<ReplyTable> layer, Report report) => SideTable.Rows(layer, Cells, AbstentionRates.Of, report.Comparison.Gate.Confidence);

    static readonly (string Name, Func<ReplyTable, double> Count)[] Cells =
    [
        ("answerable: answered correctly", t => t.Count(true, Reply.Correct)),
        ("answerable: answered wrongly", t => t.Count(true, Reply.Wrong)),
        ("answerable: answered, not judged", t => t.Count(true, Reply.Unjudged)),
        ("answerable: abstained", t => t.Count(true, Reply.Abstained)),
        ("answerable: neither", t => t.Count(true, Reply.Neither)),
        ("not answerable: answered", t => t.AnsweredWhenAbsent),
        ("not answerable: abstained", t => t.Count(false, Reply.Abstained)),
        ("not answerable: neither", t => t.Count(false, Reply.Neither)),
        ("errored or unscored", t => t.Lost),
    ];

    /// <summary>A sentence a side on the pairs of a case and its twin; none where there are none.</summary>
    public static IEnumerable<string> Twins(TwinPairs? twins, Report report)
    {
        if (twins is null) yield break;
        if (twins.Baseline is { } baseline) yield return Sentence(report.Config.Baseline.Name, baseline);
        yield return Sentence(report.Config.Candidate.Name, twins.Candidate);
    }

    static string Sentence(string side, TwinCounts counts)
    {
        var kept = counts.NotFlipped == 0 ? "" : $" {counts.NotFlipped} do not: {counts.AnswersBoth.Count} answer both times{First(counts.AnswersBoth)}, {counts.AbstainsBoth.Count} abstain both times{First(counts.AbstainsBoth)}, {counts.Reversed.Count} the wrong way round{First(counts.Reversed)}.";
        var lost = counts.Lost.Count == 0 ? "" : $" {counts.Lost.Count} cannot be told: no answer came, or an empty one or a refusal.";
        return $"{side}: {counts.Flipped.Count} of {Numerals.Count(counts.Pairs, "pair")} of a case and its twin without the source flip as they should: answered with it, abstained without it.{kept}{lost}";
    }

    static string First(IReadOnlyList<string> keys) => keys.Count == 0 ? "" : $" (first {keys[0]})";
}
