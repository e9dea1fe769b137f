using System.Collections.Concurrent;

namespace LayerEvals.Faults;

/// <summary>What a fault server counts.</summary>
public sealed class Counts
{
    readonly ConcurrentDictionary<Fault, int> byFault = new();
    int numbered;
    int inFlight;
    int peak;
    long tokens;

    /// <summary>All requests that could be read.</summary>
    public int Requests => numbered;

    /// <summary>The most requests at a time.</summary>
    public int Peak => peak;

    /// <summary>The tokens of all answers, sent and received: what a vendor would charge.</summary>
    public long Tokens => tokens;

    /// <summary>Every request in the order of arrival.</summary>
    public ConcurrentQueue<Seen> Seen { get; } = new();

    /// <summary>How many requests met a fault.</summary>
    public int Of(Fault fault) => byFault.GetValueOrDefault(fault);

    internal int Number() => Interlocked.Increment(ref numbered);

    internal void Enter()
    {
        var now = Interlocked.Increment(ref inFlight);
        for (var most = peak; now > most; most = peak)
            if (Interlocked.CompareExchange(ref peak, now, most) == most) break;
    }

    internal void Leave() => Interlocked.Decrement(ref inFlight);

    internal void Count(Seen seen, Fault fault)
    {
        byFault.AddOrUpdate(fault, 1, (_, times) => times + 1);
        Seen.Enqueue(seen);
    }

    internal void Charge(long amount) => Interlocked.Add(ref tokens, amount);
}
