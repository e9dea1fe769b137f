namespace LayerEvals.Answering.Limiting;

/// <summary>
/// Lets no ten seconds hold more requests than their share of a minute. Vendors count in such short windows too (Azure OpenAI: of 1 or 10 seconds,
/// https://learn.microsoft.com/azure/ai-foundry/openai/how-to/quota, read 2026-11), and what <see cref="Pace"/> makes up for late timers must not fall into one.
/// </summary>
internal sealed class TenSeconds
{
    // Requests take unequally long to arrive: the first of a window may be late and the first of the next one early.
    static readonly TimeSpan Margin = TimeSpan.FromMilliseconds(100);

    readonly int most;
    readonly TimeSpan length;
    readonly Queue<TimeSpan> starts = new();

    /// <param name="perMinute">The limit; null for none.</param>
    public TenSeconds(double? perMinute)
    {
        if (perMinute is not { } rate) return;
        most = Math.Max(1, (int)(rate / 6));
        length = TimeSpan.FromMinutes(most / rate) + Margin;
    }

    /// <summary>When the next request may start.</summary>
    public TimeSpan Next(TimeSpan now) => most == 0 || starts.Count < most || starts.Peek() + length <= now ? now : starts.Peek() + length;

    public void Take(TimeSpan now)
    {
        if (most == 0) return;
        if (starts.Count == most) starts.Dequeue();
        starts.Enqueue(now);
    }
}
