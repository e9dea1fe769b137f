using LayerEvals.Scoring;

namespace LayerEvals.Runs;

/// <summary>The outcomes of a case's declared checks, and its lines of scores.jsonl.</summary>
/// <param name="Declared">[side][sample][check].</param>
/// <param name="Retries">[retry][check], of the candidate.</param>
/// <param name="Lines">The lines, those of retries marked as such.</param>
internal sealed record CaseScores(Outcome[][][] Declared, Outcome[][] Retries, byte[] Lines)
{
    public static CaseScores Of(GoldenCase golden, CaseAnswers answers)
    {
        using var lines = new ScoreLines();
        var declared = new Outcome[2][][];
        for (var side = 0; side < 2; side++) declared[side] = [.. Scored(answers, side).Select(answer => Score(golden, answer, ScoreKind.Declared, lines))];
        Outcome[][] retries = [.. answers.Retries.Select(answer => Score(golden, answer, ScoreKind.Retry, lines))];
        return new CaseScores(declared, retries, lines.Written.ToArray());
    }

    // A blessed baseline has outcomes and no answers.
    static IReadOnlyList<Answer> Scored(CaseAnswers answers, int side) => side == 0 && answers.Record.Blessed is not null ? [] : answers.Of(side);

    static Outcome[] Score(GoldenCase golden, Answer answer, ScoreKind kind, ScoreLines lines)
    {
        var findings = Scorer.Score(golden, answer);
        for (var i = 0; i < findings.Length; i++)
            lines.Add(golden, answer, (golden.Checks.Items[i].Id, golden.Checks.Items[i].Layer), findings[i], kind);
        return Array.ConvertAll(findings, f => f.Outcome);
    }
}
