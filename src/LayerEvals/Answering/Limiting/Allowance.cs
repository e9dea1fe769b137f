namespace LayerEvals.Answering.Limiting;

/// <summary>What a vendor said is left of one of its limits, less what was sent since.</summary>
internal sealed class Allowance
{
    long lowest = long.MaxValue;
    long left = long.MaxValue;
    TimeSpan wholeAt;

    /// <summary>When an amount may be sent.</summary>
    public TimeSpan Next(TimeSpan now, long amount) => now >= wholeAt || left >= amount ? now : wholeAt;

    public void Take(TimeSpan now, long amount)
    {
        if (now < wholeAt) left -= amount;
        else left = long.MaxValue;
    }

    /// <summary>
    /// Takes over what a response said. Responses overtake one another, so the lowest counts until the limit is whole again; and what is on its way may not be counted
    /// in it yet. So the vendor never has less left than is taken for it here.
    /// </summary>
    public void Hear(TimeSpan now, Remaining remaining, long onItsWay)
    {
        lowest = now >= wholeAt ? remaining.Left : Math.Min(lowest, remaining.Left);
        left = lowest - onItsWay;
        wholeAt = now + remaining.Reset;
    }
}
