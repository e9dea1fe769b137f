using System.Collections.Concurrent;
using LayerEvals.Answering;
using LayerEvals.Answering.Spending;
using LayerEvals.Baselines;
using LayerEvals.Planning;
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
    readonly AnswerJournal journal;
    readonly AppendFile scoreLines;
    readonly SemaphoreSlim inFlight;
    readonly ConcurrentDictionary<string, CaseRecord> records = new(StringComparer.Ordinal);
    readonly DateTimeOffset started;
    int asked;
    int answered;

    Run(Plan plan, RunFolder folder, RunOptions options)
    {
        Plan = plan;
        Folder = folder;
        IsPartial = options.IsPartial;
        started = options.Time.GetUtcNow();
        Returned = [.. plan.Config.Sides.Select(side => new Returned(side))];
        inFlight = new SemaphoreSlim(plan.Config.Limits.InFlight);
        journal = AnswerJournal.Open(folder.Answers, options.Time, SpentBefore(plan));
        Recovered = journal.Count;
        scoreLines = new AppendFile(folder.File("scores.jsonl.lines"), FileMode.Create);
    }

    public Plan Plan { get; }

    public RunFolder Folder { get; }

    public bool IsPartial { get; }

    /// <summary>Answers that the journal of a run that was cut short already held.</summary>
    public int Recovered { get; }

    /// <summary>Calls made by this process.</summary>
    public int Asked => asked;

    /// <summary>Cases answered and scored so far.</summary>
    public int CasesDone => answered;

    public DateTimeOffset Started => started;

    public IReadOnlyDictionary<string, CaseRecord> Records => records;

    /// <summary>Who answered, by side.</summary>
    public IReadOnlyList<Returned> Returned { get; }

    /// <summary>Opens a run: a new folder, or the one that the same command left unfinished.</summary>
    public static Run Open(Plan plan, RunOptions options)
    {
        var folder = options.Resume is { } named ? RunFolder.Resume(named, plan) : RunFolder.Open(options.Output ?? plan.Config.Output, plan, resumes: !options.IsPartial, options.Time);
        Run? run = null;
        try
        {
            RunManifest.Write(folder, plan, "running", options.Time.GetUtcNow());
            if (!folder.IsResumed) CasesFile.Write(folder, plan);
            if (plan.Blessed is { } blessed) folder.Write(folder.Paths.Blessed, stream => BlessedFile.Write(blessed, stream));
            SchemaFolder.Write(folder, plan.Schemas);
            return run = new Run(plan, folder, options);
        }
        finally
        {
            // A run that could not be opened holds no lock.
            if (run is null) folder.Dispose();
        }
    }

    /// <summary>Scores the recorded answers of a run again; no model is asked.</summary>
    public static async Task<Run> RescoreAsync(SavedRun saved, RunFolder folder, TimeProvider time)
    {
        var run = new Run(saved.Plan, folder, new RunOptions(time) { IsPartial = saved.IsPartial });
        foreach (var golden in saved.Plan.Cases)
        {
            if (run.RecordedBoth(run.NewRecord(golden)) is not { } answers) continue;
            await run.CompleteAsync(golden, answers);
            run.records[golden.Key] = answers.Record;
            foreach (var finding in saved.Code[golden.Key]) answers.Record.Add(finding);
        }
        return run;
    }

    /// <summary>Why the run was ended before its end; null where it was not. What was in flight then is recorded all the same.</summary>
    public string? Stopped { get; private set; }

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
            return RecordedBoth(record) ?? throw new InvalidOperationException($"{golden.Key} is scored and not recorded");
        }
        try
        {
            var answers = await AnswersAsync(golden, record, cancellation);
            await CompleteAsync(golden, await WithRetryAsync(golden, answers, cancellation));
            return answers;
        }
        catch (Exception e)
        {
            // Whoever waits for the same case learns it, and a later caller asks again.
            records.TryRemove(golden.Key, out _);
            record.Fail(e);
            throw;
        }
    }

    /// <summary>The score lines of a case, as they were written when it was scored.</summary>
    public byte[] ScoreLines(CaseRecord record) => scoreLines.Read(record.Lines);

    /// <summary>What was recorded for a case, an error included; null where it was never asked.</summary>
    public Answer? Recorded(GoldenCase golden, int side, int sample) => journal.Find(golden.Key, Plan.Config.Sides[side].Name, Plan.NumberOf(side, sample));

    public async ValueTask DisposeAsync()
    {
        await journal.DisposeAsync();
        await scoreLines.DisposeAsync();
        File.Delete(Folder.File("scores.jsonl.lines"));
        inFlight.Dispose();
        Folder.Dispose();
    }

    // Every answer of the record is counted, those that a later one took the place of too.
    static Action<Answer>? SpentBefore(Plan plan)
    {
        if (plan.Budget is not { } budget) return null;
        var cases = plan.Cases.ToDictionary(c => c.Key, StringComparer.Ordinal);
        return answer =>
        {
            var side = plan.Config.Baseline.Name == answer.Configuration ? 0 : 1;
            if (cases.GetValueOrDefault(answer.Case) is { } golden) budget.Add(Cost.Of(plan.Asking(golden, side, 1), answer));
        };
    }

    async Task CompleteAsync(GoldenCase golden, CaseAnswers answers)
    {
        foreach (var answer in answers.Baseline) Returned[0].Add(answer);
        foreach (var answer in answers.Candidate.Concat(answers.Retries)) Returned[1].Add(answer);
        var scored = CaseScores.Of(golden, answers);
        answers.Record.Complete(scored, await scoreLines.AppendAsync(scored.Lines));
        Interlocked.Increment(ref answered);
    }

    // Of 20 must-pass cases that pass 97 % of the time one fails in 46 % of runs; at two attempts in 2 % (STATISTICS 1.5).
    async Task<CaseAnswers> WithRetryAsync(GoldenCase golden, CaseAnswers answers, CancellationToken cancellation)
    {
        if (!golden.Checks.Items.Any(golden.IsMust) || !Must.NeedsRetry(golden, CaseScores.Of(golden, answers).Declared)) return answers;
        var retry = await AskAsync(golden, 1, Plan.Config.Samples + 1, cancellation);
        return retry is { Came: false, Attempts: 0 } ? answers : answers with { Retries = [retry] };
    }

    // Null where a side was never asked: such a case did not run.
    CaseAnswers? RecordedBoth(CaseRecord record)
    {
        var samples = Enumerable.Range(1, Plan.Config.Samples).ToList();
        var sides = new[] { 0, 1 }.Select(side => samples.ConvertAll(sample => IsBlessed(side) ? NotAsked(record.Case, sample) : Recorded(record.Case, side, sample))).ToList();
        if (sides.Exists(side => side.Contains(null))) return null;
        var answers = new CaseAnswers(record, [.. sides[0].OfType<Answer>()], [.. sides[1].OfType<Answer>()]);
        return Recorded(record.Case, 1, Plan.Config.Samples + 1) is { } retry ? answers with { Retries = [retry] } : answers;
    }

    async Task<CaseAnswers> AnswersAsync(GoldenCase golden, CaseRecord record, CancellationToken cancellation)
    {
        var samples = Plan.Config.Samples;
        var calls = new Task<Answer>[2 * samples];
        for (var sample = 0; sample < samples; sample++)
        {
            // Interleaved, so that a bad hour hits both sides.
            calls[2 * sample] = IsBlessed(0) ? Task.FromResult(NotAsked(golden, sample + 1)) : AskAsync(golden, 0, sample + 1, cancellation);
            calls[2 * sample + 1] = AskAsync(golden, 1, sample + 1, cancellation);
        }
        var all = await Task.WhenAll(calls);
        return new CaseAnswers(record, [.. all.Where((_, i) => i % 2 == 0)], [.. all.Where((_, i) => i % 2 == 1)]);
    }

    async Task<Answer> AskAsync(GoldenCase golden, int side, int sample, CancellationToken cancellation)
    {
        var asking = Plan.Asking(golden, side, sample);
        if (journal.Find(asking) is { } known) return known;
        await inFlight.WaitAsync(cancellation);
        Answer answer;
        try
        {
            // What was waiting when the run was cancelled or stopped may be let in by the calls that end: it is not asked any more.
            cancellation.ThrowIfCancellationRequested();
            if (Stopped is { } reason) throw new StoppedException(reason);
            Interlocked.Increment(ref asked);
            answer = await Plan.Attempts[side]!(asking, cancellation);
        }
        catch (StoppedException e)
        {
            Stopped ??= e.Message;
            throw;
        }
        finally
        {
            inFlight.Release();
        }
        // A recording that holds no second answer was not asked: nothing happened that a record could hold.
        if (sample <= Plan.Config.Samples || answer.Came || answer.Attempts > 0) await journal.AddAsync(answer);
        return answer;
    }

    CaseRecord NewRecord(GoldenCase golden) => new(golden) { Blessed = Plan.Blessed?.Cases.GetValueOrDefault(golden.Key) };

    bool IsBlessed(int side) => side == 0 && Plan.Blessed is not null;

    // Stands where an answer would; it is neither recorded nor scored.
    Answer NotAsked(GoldenCase golden, int sample) =>
        new() { Case = golden.Key, Configuration = Plan.Config.Baseline.Name, Sample = sample, Attempts = 0, Error = "not asked: only the outcome of the baseline is blessed" };
}

/// <summary>The answers of a case on both sides, by sample.</summary>
internal sealed record CaseAnswers(CaseRecord Record, IReadOnlyList<Answer> Baseline, IReadOnlyList<Answer> Candidate)
{
    /// <summary>The candidate's answer to a second asking, where it failed what must pass.</summary>
    public IReadOnlyList<Answer> Retries { get; init; } = [];

    public IReadOnlyList<Answer> Of(int side) => side == 0 ? Baseline : Candidate;
}
