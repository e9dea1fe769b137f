using LayerEvals.Scoring;

namespace LayerEvals.Runs;

/// <summary>The outcomes of a case's declared checks, and its lines of scores.jsonl.</summary>
/// <param name="Declared">[side][sample][check].</param>
/// <param name="Retries">[retry][check], of the candidate.</param>
/// <param name="Kinds">[side]: what the answers are.</param>
/// <param name="Lines">The lines, those of retries marked as such.</param>
internal sealed record CaseScores(Outcome[][][] Declared, Outcome[][] Retries, SideKinds[] Kinds, byte[] Lines)
{
    public static CaseScores Of(GoldenCase golden, CaseAnswers answers, IReadOnlyList<ModelConfiguration> sides)
    {
        using var lines = new ScoreLines();
        var declared = new Outcome[2][][];
        SideKinds[] kinds = [new(), new()];
        for (var side = 0; side < 2; side++) declared[side] = [.. Scored(answers, side).Select(answer => Score((golden, sides[side].Price), answer, (ScoreKind.Declared, lines), kinds[side]))];
        Outcome[][] retries = [.. answers.Retries.Select(answer => Score((golden, sides[1].Price), answer, (ScoreKind.Retry, lines), new SideKinds()))];
        return new CaseScores(declared, retries, kinds, lines.Written.ToArray());
    }

    // A blessed baseline has outcomes and no answers.
    static IReadOnlyList<Answer> Scored(CaseAnswers answers, int side) => side == 0 && answers.Record.Blessed is not null ? [] : answers.Of(side);

    static Outcome[] Score((GoldenCase Case, Price? Price) of, Answer answer, (ScoreKind Kind, ScoreLines Lines) into, SideKinds kinds)
    {
        var golden = of.Case;
        var subject = Subject.Of(golden, answer, of.Price);
        var findings = Scorer.Score(subject);
        kinds.Add(subject, findings);
        for (var i = 0; i < findings.Length; i++)
            into.Lines.Add(golden, answer, (golden.Checks.Items[i].Id, golden.Checks.Items[i].Layer), findings[i], into.Kind);
        return Array.ConvertAll(findings, f => f.Outcome);
    }
}
