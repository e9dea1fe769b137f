namespace LayerEvals.Answering.Limiting;

/// <summary>
/// Spaces amounts evenly below a limit per minute: the generic cell rate algorithm (ITU-T I.371, annex A) with next to no tolerance, so that any stretch of time holds
/// its share and no more. Times are counted from the start of the run.
/// </summary>
internal sealed class Pace(double? perMinute)
{
    // A timer rings late, by milliseconds: what it is late by is made up for, or a run would be slower than its limit by the sum of it.
    static readonly TimeSpan Late = TimeSpan.FromMilliseconds(100);

    TimeSpan next;

    /// <summary>When the next amount may be sent; at once without a limit.</summary>
    public TimeSpan Next(TimeSpan now) => perMinute is null || next <= now ? now : next;

    public void Take(TimeSpan now, double amount)
    {
        if (perMinute is { } rate) next = (next > now - Late ? next : now - Late) + Span(amount, rate);
    }

    // Rounded up: sixty of them are a whole window, and not a tick less.
    static TimeSpan Span(double amount, double rate) => TimeSpan.FromTicks((long)Math.Ceiling(amount / rate * TimeSpan.TicksPerMinute));

    /// <summary>An amount turned out larger or smaller than what was taken for it.</summary>
    public void Correct(double by)
    {
        if (perMinute is { } rate) next += Span(by, rate);
    }
}
