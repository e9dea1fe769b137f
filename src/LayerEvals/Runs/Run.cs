using System.Collections.Concurrent;
using LayerEvals.Answering;
using LayerEvals.Baselines;
using LayerEvals.Planning;
using LayerEvals.Reading;
using LayerEvals.Reporting;
using LayerEvals.Reporting.Page;
using LayerEvals.Scoring;

namespace LayerEvals.Runs;

/// <summary>How a run is opened.</summary>
/// <param name="Time">The clock.</param>
internal sealed record RunOptions(TimeProvider Time)
{
    /// <summary>The folder to make the run's folder in; null for the configuration's.</summary>
    public string? Output { get; init; }

    /// <summary>The run to go on with; null for the newest unfinished one of the plan, or a new one.</summary>
    public string? Resume { get; init; }

    /// <summary>Whether only some of the plan's cases will be asked: such a run is never gone on with and can never pass.</summary>
    public bool IsPartial { get; init; }
}

/// <summary>A run of a plan: asks both sides, records every answer, scores it, and writes the folder.</summary>
internal sealed class Run : IAsyncDisposable
{
    readonly RunAnswers answers;
    readonly AppendFile scoreLines;
    readonly AppendFile scoreRows;
    readonly ConcurrentDictionary<string, CaseRecord> records = new(StringComparer.Ordinal);
    readonly DateTimeOffset started;
    PageUnderway? page;
    int answered;

    Run(Plan plan, RunFolder folder, RunOptions options, DateTimeOffset started)
    {
        Plan = plan;
        Folder = folder;
        IsPartial = options.IsPartial;
        this.started = started;
        Returned = [.. plan.Config.Sides.Select(side => new Returned(side))];
        answers = new RunAnswers(plan, folder, options.Time);
        scoreLines = new AppendFile(folder.File("scores.jsonl.lines"), FileMode.Create);
        scoreRows = new AppendFile(folder.File("scores.csv.lines"), FileMode.Create);
    }

    public Plan Plan { get; }

    public RunFolder Folder { get; }

    public bool IsPartial { get; }

    /// <summary>Answers that the journal of a run that was cut short already held.</summary>
    public int Recovered => answers.Recovered;

    /// <summary>Calls made by this process.</summary>
    public int Asked => answers.Asked;

    /// <summary>Cases answered and scored so far.</summary>
    public int CasesDone => answered;

    public DateTimeOffset Started => started;

    public IReadOnlyDictionary<string, CaseRecord> Records => records;

    /// <summary>Ends when cases.jsonl is written.</summary>
    public Task CasesWritten { get; private set; } = Task.CompletedTask;

    /// <summary>Who answered, by side.</summary>
    public IReadOnlyList<Returned> Returned { get; }

    /// <summary>Opens a run: a new folder, or the one that the same command left unfinished.</summary>
    public static Run Open(Plan plan, RunOptions options)
    {
        var folder = options.Resume is { } named ? RunFolder.Resume(named, plan) : RunFolder.Open(options.Output ?? plan.Config.Output, plan, resumes: !options.IsPartial, options.Time);
        Run? run = null;
        try
        {
            // One instant: the reports of a run and its manifest tell the same, then and when they are made again.
            var now = options.Time.GetUtcNow();
            RunManifest.Write(folder, plan, "running", now);
            if (plan.Blessed is { } blessed) WholeFile.Write(folder.Paths.Blessed, stream => BlessedFile.Write(blessed, stream));
            for (var i = 0; i < plan.History.Count; i++)
            {
                var past = plan.History[i];
                WholeFile.Write(folder.Paths.Past(i + 1), stream => BlessedFile.Write(past, stream));
            }
            SchemaFolder.Write(folder, plan.Schemas);
            run = new Run(plan, folder, options, now);
            // While the first calls are on their way; a run that was killed before it was there lacks it.
            if (!folder.IsResumed || !File.Exists(folder.Cases)) run.CasesWritten = Task.Run(() => CasesFile.Write(folder, plan));
            return run;
        }
        finally
        {
            // A run that could not be opened holds no lock.
            if (run is null) folder.Dispose();
        }
    }

    /// <summary>Scores the recorded answers of a run again; no model is asked.</summary>
    public static Task<Run> RescoreAsync(SavedRun saved, RunFolder folder, TimeProvider time) => ReadAsync(saved, folder, time, (golden, given) => CaseScores.Of(golden, given, saved.Plan.Config.Sides));

    /// <summary>A run as its folder tells it, outcomes included: no model is asked, and nothing is scored again.</summary>
    /// <exception cref="PlanException">Its scores are not as the run wrote them.</exception>
    public static async Task<Run> ReopenAsync(SavedRun saved, RunFolder folder, TimeProvider time)
    {
        using var written = new WrittenScores(saved.Plan, folder.Paths);
        return await ReadAsync(saved, folder, time, written.Of);
    }

