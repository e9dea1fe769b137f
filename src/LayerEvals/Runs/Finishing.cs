using LayerEvals.Comparing;
using LayerEvals.Diagnostics;
using LayerEvals.Histories;
using LayerEvals.Reading;
using LayerEvals.Reporting;
using LayerEvals.Reporting.Page;

namespace LayerEvals.Runs;

/// <summary>The end of a run: compares what was scored and writes scores, comparison and reports, in the order of the plan whatever finished first.</summary>
internal static class Finishing
{
    // More than a person reads in one report; scores.jsonl has them all.
    const int MostShown = 200;

    /// <summary>Writes the folder. An incomplete run keeps its state, so that the same command goes on with it.</summary>
    /// <param name="run">The run.</param>
    /// <param name="isComplete">Whether everything that should run did; false after a cancellation.</param>
    /// <param name="rerun">The command that runs one case again.</param>
    /// <param name="underway">The cases of the page, where they were written while the run went on; null to write them now.</param>
    public static RunResult Finish(Run run, bool isComplete, Func<GoldenCase, string> rerun, PageUnderway? underway = null)
    {
        isComplete &= run.Stopped is null;
        run.CasesWritten.GetAwaiter().GetResult();
        NameWhatWasNotReached(run);
        var done = run.Plan.Cases.Select(c => run.Records.GetValueOrDefault(c.Key)).OfType<CaseRecord>().Where(r => r.IsScored).ToList();
        // The cases of the page are told from the record alone: that goes on while the numbers are counted.
        using var page = underway ?? new PageUnderway(run, rerun, whileAsking: false);
        if (underway is null) done.ForEach(page.Add);
        // So are the scores.
        var scores = Task.Run(() => WriteScores(run, done));
        var look = LooksFile.Last(run.Folder);
        RunResult result;
        RunSeal seal;
        try
        {
            result = ResultOf(run, done, look, rerun);
            ReportFiles.Write(run, page.End(), (result, done, rerun));
        }
        finally
        {
            seal = scores.GetAwaiter().GetResult();
        }
        if (isComplete) RunManifest.Write(run.Folder, run.Plan, run.IsPartial || done.Count < (look?.Cases ?? run.Plan.Cases.Count) ? "partial" : "finished", run.Started, new RunEnd(look, run.Returned, SavedRun.Written(run.Plan, rerun), seal));
        else if (run.Stopped is not null) RunManifest.Write(run.Folder, run.Plan, "running", run.Started);
        return result;
    }

    static RunResult ResultOf(Run run, List<CaseRecord> done, Look? look, Func<GoldenCase, string> rerun)
    {
        var frame = Frame(run, done);
        // Kept only where they are looked at again.
        List<CaseResult>? kept = run.Plan.IsAskedTwice || frame.Samples > 1 ? done.ConvertAll(r => r.Result()) : null;
        var results = kept ?? done.Select(r => r.Result());
        var comparison = look is null ? Comparer.Compare(results, frame) : Looks.At(look, [.. results], frame);
        var worse = comparison.Layers.SelectMany(l => l.Tally.Worse.Select(key => (key, l.Layer))).Concat(comparison.Overall.Tally.Worse.Select(key => (key, Layer: "")))
            .ToLookup(w => w.key, w => w.Layer, StringComparer.Ordinal);
        var must = comparison.MustPass.Failed.ToHashSet(StringComparer.Ordinal);
        return new RunResult(comparison, run.Folder.Path, [.. done.Where(r => worse.Contains(r.Case.Key)).Take(MostShown).Select(Shown)])
        {
            WorseInAll = worse.Count,
            Notes = [.. run.Plan.Notes, .. run.Returned.SelectMany(r => r.Notes()), .. BlessedOtherwise(done), .. run.Stopped is { } why ? [$"Stopped before the end. {why}"] : Array.Empty<string>()],
            Noise = Noise.Of(kept ?? [], frame.Samples),
            Twice = run.Plan.IsAskedTwice ? AskedTwice.Of(kept!, comparison, frame, run.Plan.Config.Seed) : null,
            Abstentions = Abstentions.Of(done.Select(r => r.Replies()).OfType<CaseReplies>(), frame.Samples),
            Refusals = Refusals.Of(done.Select(r => r.Refusals()).OfType<CaseRefusals>(), frame.Samples),
            Splits = done.Exists(r => r.Case.Split == Splits.Holdout) ? Splits.Of(done.Select(r => (r.Case.Split, r.Result()))) : null,
            Stances = Stances.Of(done.Select(r => r.Stances()).OfType<CaseStances>(), frame.Samples),
            History = [.. run.Plan.History.Select(past => PastPoint.Of(past, done, frame))],
            MustFailed = [.. done.Where(r => must.Contains(r.Case.Key)).Take(MostShown).Select(Shown)],
        };

        ChangedCase Shown(CaseRecord record) => ChangedCases.Of(run, record, [.. worse[record.Case.Key].Where(l => l.Length > 0)], rerun);
    }

