namespace LayerEvals.Answering.Limiting;

/// <summary>What a vendor said is left of one of its limits, less what was sent since.</summary>
internal sealed class Allowance
{
    long left = long.MaxValue;
    long lastHeard;
    TimeSpan wholeAt;

    /// <summary>When an amount may be sent.</summary>
    public TimeSpan Next(TimeSpan now, long amount) => now >= wholeAt || left >= amount ? now : wholeAt;

    public void Take(TimeSpan now, long amount)
    {
        if (now < wholeAt) left -= amount;
        else left = long.MaxValue;
    }

    /// <summary>Takes over what the response to a call said. It cannot know what was sent after the call; and one to an earlier call says nothing new.</summary>
    public void Hear(TimeSpan now, Remaining remaining, long call, long sentSince)
    {
        if (call < lastHeard) return;
        lastHeard = call;
        left = remaining.Left - sentSince;
        wholeAt = now + remaining.Reset;
    }
}
