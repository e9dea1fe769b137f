using LayerEvals.Reading;

namespace LayerEvals.Runs;

/// <summary>What a check said of one answer, as the record of the run has it: a run keeps outcomes in memory, not reasons.</summary>
/// <param name="Sample">The place among the side's answers.</param>
internal sealed record ScoredCheck(int Side, int Sample, string Check, string Layer, Finding Finding)
{
    /// <summary>Whether it was the second asking of what must pass; it enters no count.</summary>
    public bool IsRetry { get; init; }

    public Outcome Outcome => Finding.Outcome;

    /// <summary>All of a case, declared ones first.</summary>
    public static List<ScoredCheck> Of(Run run, CaseRecord record)
    {
        var scores = new List<ScoredCheck>();
        foreach (var (line, _) in JsonText.Lines(run.ScoreLines(record))) scores.Add(Of(run, ScoreLine.Read(line.Span)));
        foreach (var f in record.Code) scores.Add(new ScoredCheck(f.Side, f.Sample, f.Check, f.Layer, f.Finding));
        return scores;
    }

    static ScoredCheck Of(Run run, ScoreLine line)
    {
        var (config, sample) = (run.Plan.Config, line.Sample);
        var side = line.Configuration == config.Candidate.Name ? 1 : 0;
        // One configuration asked twice: the second asking counts on after the first.
        if (run.Plan.IsAskedTwice && side == 1) sample -= config.Samples;
        return new ScoredCheck(side, sample, line.Check, line.Layer, line.Finding) { IsRetry = line.IsRetry };
    }
}