    static IEnumerable<string> BlessedOtherwise(List<CaseRecord> done)
    {
        var other = done.Where(r => r.IsBlessedOtherwise).Select(r => r.Case.Key).ToList();
        if (other.Count > 0) yield return $"{Numerals.Count(other.Count, "case")} cannot be paired: the baseline was blessed under other checks in code (first {other[0]}).";
    }

    /// <summary>What is compared of a run: its layers, gate and samples, and how much of the plan ran.</summary>
    public static ComparisonFrame Frame(Run run, IReadOnlyList<CaseRecord> done)
    {
        var touched = run.Plan.Cases.SelectMany(c => c.Checks.Items).Select(c => c.Layer)
            .Concat(done.SelectMany(r => r.Code).Select(f => f.Layer)).ToHashSet(StringComparer.Ordinal);
        return new ComparisonFrame(
            [.. run.Plan.Config.Layers.Where(l => touched.Contains(l.Id))],
            run.Plan.Gate,
            // A narrowed run whose cases all ran lacks tests of some of them: their checks in code were not made.
            new Coverage(run.Plan.CasesOfAllShards, done.Count) { LeftOut = run.IsPartial && done.Count == run.Plan.CasesOfAllShards },
            run.Plan.Config.Samples)
        {
            OtherModel = run.Returned.Select(r => r.OtherModel()).FirstOrDefault(reason => reason is not null),
        };
    }

    // A check in code that other rows of the same test made, and that a row did not reach because it threw, is Errored, not absent.
    static void NameWhatWasNotReached(Run run)
    {
        var cut = run.Records.Values.Where(r => r.IsScored && !r.CutShort.IsEmpty).ToList();
        if (cut.Count == 0) return;
        var made = run.Records.Values.SelectMany(r => r.Code).Select(f => (f.Test, f.Check, f.Layer)).Distinct().ToLookup(f => f.Test, StringComparer.Ordinal);
        foreach (var record in cut)
            foreach (var (test, check, layer) in record.CutShort.Keys.SelectMany(test => made[test]))
                AddUnreached(record, (test, check, layer), run.Plan.Config.Samples);
    }

    static void AddUnreached(CaseRecord record, (string Test, string Check, string Layer) unreached, int samples)
    {
        if (record.Code.Any(f => f.Test == unreached.Test && f.Check == unreached.Check)) return;
        for (var side = record.Blessed is null ? 0 : 1; side < 2; side++)
            for (var sample = 1; sample <= samples; sample++)
                record.Add(new CodeFinding(unreached.Test, side, sample, unreached.Check, unreached.Layer, Finding.Error("not reached: the row threw before it")));
    }

    static RunSeal WriteScores(Run run, IReadOnlyList<CaseRecord> done)
    {
        WholeFile.Write(run.Folder.Scores, lines => WholeFile.Write(run.Folder.File("scores.csv"), csv => WriteScores(run, done, lines, csv)));
        return RunSeal.Of(run.Folder.Paths);
    }

    static void WriteScores(Run run, IReadOnlyList<CaseRecord> done, Stream scores, Stream csv)
    {
        csv.Write(ScoresCsv.Head);
        foreach (var record in done)
        {
            scores.Write(run.ScoreLines(record));
            csv.Write(run.ScoreRows(record));
            var code = record.Code.ToList();
            if (code.Count == 0) continue;
            using var lines = new ScoreLines();
            foreach (var f in code)
            {
                var who = new Answer { Case = record.Case.Key, Configuration = run.Plan.Config.Sides[f.Side].Name, Sample = f.Sample };
                lines.Add(record.Case, who, (f.Check, f.Layer), f.Finding, ScoreKind.Code);
            }
            scores.Write(lines.Written);
            csv.Write(ScoresCsv.Rows(lines.Written.ToArray()));
        }
    }
}
