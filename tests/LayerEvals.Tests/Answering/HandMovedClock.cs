namespace LayerEvals.Tests.Answering;

/// <summary>A clock that stands until a test moves it.</summary>
internal sealed class HandMovedClock(TimeZoneInfo? zone = null) : TimeProvider
{
    readonly Lock gate = new();
    readonly List<Alarm> alarms = [];
    DateTimeOffset now = new(2026, 9, 1, 23, 30, 0, TimeSpan.Zero);

    public override TimeZoneInfo LocalTimeZone => zone ?? TimeZoneInfo.Utc;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>How many timers wait.</summary>
    public int Waiting
    {
        get
        {
            lock (gate) return alarms.Count;
        }
    }

    /// <summary>How long until the next timer rings; null where none waits.</summary>
    public TimeSpan? Next
    {
        get
        {
            lock (gate) return alarms.Count == 0 ? null : alarms.Min(a => a.Due) - now;
        }
    }

    /// <summary>Moves on to each timer that rings within ten minutes, until the task is done: the waits of a retry, and not the time limits of the tests, which are hours.</summary>
    public async Task<T> RunAsync<T>(Task<T> task)
    {
        while (!task.IsCompleted)
        {
            if (Next is { } next && next <= TimeSpan.FromMinutes(10)) Advance(next);
            await Task.Yield();
        }
        return await task;
    }

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate) return now;
    }

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var alarm = new Alarm(this, () => callback(state));
        alarm.Change(dueTime, period);
        return alarm;
    }

    /// <summary>Moves the clock and rings what is due.</summary>
    public void Advance(TimeSpan by)
    {
        List<Alarm> due;
        lock (gate)
        {
            now += by;
            due = alarms.FindAll(a => a.Due <= now);
            alarms.RemoveAll(due.Contains);
        }
        foreach (var alarm in due) alarm.Ring();
    }

    // Rings once: nothing here needs a period.
    sealed class Alarm(HandMovedClock clock, Action ring) : ITimer
    {
        public DateTimeOffset Due { get; private set; }

        public void Ring() => ring();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock.gate)
            {
                clock.alarms.Remove(this);
                if (dueTime == Timeout.InfiniteTimeSpan) return true;
                Due = clock.now + dueTime;
                clock.alarms.Add(this);
            }
            return true;
        }

        public void Dispose()
        {
            lock (clock.gate) clock.alarms.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
