using LayerEvals.Comparing;
using LayerEvals.Diagnostics;

namespace LayerEvals.Reporting;

/// <summary>The section "Answers and abstentions": counts by layer, then the two rates and what follows from them, and what the twins do.</summary>
internal static class AbstentionSection
{
    const string Note = "Where the sources hold the answer it should be given, where they do not it should be \"not found in sources\". The two rates move in opposite directions and are never one score. Correct: every other declared check passed. Neither: empty, or refused for safety.";

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

    public static SideSection? Of(Report report) => report.Result.Abstentions is not { } abstentions ? null
        : new SideSection("abstentions", "Answers and abstentions", Note, [.. abstentions.Layers.Select(layer => SideTable.Of(report, layer, Cells, AbstentionRates.Of))])
        {
            Sentences = [.. Twins(abstentions.Twins, report)],
        };

    // A sentence a side on the pairs of a case and its twin; none where there are none.
    static IEnumerable<string> Twins(TwinPairs? twins, Report report)
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
