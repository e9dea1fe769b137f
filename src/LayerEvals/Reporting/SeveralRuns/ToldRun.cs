using System.Text.Json;
using LayerEvals.Comparing;
using LayerEvals.Diagnostics;
using LayerEvals.Runs;

namespace LayerEvals.Reporting.SeveralRuns;

/// <summary>What a run tells of itself beside others: its comparison.json, and what each of its cases was.</summary>
internal sealed record ToldRun
{
    public required FinishedRun Run { get; init; }

    public required string Baseline { get; init; }

    public required string Candidate { get; init; }

    public required Verdict Verdict { get; init; }

    public required string Sentence { get; init; }

    public required int Samples { get; init; }

    public required int Ran { get; init; }

    public required int Planned { get; init; }

    /// <summary>The layers and overall, by id, in the order of the run.</summary>
    public required IReadOnlyList<ToldLayer> Layers { get; init; }

    /// <summary>The hashes of what was asked and of what was expected, by case.</summary>
    public required IReadOnlyDictionary<string, (string Asked, string Expected)> Cases { get; init; }

    /// <summary>The minute in which it started, UTC.</summary>
    public string Started => Run.Started.Length < 16 ? Run.Started : $"{Run.Started[..10]} {Run.Started[11..16]} UTC";

    /// <exception cref="PlanException">The folder is no run, or its comparison cannot be read.</exception>
    /// <exception cref="NotComparableException">The run did not end, or was edited.</exception>
    public static ToldRun Read(string path, string shown)
    {
        var run = FinishedRun.Open(path, shown, takesPartial: true);
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(run.Paths.File("comparison.json")));
            var told = json.RootElement;
            return new ToldRun
            {
                Run = run,
                Baseline = Text(told, "baseline"),
                Candidate = Text(told, "candidate"),
                Verdict = VerdictOf(told),
                Sentence = Text(told, "sentence"),
                Samples = told.GetProperty("samples").GetInt32(),
                Ran = told.GetProperty("ran").GetInt32(),
                Planned = told.GetProperty("cases").GetInt32(),
                Layers = [.. told.GetProperty("layers").EnumerateArray().Append(told.GetProperty("overall")).Select(ToldLayer.Of)],
                Cases = CaseHashes.Read(run.Paths),
            };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new PlanException([new Problem(ProblemIds.NotARun, shown, 0, "expected comparison.json and cases.jsonl as the run wrote them, found others or none", "restore the folder, or make it again: layerevals score RUN")]);
        }
    }

    /// <summary>How this run's cases differ from another's; null where they are the same.</summary>
    public string? DiffersFrom(ToldRun other)
    {
        var edited = Cases.Count(c => other.Cases.TryGetValue(c.Key, out var theirs) && theirs != c.Value);
        var added = Cases.Keys.Count(key => !other.Cases.ContainsKey(key));
        var missing = other.Cases.Keys.Count(key => !Cases.ContainsKey(key));
        List<string> what = [];
        if (edited > 0) what.Add($"{Numerals.Count(edited, "case")} changed");
        if (added > 0) what.Add($"{added} more");
        if (missing > 0) what.Add($"{missing} missing");
        if (Samples != other.Samples) what.Add($"{Numerals.Count(Samples, "sample")} a case instead of {other.Samples}");
        if (Ran < Planned) what.Add($"a partial run, {Ran} of {Planned} cases");
        return what.Count == 0 ? null : string.Join(", ", what);
    }

    internal static Verdict VerdictOf(JsonElement told) => Text(told, "verdict") switch { "pass" => Verdict.Pass, "regression" => Verdict.Regression, "not-decided" => Verdict.NotDecided, var other => throw new FormatException($"expected a verdict, found {other}") };

    internal static string Text(JsonElement told, string name) => told.GetProperty(name).GetString() ?? "";
}

/// <summary>A layer of a run, as its comparison.json tells it; null where nothing was scored.</summary>
internal sealed record ToldLayer(string Layer, Verdict Verdict, int N, double? Baseline, Interval? BaselineInterval, double? Candidate, Interval? CandidateInterval, double? Difference, Interval? DifferenceInterval)
{
    public static ToldLayer Of(JsonElement told) => new(
        ToldRun.Text(told, "layer"), ToldRun.VerdictOf(told), told.GetProperty("n").GetInt32(),
        Number(told, "baseline_rate"), Pair(told, "baseline_interval"), Number(told, "candidate_rate"), Pair(told, "candidate_interval"), Number(told, "difference"), Pair(told, "difference_interval"));

    public bool IsOverall => Layer == Comparer.OverallId;

    static double? Number(JsonElement told, string name) => told.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : null;

    static Interval? Pair(JsonElement told, string name) => told.GetProperty(name) is { ValueKind: JsonValueKind.Array } pair ? new Interval(pair[0].GetDouble(), pair[1].GetDouble()) : null;
}
