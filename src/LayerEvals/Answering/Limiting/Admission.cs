namespace LayerEvals.Answering.Limiting;

/// <summary>
/// Decides when the next call to one deployment may start. It knows neither clock nor task: times are given, counted from the start of the run.
/// (System.Threading.RateLimiting's buckets keep a clock of their own, and cannot take back an estimate.)
/// </summary>
internal sealed class Admission(int inFlight, double? requestsPerMinute, double? tokensPerMinute)
{
    readonly Pace requestPace = new(requestsPerMinute);
    readonly TenSeconds tenSeconds = new(requestsPerMinute);
    readonly Pace tokenPace = new(tokensPerMinute);
    readonly Allowance requestsLeft = new();
    readonly Allowance tokensLeft = new();
    TimeSpan heldUntil;
    long tokensOnTheirWay;

    public Concurrency Concurrency { get; } = new(inFlight);

    /// <summary>Calls that have started and not ended.</summary>
    public int InFlight { get; private set; }

    /// <summary>The most that were in flight at a time.</summary>
    public int Peak { get; private set; }

    /// <summary>When a call of so many tokens may start; null for not before another one ends.</summary>
    public TimeSpan? Next(TimeSpan now, long tokens)
    {
        if (InFlight >= Concurrency.Limit) return null;
        var byPace = Later(Later(requestPace.Next(now), tenSeconds.Next(now)), tokenPace.Next(now));
        var byVendor = Later(requestsLeft.Next(now, 1), tokensLeft.Next(now, tokens));
        return Later(Later(byPace, byVendor), Later(now, heldUntil));
    }

    public StartedCall Start(TimeSpan now, long tokens)
    {
        InFlight++;
        Peak = Math.Max(Peak, InFlight);
        tokensOnTheirWay += tokens;
        requestPace.Take(now, 1);
        tenSeconds.Take(now);
        tokenPace.Take(now, tokens);
        requestsLeft.Take(now, 1);
        tokensLeft.Take(now, tokens);
        return new StartedCall(now, tokens);
    }

    /// <summary>A call ended.</summary>
    public void End(TimeSpan now, EndedCall call)
    {
        InFlight--;
        var start = call.Start;
        tokensOnTheirWay -= start.Tokens;
        if (call.TokensUsed is { } used) tokenPace.Correct(used - start.Tokens);
        if (call.Limits?.Requests is { } requests) requestsLeft.Hear(now, requests, InFlight);
        if (call.Limits?.Tokens is { } tokens) tokensLeft.Hear(now, tokens, tokensOnTheirWay);
        if (call.IsCrowded) Concurrency.Crowded(start.At, now);
        else if (call.IsAnswered) Concurrency.Answered();
        if (call.Hold is { } hold) heldUntil = Later(heldUntil, now + hold);
    }

    static TimeSpan Later(TimeSpan a, TimeSpan b) => a > b ? a : b;
}

/// <summary>A call that was let in.</summary>
/// <param name="At">From the start of the run.</param>
/// <param name="Tokens">The tokens that it is taken for.</param>
internal readonly record struct StartedCall(TimeSpan At, long Tokens);

/// <summary>How a call ended, for what may start next.</summary>
internal sealed record EndedCall(StartedCall Start)
{
    public bool IsAnswered { get; init; }

    /// <summary>Whether the vendor said that there were too many.</summary>
    public bool IsCrowded { get; init; }

    public long? TokensUsed { get; init; }

    public VendorLimits? Limits { get; init; }

    /// <summary>How long the vendor asks everyone to wait.</summary>
    public TimeSpan? Hold { get; init; }
}
