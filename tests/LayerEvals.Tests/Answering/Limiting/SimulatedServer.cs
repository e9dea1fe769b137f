using LayerEvals.Answering.Limiting;

namespace LayerEvals.Tests.Answering.Limiting;

/// <summary>A server that lets in 60 requests in each ten seconds, and the calls that an admission lets go: without clock or task, event by event.</summary>
internal static class SimulatedServer
{
    const int Most = 60;

    static readonly TimeSpan Window = TimeSpan.FromSeconds(10);
    static readonly TimeSpan Latency = TimeSpan.FromMilliseconds(200);

    /// <summary>How long it took until all were answered, and how many requests were refused on the way.</summary>
    /// <param name="mostLateMs">A timer rings late by up to so many milliseconds, and a request is on its way for up to as long.</param>
    public static (double Seconds, int Refused) Run(int calls, bool saysLimits, Admission admission, int mostLateMs)
    {
        var late = new Random(1);
        var ends = new PriorityQueue<(StartedCall Call, bool IsIn, Remaining Left), TimeSpan>();
        var (now, window, inWindow, refused, left) = (TimeSpan.Zero, TimeSpan.Zero, 0, 0, calls);
        while (left > 0 || ends.Count > 0)
        {
            var next = left > 0 ? admission.Next(now, 1) : null;
            if (next is { } start && (!ends.TryPeek(out _, out var end) || start <= end))
            {
                // Called again at once where it may start now; else by a timer.
                now = start == now ? now : start + Late();
                var arrival = now + Late();
                if (arrival - window >= Window) (window, inWindow) = (arrival, 0);
                var isIn = inWindow < Most;
                if (isIn) inWindow++;
                ends.Enqueue((admission.Start(now, 1), isIn, new Remaining(Most - inWindow, window + Window - arrival - Latency)), arrival + Latency);
                left--;
                continue;
            }
            ends.TryDequeue(out var call, out now);
            admission.End(now, new EndedCall(call.Call) { IsAnswered = call.IsIn, IsCrowded = !call.IsIn, Hold = call.IsIn ? null : call.Left.Reset, Limits = saysLimits ? new VendorLimits(call.Left, null) : null });
            if (call.IsIn) continue;
            refused++;
            left++;
        }
        return (now.TotalSeconds, refused);

        TimeSpan Late() => TimeSpan.FromMilliseconds(late.NextDouble() * mostLateMs);
    }
}
