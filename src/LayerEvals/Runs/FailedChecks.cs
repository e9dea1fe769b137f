using LayerEvals.Reporting;

namespace LayerEvals.Runs;

/// <summary>What one side failed in a case, as a report shows it.</summary>
internal static class FailedChecks
{
    // A reader has seen what is wrong after a few; scores.jsonl has them all.
    const int MostParts = 6;

    /// <summary>Each check once with each reason, with its parts on the first sample that shows it.</summary>
    public static IReadOnlyList<FailedCheck> Of(Run run, CaseRecord record, int side)
    {
        var failed = new Dictionary<(string, string, string), FailedCheck>();
        foreach (var score in ScoredCheck.Of(run, record).Where(s => s.Side == side && s.Outcome == Outcome.Failed))
        {
            var (reason, parts) = (score.Finding.Reason ?? "", score.Finding.Parts);
            if (failed.ContainsKey((score.Check, score.Layer, reason))) continue;
            var text = parts.Count == 0 ? "" : LookedAt(run, (record.Case, side, score.Sample), score.Check);
            failed[(score.Check, score.Layer, reason)] = new FailedCheck(score.Check, score.Layer, reason)
            {
                Parts = [.. parts.Where(p => p.Outcome == Outcome.Failed).Take(MostParts).Select(p => Shown(p, text))],
            };
        }
        return [.. failed.Values];
    }

    static FailedPart Shown(FindingPart part, string text) =>
        new(part.Name, part.Reason ?? "") { Claim = MarkedText.Of(text, part), Source = part.Source, SourceText = part.SourceText };

    // A check that names a turn speaks of that turn's text.
    static string LookedAt(Run run, (GoldenCase Case, int Side, int Sample) asked, string check)
    {
        if (run.Recorded(asked.Case, asked.Side, asked.Sample) is not { } answer) return "";
        var turn = asked.Case.Checks.Items.FirstOrDefault(c => c.Id == check)?.Turn ?? 0;
        return turn > 0 && turn <= answer.Turns.Count ? answer.Turns[turn - 1] : answer.Text;
    }
}