    static async Task<Run> ReadAsync(SavedRun saved, RunFolder folder, TimeProvider time, Func<GoldenCase, CaseAnswers, CaseScores> score)
    {
        Run run = new(saved.Plan, folder, new RunOptions(time) { IsPartial = saved.IsPartial }, RunManifest.StartedOf(folder.Paths));
        Run? reading = run;
        try
        {
            foreach (var golden in saved.Plan.Cases)
            {
                if (run.answers.Recorded(run.NewRecord(golden)) is not { } recorded) continue;
                await run.CompleteAsync(recorded, score(golden, recorded));
                run.records[golden.Key] = recorded.Record;
                foreach (var finding in saved.Code[golden.Key]) recorded.Record.Add(finding);
            }
            reading = null;
            return run;
        }
        finally
        {
            // A run that could not be read leaves nothing of its own behind.
            if (reading is not null) await reading.DisposeAsync();
        }
    }

    /// <summary>Why the run was ended before its end; null where it was not. What was in flight then is recorded all the same.</summary>
    public string? Stopped => answers.Stopped;

    /// <summary>Asks both sides about every case, in the order given; false when it was stopped before the end.</summary>
    public async Task<bool> AskAllAsync(IReadOnlyList<GoldenCase> cases, CancellationToken cancellation)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = Plan.Config.Limits.InFlight, CancellationToken = cancellation };
        try
        {
            await Parallel.ForEachAsync(cases, options, AskUnlessStoppedAsync);
            return Stopped is null;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return false;
        }

        async ValueTask AskUnlessStoppedAsync(GoldenCase golden, CancellationToken token)
        {
            if (Stopped is not null) return;
            try
            {
                await AskBothAsync(golden, token);
            }
            catch (StoppedException)
            {
                // Kept in Stopped: the calls in flight come to their own end, and no further case is begun.
            }
        }
    }

    /// <summary>Asks both sides all samples of a case, scores the answers, and records both. A case is asked once, however often this is called.</summary>
    public async Task<CaseAnswers> AskBothAsync(GoldenCase golden, CancellationToken cancellation)
    {
        var fresh = NewRecord(golden);
        var record = records.GetOrAdd(golden.Key, fresh);
        if (record != fresh)
        {
            await record.Scored.WaitAsync(cancellation);
            return answers.Recorded(record) ?? throw new InvalidOperationException($"{golden.Key} is scored and not recorded");
        }
        try
        {
            var asked = await answers.AskAsync(record, cancellation);
            var whole = await answers.WithRetryAsync(asked, cancellation);
            await CompleteAsync(whole, CaseScores.Of(golden, whole, Plan.Config.Sides));
            return asked;
        }
        catch (Exception e)
        {
            // Whoever waits for the same case learns it, and a later caller asks again.
            records.TryRemove(golden.Key, out _);
            record.Fail(e);
            throw;
        }
    }

    /// <summary>
    /// Begins the report's page: its cases are written as they are scored. Only for a run without checks in code, which come after the declared ones; and before
    /// the first case is asked.
    /// </summary>
    public PageUnderway BeginPage(Func<GoldenCase, string> rerun) => page = new PageUnderway(this, rerun, whileAsking: true);

    /// <summary>The score lines of a case, as they were written when it was scored.</summary>
    public byte[] ScoreLines(CaseRecord record) => scoreLines.Read(record.Lines);

    /// <summary>The rows of scores.csv of a case.</summary>
    public byte[] ScoreRows(CaseRecord record) => scoreRows.Read(record.Rows);

    /// <summary>What was recorded for a case, an error included; null where it was never asked.</summary>
    public Answer? Recorded(GoldenCase golden, int side, int sample) => answers.Recorded(golden, side, sample);

    public async ValueTask DisposeAsync()
    {
        // Where it failed, the first case has thrown.
        await CasesWritten.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await answers.DisposeAsync();
        await scoreLines.DisposeAsync();
        await scoreRows.DisposeAsync();
        File.Delete(Folder.File("scores.jsonl.lines"));
        File.Delete(Folder.File("scores.csv.lines"));
        Folder.Dispose();
    }

    async Task CompleteAsync(CaseAnswers given, CaseScores scored)
    {
        // No case counts before it can be made again.
        await CasesWritten;
        foreach (var answer in given.Baseline) Returned[0].Add(answer);
        foreach (var answer in given.Candidate.Concat(given.Retries)) Returned[1].Add(answer);
        var (lines, rows) = (scoreLines.AppendAsync(scored.Lines), scoreRows.AppendAsync(ScoresCsv.Rows(scored.Lines)));
        given.Record.Complete(scored, (await lines, await rows), given.Baseline.Concat(given.Candidate).Sum(answer => answer.LatencyMs));
        Interlocked.Increment(ref answered);
        page?.Add(given.Record);
    }

    CaseRecord NewRecord(GoldenCase golden) => new(golden) { Blessed = Plan.Blessed?.Cases.GetValueOrDefault(golden.Key) };
}
