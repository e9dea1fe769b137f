namespace LayerEvals.Answering.Limiting;

/// <summary>
/// How many calls go at a time: one more for each round that was answered, half as many for each episode of "too many" (additive increase, multiplicative decrease;
/// Chiu and Jain 1989). Refusals of calls that had started before the last decrease belong to its episode.
/// </summary>
internal sealed class Concurrency(int most)
{
    readonly List<ConcurrencyStep> steps = [];
    double limit = most;
    TimeSpan lowered = TimeSpan.MinValue;

    public int Limit => (int)limit;

    /// <summary>Every decrease, in order.</summary>
    public IReadOnlyList<ConcurrencyStep> Steps => steps;

    public void Answered() => limit = Math.Min(most, limit + 1 / limit);

    public void Crowded(TimeSpan started, TimeSpan now)
    {
        if (started <= lowered) return;
        var from = Limit;
        limit = Math.Max(1, limit / 2);
        lowered = now;
        steps.Add(new ConcurrencyStep(now, from, Limit));
    }
}

/// <summary>One decrease of the calls at a time.</summary>
/// <param name="After">From the start of the run.</param>
internal sealed record ConcurrencyStep(TimeSpan After, int From, int To);
