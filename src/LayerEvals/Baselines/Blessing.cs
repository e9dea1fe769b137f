using System.Globalization;
using LayerEvals.Diagnostics;
using LayerEvals.Runs;

namespace LayerEvals.Baselines;

/// <summary>Makes a baseline of one side of a finished run. A side that lacks an answer is none: what it lacks would be missing from every later comparison.</summary>
internal static class Blessing
{
    const int MostNamed = 5;

    /// <exception cref="NotComparableException">Answers are missing, or another model than the pinned one gave them.</exception>
    public static async Task<BlessedBaseline> OfAsync(RunSide side, TimeProvider time)
    {
        using var folder = RunFolder.Existing(side.Run.Paths.Path);
        await using var run = await Run.RescoreAsync(side.Saved, folder, time);
        if (run.Returned[side.Index].OtherModel() is { } other)
            throw new NotComparableException(ProblemIds.OtherRun, side.Run.Shown, $"expected answers of the pinned model, found that {other}", "run it again with the model that is pinned");
        var returned = new SortedSet<string>(StringComparer.Ordinal);
        var cases = new Dictionary<string, BlessedCase>(StringComparer.Ordinal);
        var missing = new List<string>();
        foreach (var golden in side.Cases)
        {
            var answers = Enumerable.Range(1, side.Samples).Select(sample => run.Recorded(golden, side.Index, sample)).ToList();
            returned.UnionWith(answers.Select(a => a?.Model).OfType<string>());
            var blessed = run.Records.TryGetValue(golden.Key, out var record) ? Of(side, record) : null;
            if (blessed is null || blessed.Overall.Errored > 0 || answers.Exists(a => a is not { Came: true })) missing.Add(golden.Key);
            else cases[golden.Key] = blessed;
        }
        if (missing.Count > 0) throw Refused(side, missing);
        return new BlessedBaseline
        {
            Name = side.Saved.Plan.Config.Name,
            Configuration = side.Model.Name,
            Model = side.Model.Model,
            Returned = [.. returned],
            Samples = side.Samples,
            Run = side.Run.Id,
            Asked = DateOnly.ParseExact(side.Run.Started[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture),
            Blessed = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime),
            Version = RunManifest.Version,
            Cases = cases,
        };
    }

    static BlessedCase Of(RunSide side, CaseRecord record)
    {
        var result = record.Result();
        return new BlessedCase(
            result.Key, record.Case.AskedHash, record.Case.ExpectedHash,
            side.Index == 0 ? result.Baseline : result.Candidate,
            result.Layers.ToDictionary(l => l.Layer, l => side.Index == 0 ? l.Baseline : l.Candidate, StringComparer.Ordinal),
            record.CodeChecks(side.Index), 0)
        { Must = Must.Of(record, side.Index) };
    }

    static NotComparableException Refused(RunSide side, List<string> missing) => new(
        ProblemIds.RunNotWhole, side.Run.Shown,
        $"expected an answer and a score for every case and sample of {side.Model.Name}, found {Numerals.Count(missing.Count, "case")} errored or never asked: {string.Join(", ", missing.Take(MostNamed))}{(missing.Count > MostNamed ? $" and {missing.Count - MostNamed} more" : "")}",
        "run it again: a baseline with gaps would hide what gets worse there");
}
