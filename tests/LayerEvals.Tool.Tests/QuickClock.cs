namespace LayerEvals.Tool.Tests;

/// <summary>The system's clock, so many times as quick: a wait of a second is one of a millisecond at 1,000.</summary>
internal sealed class QuickClock(int times) : TimeProvider
{
#pragma warning disable RS0030 // What it quickens.
    static readonly TimeProvider Real = TimeProvider.System;
#pragma warning restore RS0030

    readonly DateTimeOffset start = Real.GetUtcNow();
    readonly long started = Real.GetTimestamp();

    public override long TimestampFrequency => Real.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => start + times * Real.GetElapsedTime(started);

    public override long GetTimestamp() => times * (Real.GetTimestamp() - started);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => new QuickTimer(Real.CreateTimer(callback, state, Quick(dueTime), Quick(period)), this);

    // At least a millisecond: a timer that counts whole ones would ring at once, and too early.
    TimeSpan Quick(TimeSpan time) => time <= TimeSpan.Zero ? time : TimeSpan.FromMilliseconds(Math.Max(1, Math.Ceiling(time.TotalMilliseconds / times)));

    sealed class QuickTimer(ITimer timer, QuickClock clock) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(clock.Quick(dueTime), clock.Quick(period));

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
