using System.Text.Json;
using LayerEvals.Reporting;

namespace LayerEvals.Runs;

/// <summary>What one side failed in a case, read back from its score lines: a run keeps outcomes in memory, not reasons.</summary>
internal static class FailedChecks
{
    // A reader has seen what is wrong after a few; scores.jsonl has them all.
    const int MostParts = 6;

    /// <summary>Each check once with each reason, with its parts on the first sample that shows it.</summary>
    public static IReadOnlyList<FailedCheck> Of(Run run, CaseRecord record, int side)
    {
        var failed = new Dictionary<(string, string, string), FailedCheck>();
        var name = run.Plan.Config.Sides[side].Name;
        foreach (var (line, _) in Reading.JsonText.Lines(run.ScoreLines(record)))
        {
            using var json = JsonDocument.Parse(line);
            var score = json.RootElement;
            if (score.GetProperty("configuration").GetString() != name || score.GetProperty("outcome").GetString() != nameof(Outcome.Failed)) continue;
            var check = new FailedCheck(score.GetProperty("check").GetString()!, score.GetProperty("layer").GetString()!, score.GetProperty("reason").GetString()!);
            Add(check, ScoreParts.Read(score), SampleOf(run, side, score.GetProperty("sample").GetInt32()));
        }
        foreach (var code in record.Code.Where(f => f.Side == side && f.Finding.Outcome == Outcome.Failed))
            Add(new FailedCheck(code.Check, code.Layer, code.Finding.Reason ?? ""), code.Finding.Parts, code.Sample);
        return [.. failed.Values];

        void Add(FailedCheck check, IReadOnlyList<FindingPart> parts, int sample)
        {
            if (failed.ContainsKey((check.Check, check.Layer, check.Reason))) return;
            var text = parts.Count == 0 ? "" : LookedAt(run, (record.Case, side, sample), check.Check);
            failed[(check.Check, check.Layer, check.Reason)] = check with { Parts = [.. parts.Where(p => p.Outcome == Outcome.Failed).Take(MostParts).Select(p => Shown(p, text))] };
        }
    }

    // Where one configuration was asked twice the second asking's samples are numbered on from the first's.
    static int SampleOf(Run run, int side, int written) => run.Plan.IsAskedTwice && side == 1 ? written - run.Plan.Config.Samples : written;

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
