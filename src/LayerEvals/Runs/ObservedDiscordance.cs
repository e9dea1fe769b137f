using System.Text.Json;
using LayerEvals.Comparing;
using LayerEvals.Comparing.Statistics;
using LayerEvals.Diagnostics;
using LayerEvals.Reading;

namespace LayerEvals.Runs;

/// <summary>
/// The share of cases that change although nothing did, as an earlier run showed it (STATISTICS 1.8): how often two askings of one case disagree where each was asked
/// several times, else 2 min(b, c)/n, since what changed both ways alike is noise; at least 2 %.
/// </summary>
/// <param name="Share">The share.</param>
/// <param name="Why">Where it comes from, in words.</param>
internal sealed record ObservedDiscordance(double Share, string Why)
{
    const double Least = 0.02;

    /// <summary>The discordance of a run's scores.</summary>
    /// <exception cref="PlanException">The folder holds no scores of two sides.</exception>
    public static ObservedDiscordance Of(string folder, string shown)
    {
        var cases = Cases(folder, shown);
        var (b, c) = (cases.Count(k => Mean(k, 0) > Mean(k, 1)), cases.Count(k => Mean(k, 0) < Mean(k, 1)));
        var sides = new[] { 0, 1 }.Select(side => RepeatedSamples.Of([.. cases.Select(k => new SampleCount(k[side].Passed, k[side].Scored))])).ToList();
        if (sides is [{ } one, { } other])
            return Floored(one.Within + other.Within, $"in {shown} two askings of one case disagree in {Numerals.Percent(one.Within + other.Within)} of {Numerals.Count(cases.Count, "case")}");
        var share = 2.0 * Math.Min(b, c) / cases.Count;
        return Floored(share, $"in {shown} {b} got worse and {c} got better of {Numerals.Count(cases.Count, "case")}, so {Numerals.Percent(share)} changed both ways alike");
    }

    static ObservedDiscordance Floored(double share, string why) => share < Least ? new(Least, $"{why}; taken for 2 %, the least that is assumed") : new(share, why);

    static double Mean(Cell[] cells, int side) => cells[side].Mean;

    // The cells of the cases that were scored on both sides, the baseline's first: the manifest names it.
    static List<Cell[]> Cases(string folder, string shown)
    {
        try
        {
            using var manifest = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "manifest.json")));
            var baseline = manifest.RootElement.GetProperty("configuration").GetProperty("baseline").GetString();
            var outcomes = new Dictionary<(string Case, int Side, int Sample), Outcome?>();
            foreach (var (line, _) in JsonText.Lines(File.ReadAllBytes(Path.Combine(folder, "scores.jsonl"))))
            {
                var score = ScoreLine.Read(line.Span);
                if (score.IsRetry) continue;
                var key = ($"{score.Set}/{score.Case}", score.Configuration == baseline ? 0 : 1, score.Sample);
                outcomes[key] = Cell.Weightiest(outcomes.GetValueOrDefault(key), score.Finding.Outcome);
            }
            var cases = outcomes.GroupBy(o => o.Key.Case, StringComparer.Ordinal)
                .Select(g => new[] { 0, 1 }.Select(side => g.Where(o => o.Key.Side == side).Aggregate(new Cell(), (cell, o) => cell.With(o.Value))).ToArray())
                .Where(cells => cells.All(cell => cell.Scored > 0 && !cell.IsLost)).ToList();
            return cases.Count > 0 ? cases : throw NoScores(shown);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            throw NoScores(shown);
        }
    }

    static PlanException NoScores(string shown) =>
        new([new Problem(ProblemIds.NotARun, shown, 0, "expected the folder of a run with manifest.json and scores.jsonl in which cases are scored on both sides, found none", "name a finished run, or give --discordance")]);
}
