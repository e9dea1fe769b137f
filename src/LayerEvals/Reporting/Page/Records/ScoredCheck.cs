using System.Text.Json;
using LayerEvals.Reading;
using LayerEvals.Runs;

namespace LayerEvals.Reporting.Page;

/// <summary>What a check said of one answer, as the record of the run has it.</summary>
internal sealed record ScoredCheck(int Side, int Sample, string Check, string Layer, Outcome Outcome)
{
    public string? Reason { get; init; }

    public string? Evidence { get; init; }

    public IReadOnlyList<FindingPart> Parts { get; init; } = [];

    /// <summary>Whether it was the second asking of what must pass; it enters no count.</summary>
    public bool IsRetry { get; init; }

    /// <summary>All of a case, declared ones first.</summary>
    public static List<ScoredCheck> Of(Run run, CaseRecord record)
    {
        var scores = new List<ScoredCheck>();
        foreach (var (line, _) in JsonText.Lines(run.ScoreLines(record)))
        {
            using var json = JsonDocument.Parse(line);
            scores.Add(Read(run, json.RootElement));
        }
        foreach (var f in record.Code)
            scores.Add(new ScoredCheck(f.Side, f.Sample, f.Check, f.Layer, f.Finding.Outcome) { Reason = f.Finding.Reason, Evidence = f.Finding.Evidence, Parts = f.Finding.Parts });
        return scores;
    }

    static ScoredCheck Read(Run run, JsonElement score)
    {
        var (config, sample) = (run.Plan.Config, score.GetProperty("sample").GetInt32());
        var side = score.GetProperty("configuration").ValueEquals(config.Candidate.Name) ? 1 : 0;
        // One configuration asked twice: the second asking counts on after the first.
        if (run.Plan.IsAskedTwice && side == 1) sample -= config.Samples;
        return new ScoredCheck(side, sample, score.GetProperty("check").GetString()!, score.GetProperty("layer").GetString()!, Enum.Parse<Outcome>(score.GetProperty("outcome").GetString()!))
        {
            Reason = Text(score, "reason"),
            Evidence = Text(score, "evidence"),
            Parts = ScoreParts.Read(score),
            IsRetry = score.TryGetProperty("retry", out _),
        };
    }

    static string? Text(JsonElement score, string name) => score.TryGetProperty(name, out var text) ? text.GetString() : null;
}
