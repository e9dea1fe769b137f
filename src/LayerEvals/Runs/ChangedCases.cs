using LayerEvals.Reporting;

namespace LayerEvals.Runs;

/// <summary>What a reader needs to judge a case that got worse, read back from the record when it is told.</summary>
internal static class ChangedCases
{
    /// <param name="run">The run.</param>
    /// <param name="record">The case.</param>
    /// <param name="layers">The layers that got worse.</param>
    /// <param name="rerun">The command that runs a case again.</param>
    public static ChangedCase Of(Run run, CaseRecord record, IReadOnlyList<string> layers, Func<GoldenCase, string> rerun)
    {
        var golden = record.Case;
        var messages = run.Plan.Messages(golden, 1);
        return new ChangedCase
        {
            Case = golden,
            Layers = layers,
            Failed = FailedChecks.Of(run, record, side: 1),
            Question = golden.Holes.TryGetValue("input", out var input) ? input : messages.LastOrDefault(m => m.Role == "user")?.Text ?? "",
            BaselineText = record.Blessed?.Shown ?? AnswerText.Of(Shown(run, record, 0, Outcome.Passed)),
            CandidateText = AnswerText.Of(Shown(run, record, 1, Outcome.Failed)),
            Rerun = rerun(golden),
        };
    }

    // Of several samples the first that shows what the report says: the baseline passed, the candidate failed.
    static Answer? Shown(Run run, CaseRecord record, int side, Outcome wanted)
    {
        var sample = Array.FindIndex(record.Overall(side), outcome => outcome == wanted) + 1;
        return run.Recorded(record.Case, side, Math.Max(1, sample));
    }
}
