namespace LayerEvals.Answering.Limiting;

/// <summary>Lets calls to one deployment in, in the order of their coming, when its <see cref="Admission"/> allows.</summary>
internal sealed class AdmissionQueue(Admission admission, TimeProvider time)
{
    readonly Lock gate = new();
    readonly Queue<Waiting> line = new();
    readonly long start = time.GetTimestamp();
    ITimer? alarm;

    /// <summary>What the admission came to; read when nothing is in flight any more.</summary>
    public Admission Admission => admission;

    /// <summary>Waits until a call of so many tokens may start.</summary>
    public async Task<StartedCall> EnterAsync(long tokens, CancellationToken cancellation)
    {
        Waiting waiting;
        lock (gate)
        {
            var now = Now;
            if (line.Count == 0 && admission.Next(now, tokens) == now) return admission.Start(now, tokens);
            waiting = new Waiting(tokens);
            line.Enqueue(waiting);
            LetIn();
        }
        await using var left = cancellation.Register(static w => ((Waiting)w!).Entered.TrySetCanceled(), waiting);
        return await waiting.Entered.Task;
    }

    public void Exit(EndedCall call)
    {
        lock (gate)
        {
            admission.End(Now, call);
            LetIn();
        }
    }

    TimeSpan Now => time.GetElapsedTime(start);

    void LetIn()
    {
        while (line.TryPeek(out var first))
        {
            if (first.Entered.Task.IsCompleted)
            {
                line.Dequeue();
                continue;
            }
            var now = Now;
            if (admission.Next(now, first.Tokens) is not { } next) return;
            if (next > now)
            {
                RingIn(next - now);
                return;
            }
            line.Dequeue();
            var call = admission.Start(now, first.Tokens);
            // A caller that left in between gives its place back.
            if (!first.Entered.TrySetResult(call)) admission.End(now, new EndedCall(call) { TokensUsed = 0 });
        }
    }

    void RingIn(TimeSpan wait)
    {
        // A timer counts whole milliseconds: rounded down, it would ring too early and be set again and again.
        var whole = TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds));
        alarm ??= time.CreateTimer(_ => Ring(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        alarm.Change(whole, Timeout.InfiniteTimeSpan);
    }

    void Ring()
    {
        lock (gate) LetIn();
    }

    sealed record Waiting(long Tokens)
    {
        public TaskCompletionSource<StartedCall> Entered { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
