using LayerEvals.Answering;
using LayerEvals.Answering.Spending;
using LayerEvals.Planning;

namespace LayerEvals.Runs;

/// <summary>The answers of a run: found in its journal, or asked, a limited number at a time, and recorded before they count.</summary>
internal sealed class RunAnswers : IAsyncDisposable
{
    readonly Plan plan;
    readonly AnswerJournal journal;
    readonly SemaphoreSlim inFlight;
    int asked;

    public RunAnswers(Plan plan, RunFolder folder, TimeProvider time)
    {
        this.plan = plan;
        inFlight = new SemaphoreSlim(plan.Config.Limits.InFlight);
        journal = AnswerJournal.Open(folder.Answers, time, SpentBefore(plan));
        Recovered = journal.Count;
    }

    /// <summary>Answers that the journal of a run that was cut short already held.</summary>
    public int Recovered { get; }

    /// <summary>Calls made by this process.</summary>
    public int Asked => asked;

    /// <summary>Why nothing is asked any more; null while the run goes on.</summary>
    public string? Stopped { get; private set; }

    /// <summary>What was recorded for a case, an error included; null where it was never asked.</summary>
    public Answer? Recorded(GoldenCase golden, int side, int sample) => journal.Find(golden.Key, plan.Config.Sides[side].Name, plan.NumberOf(side, sample));

    /// <summary>What was recorded for both sides of a case; null where a side was never asked: such a case did not run.</summary>
    public CaseAnswers? Recorded(CaseRecord record)
    {
        var samples = Enumerable.Range(1, plan.Config.Samples).ToList();
        var sides = new[] { 0, 1 }.Select(side => samples.ConvertAll(sample => IsBlessed(side) ? NotAsked(record.Case, sample) : Recorded(record.Case, side, sample))).ToList();
        if (sides.Exists(side => side.Contains(null))) return null;
        var answers = new CaseAnswers(record, [.. sides[0].OfType<Answer>()], [.. sides[1].OfType<Answer>()]);
        return Recorded(record.Case, 1, plan.Config.Samples + 1) is { } retry ? answers with { Retries = [retry] } : answers;
    }

    /// <summary>The answers of both sides to all samples of a case: those that are recorded, and the rest asked.</summary>
    public async Task<CaseAnswers> AskAsync(CaseRecord record, CancellationToken cancellation)
    {
        var golden = record.Case;
        var samples = plan.Config.Samples;
        var calls = new Task<Answer>[2 * samples];
        for (var sample = 0; sample < samples; sample++)
        {
            // Interleaved, so that a bad hour hits both sides.
            calls[2 * sample] = IsBlessed(0) ? Task.FromResult(NotAsked(golden, sample + 1)) : OneAsync(golden, 0, sample + 1, cancellation);
            calls[2 * sample + 1] = OneAsync(golden, 1, sample + 1, cancellation);
        }
        var all = await Task.WhenAll(calls);
        return new CaseAnswers(record, [.. all.Where((_, i) => i % 2 == 0)], [.. all.Where((_, i) => i % 2 == 1)]);
    }

    /// <summary>With the candidate's second answer, where it failed what must pass.</summary>
    // Of 20 must-pass cases that pass 97 % of the time one fails in 46 % of runs; at two attempts in 2 % (STATISTICS 1.5).
    public async Task<CaseAnswers> WithRetryAsync(CaseAnswers answers, CancellationToken cancellation)
    {
        var golden = answers.Record.Case;
        if (!golden.Checks.Items.Any(golden.IsMust) || !Must.NeedsRetry(golden, CaseScores.Of(golden, answers, plan.Config.Sides).Declared)) return answers;
        var retry = await OneAsync(golden, 1, plan.Config.Samples + 1, cancellation);
        return retry is { Came: false, Attempts: 0 } ? answers : answers with { Retries = [retry] };
    }

    public async ValueTask DisposeAsync()
    {
        await journal.DisposeAsync();
        inFlight.Dispose();
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

    async Task<Answer> OneAsync(GoldenCase golden, int side, int sample, CancellationToken cancellation)
    {
        var asking = plan.Asking(golden, side, sample);
        if (journal.Find(asking) is { } known) return known;
        await inFlight.WaitAsync(cancellation);
        Answer answer;
        try
        {
            // What was waiting when the run was cancelled or stopped may be let in by the calls that end: it is not asked any more.
            cancellation.ThrowIfCancellationRequested();
            if (Stopped is { } reason) throw new StoppedException(reason);
            Interlocked.Increment(ref asked);
            answer = await plan.Attempts[side]!(asking, cancellation);
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
        if (sample <= plan.Config.Samples || answer.Came || answer.Attempts > 0) await journal.AddAsync(answer);
        return answer;
    }

    bool IsBlessed(int side) => side == 0 && plan.Blessed is not null;

    // Stands where an answer would; it is neither recorded nor scored.
    Answer NotAsked(GoldenCase golden, int sample) =>
        new() { Case = golden.Key, Configuration = plan.Config.Baseline.Name, Sample = sample, Attempts = 0, Error = "not asked: only the outcome of the baseline is blessed" };
}
