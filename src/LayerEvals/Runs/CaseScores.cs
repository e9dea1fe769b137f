using LayerEvals.Comparing;
using LayerEvals.Scoring;

namespace LayerEvals.Runs;

/// <summary>The outcomes of a case's declared checks, and its lines of scores.jsonl.</summary>
/// <param name="Declared">[side][sample][check].</param>
/// <param name="Retries">[retry][check], of the candidate.</param>
/// <param name="Replies">[side][sample]: answers and abstentions; empty where no not-found check asks.</param>
/// <param name="Lines">The lines, those of retries marked as such.</param>
internal sealed record CaseScores(Outcome[][][] Declared, Outcome[][] Retries, Reply[][] Replies, byte[] Lines)
{
    public static CaseScores Of(GoldenCase golden, CaseAnswers answers)
    {
        using var lines = new ScoreLines();
        var declared = new Outcome[2][][];
        var replies = new List<Reply>[] { [], [] };
        for (var side = 0; side < 2; side++) declared[side] = [.. Scored(answers, side).Select(answer => Score(golden, answer, (ScoreKind.Declared, lines), replies[side]))];
        Outcome[][] retries = [.. answers.Retries.Select(answer => Score(golden, answer, (ScoreKind.Retry, lines), []))];
        return new CaseScores(declared, retries, [[.. replies[0]], [.. replies[1]]], lines.Written.ToArray());
    }

    // A blessed baseline has outcomes and no answers.
    static IReadOnlyList<Answer> Scored(CaseAnswers answers, int side) => side == 0 && answers.Record.Blessed is not null ? [] : answers.Of(side);

    static Outcome[] Score(GoldenCase golden, Answer answer, (ScoreKind Kind, ScoreLines Lines) into, List<Reply> replies)
    {
        var findings = Scorer.Score(golden, answer);
        if (Scorer.Reply(golden, answer, findings) is { } reply) replies.Add(reply);
        for (var i = 0; i < findings.Length; i++)
            into.Lines.Add(golden, answer, (golden.Checks.Items[i].Id, golden.Checks.Items[i].Layer), findings[i], into.Kind);
        return Array.ConvertAll(findings, f => f.Outcome);
    }
}
