using System.Text.Json;
using LayerEvals.Diagnostics;
using LayerEvals.Planning;
using LayerEvals.Reading;
using LayerEvals.Scoring;

namespace LayerEvals.Runs;

/// <summary>The outcomes of the declared checks as scores.jsonl holds them, case by case: what was scored once is told again without being scored again.</summary>
internal sealed class WrittenScores : IDisposable
{
    readonly Plan plan;
    readonly RunPaths paths;
    readonly IEnumerator<FileLine> lines;
    bool hasLine;

    public WrittenScores(Plan plan, RunPaths paths)
    {
        (this.plan, this.paths) = (plan, paths);
        if (!File.Exists(paths.Scores)) throw Broken(0, "found no such file");
        lines = LineFile.Read(paths.Scores).GetEnumerator();
        hasLine = lines.MoveNext();
    }

    /// <summary>The scores of a case; cases are asked for in the order of the plan.</summary>
    /// <exception cref="PlanException">The file is not what the run wrote.</exception>
    public CaseScores Of(GoldenCase golden, CaseAnswers given)
    {
        using var written = new MemoryStream();
        var checks = golden.Checks.Items.Select((c, i) => (c.Id, Index: i)).ToDictionary(c => c.Id, c => c.Index, StringComparer.Ordinal);
        var found = new Dictionary<(int Side, int Sample, bool Retry), Finding?[]>();
        for (; hasLine; hasLine = lines.MoveNext())
        {
            if (Read(lines.Current) is not { } score) throw Broken(lines.Current.Number, "found another line");
            if (score.Case != golden.Id || score.Set != golden.Set) break;
            if (RunSeal.IsByCode(lines.Current.Text.Span)) continue;
            written.Write(lines.Current.Text.Span);
            written.WriteByte((byte)'\n');
            var place = (score.Configuration == plan.Config.Candidate.Name ? 1 : 0, score.Sample, score.IsRetry);
            var row = found.TryGetValue(place, out var known) ? known : found[place] = new Finding?[checks.Count];
            if (!checks.TryGetValue(score.Check, out var index)) throw Broken(lines.Current.Number, $"found a check that `{golden.Key}` has not");
            row[index] = score.Finding;
        }
        SideKinds[] kinds = [new(), new()];
        Outcome[][][] declared = [Side(golden, given.Record.Blessed is null ? given.Baseline : [], 0, found, kinds[0]), Side(golden, given.Candidate, 1, found, kinds[1])];
        Outcome[][] retries = [.. given.Retries.Select((_, i) => Outcomes(Findings(golden, found, (1, plan.Config.Samples + 1 + i, true))))];
        return new CaseScores(declared, retries, kinds, written.ToArray());
    }

    public void Dispose() => lines.Dispose();

    static ScoreLine? Read(FileLine line)
    {
        try
        {
            return ScoreLine.Read(line.Text.Span);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    Outcome[][] Side(GoldenCase golden, IReadOnlyList<Answer> answers, int side, Dictionary<(int, int, bool), Finding?[]> found, SideKinds kinds)
    {
        var outcomes = new Outcome[answers.Count][];
        for (var i = 0; i < answers.Count; i++)
        {
            var findings = Findings(golden, found, (side, plan.NumberOf(side, i + 1), false));
            kinds.Add(Subject.Of(golden, answers[i]), findings);
            outcomes[i] = Outcomes(findings);
        }
        return outcomes;
    }

    Finding[] Findings(GoldenCase golden, Dictionary<(int, int, bool), Finding?[]> found, (int, int, bool) place)
    {
        if (golden.Checks.Items.Count == 0) return [];
        if (!found.TryGetValue(place, out var findings) || findings.Contains(null)) throw Broken(0, $"found no score of each check for `{golden.Key}`");
        return [.. findings.OfType<Finding>()];
    }

    static Outcome[] Outcomes(Finding[] findings) => Array.ConvertAll(findings, f => f.Outcome);

    PlanException Broken(int line, string found) =>
        new([new Problem(ProblemIds.RunEdited, paths.Scores, line, $"expected the scores as the run wrote them, {found}", "restore the file, or make it again: layerevals score RUN")]);
}
