using System.Text;

namespace LayerEvals.Models;

/// <summary>Writes sentences of the evidence, each followed by the id of its source, within the limits.</summary>
internal static class Prose
{
    private const int OpenTaskSentences = 3;

    public static string Write(Reading reading)
    {
        var chosen = Choose(reading);
        if (chosen.Count == 0) return reading.NotFound;

        var instructions = reading.Instructions;
        var paragraphs = Math.Clamp(instructions.Paragraphs.Max ?? instructions.Paragraphs.Min ?? 1, 1, chosen.Count);
        var perParagraph = (chosen.Count + paragraphs - 1) / paragraphs;
        var text = new StringBuilder();
        for (var number = 0; number < chosen.Count; number++)
        {
            if (number > 0) text.Append(number % perParagraph == 0 ? "\n\n" : " ");
            text.Append(chosen[number].Text);
            if (!instructions.CitesAtTheEnd) text.Append(instructions.Citations.Of(chosen[number].Id));
        }
        if (instructions.CitesAtTheEnd)
            foreach (var id in chosen.Select(finding => finding.Id).Distinct()) text.Append(instructions.Citations.Of(id));
        return text.ToString();
    }

    /// <summary>The sentences to say, in the order of saying.</summary>
    public static IReadOnlyList<Finding> Choose(Reading reading)
    {
        var (instructions, question) = (reading.Instructions, reading.Question);
        var usual = question.IsOpen ? OpenTaskSentences : Math.Max(reading.Traits.Sentences, question.Parts.Count);
        var most = instructions.Sentences.Max ?? Math.Max(usual, instructions.Sentences.Min ?? 1);
        if (instructions.Sentences.Max is null || instructions.Sentences.Min is null) most = Math.Min(most, Math.Max(usual, instructions.Sentences.Min ?? 1));
        var own = Words.Count(instructions.Opening) + Words.Count(instructions.Closing);
        var left = (instructions.Words.Max ?? int.MaxValue) - own;
        var chosen = new List<Finding>();
        var said = 0;
        foreach (var finding in reading.Evidence.Ranked)
        {
            var isNeeded = said < (instructions.Words.Min ?? 0) - own || chosen.Count < (instructions.Sentences.Min ?? 0);
            if (chosen.Count >= most && !isNeeded) break;
            if (chosen.Count > 0 && !isNeeded && !IsSupport(finding, reading)) break;
            if (Repeats(finding, chosen) || ForbiddenWords.Occur(instructions.Forbidden, finding.Text)) continue;

            var length = Words.Count(finding.Text) + CitationWords(finding, instructions);
            if (length > left) continue;

            chosen.Add(finding);
            left -= length;
            said += length;
        }
        return chosen.Count > 0 ? InOrder(chosen, question) : Squeezed(reading, left);
    }

    private static bool IsSupport(Finding finding, Reading reading) =>
        finding.Score >= reading.Traits.SupportNeeded * reading.Evidence.Ranked[0].Score && finding.Score > 0;

    // No whole sentence fits, or each holds a forbidden word: the best one is cut.
    private static IReadOnlyList<Finding> Squeezed(Reading reading, int left)
    {
        if (reading.Evidence.Ranked.Count == 0) return [];

        var best = reading.Evidence.Ranked[0];
        var text = ForbiddenWords.CutFrom(best.Text, reading.Instructions.Forbidden);
        text = Trim.ToWords(text, left == int.MaxValue ? left : left - CitationWords(best, reading.Instructions));
        return text.Length == 0 ? [] : [best with { Text = text }];
    }

    private static int CitationWords(Finding finding, Instructions instructions) =>
        finding.Id is null || instructions.Citations == CitationStyle.None ? 0 : Words.Count(instructions.Citations.Of(finding.Id));

    private static bool Repeats(Finding finding, List<Finding> chosen) =>
        chosen.Exists(other => other.Text.Contains(finding.Text, StringComparison.OrdinalIgnoreCase) || finding.Text.Contains(other.Text, StringComparison.OrdinalIgnoreCase));

    private static List<Finding> InOrder(List<Finding> chosen, Question question)
    {
        if (question.IsOpen) chosen.Sort((a, b) => a.Order.CompareTo(b.Order));
        return chosen;
    }
}
