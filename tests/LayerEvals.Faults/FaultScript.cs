using System.Security.Cryptography;
using System.Text;

namespace LayerEvals.Faults;

/// <summary>What the fault server does with each request.</summary>
public sealed record FaultScript
{
    /// <summary>Chooses the fault.</summary>
    public Func<Seen, Fault> Fault { get; init; } = _ => Faults.Fault.None;

    /// <summary>Says the answer to a question.</summary>
    public Func<string, string> Answer { get; init; } = question => $"You asked: {question}";

    /// <summary>The tools that an answer calls instead of saying something, each with its arguments as they are written; by default none.</summary>
    public Func<Seen, IReadOnlyList<(string Name, string Arguments)>> Calls { get; init; } = _ => [];

    /// <summary>How long an answer takes.</summary>
    public TimeSpan Latency { get; init; }

    /// <summary>Requests that are let in within <see cref="Window"/>; null for any number.</summary>
    public int? MostInWindow { get; init; }

    /// <summary>A fixed window: it begins with the first request after the last one's end.</summary>
    public TimeSpan Window { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Whether responses say what is left of the window.</summary>
    public bool SaysLimits { get; init; }

    /// <summary>What every 429 asks to wait, where its form says a length.</summary>
    public TimeSpan RetryAfter { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Whether every refusal says in <c>retry-after-ms</c> when to come again.</summary>
    public bool SaysWhen { get; init; }

    /// <summary>The faults of a share of requests. Which ones hangs on the seed, the body and how often it was sent, and not on the order of arrival.</summary>
    public static Func<Seen, Fault> Share(double share, int seed, params IReadOnlyList<Fault> faults) => seen =>
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}\n{seen.Asked}\n{seen.Body}"));
        return BitConverter.ToUInt32(hash) < share * uint.MaxValue ? faults[(int)(BitConverter.ToUInt32(hash, 4) % faults.Count)] : Faults.Fault.None;
    };
}
