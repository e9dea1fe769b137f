using LayerEvals.Diagnostics;

namespace LayerEvals.Answering.Spending;

/// <summary>
/// Keeps a run within <c>budget-usd</c>. Before each call the most that it can cost is set aside, so that what is in flight is counted too; a call that does not fit waits for others to
/// turn out cheaper, and when none is in flight any more the run stops.
/// </summary>
internal sealed class Budget(double usd)
{
    readonly Lock gate = new();
    TaskCompletionSource settled = New();
    double spent;
    double reserved;
    int inFlight;

    public double Usd => usd;

    public double Spent
    {
        get
        {
            lock (gate) return spent;
        }
    }

    /// <summary>Counts what an earlier process of the same run spent.</summary>
    public void Add(double earlier)
    {
        lock (gate) spent += earlier;
    }

    /// <exception cref="StoppedException">What is left is not enough for this call.</exception>
    public async Task<Answer> AskAsync(Attempt attempt, Asking asking, CancellationToken cancellation)
    {
        var most = asking.Model.Price is { } price ? Tokens.Most(asking).Usd(price) : 0;
        await ReserveAsync(most, cancellation);
        var cost = most;
        try
        {
            var answer = await attempt(asking, cancellation);
            cost = Cost.Of(asking, answer);
            return answer;
        }
        finally
        {
            // A call that was cancelled may have been charged for.
            Settle(most, cost);
        }
    }

    async Task ReserveAsync(double most, CancellationToken cancellation)
    {
        while (true)
        {
            Task others;
            lock (gate)
            {
                if (spent + reserved + most <= usd)
                {
                    reserved += most;
                    inFlight++;
                    return;
                }
                if (inFlight == 0) throw new StoppedException($"The budget does not allow another call: {Numerals.Usd(spent)} of {Numerals.Usd(usd)} are spent, and a call may cost up to {Numerals.Usd(most)}. Raise `budget-usd`, and the same command goes on with the run.");
                others = settled.Task;
            }
            await others.WaitAsync(cancellation);
        }
    }

    void Settle(double most, double cost)
    {
        TaskCompletionSource waiting;
        lock (gate)
        {
            spent += cost;
            // With nothing in flight nothing is set aside: sums of fractions leave a rest.
            reserved = --inFlight == 0 ? 0 : reserved - most;
            (waiting, settled) = (settled, New());
        }
        waiting.SetResult();
    }

    static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
