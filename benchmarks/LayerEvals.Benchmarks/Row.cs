namespace LayerEvals.Benchmarks;

/// <summary>One measurement: so many cases asked of two configurations.</summary>
/// <param name="Cases">How many cases.</param>
/// <param name="LatencyMs">How long a call takes; 0 for a client that answers at once.</param>
/// <param name="IsRecorded">Whether both sides are answered from recorded answers instead of a client.</param>
internal sealed record Row(int Cases, int LatencyMs = 0, bool IsRecorded = false)
{
    /// <summary>Calls in flight, both sides together.</summary>
    public const int InFlight = 32;

    /// <summary>What a row costs is measured in this order.</summary>
    public static IReadOnlyList<Row> All { get; } =
    [
        new(1_000), new(10_000), new(100_000), new(10_000, LatencyMs: 50), new(100_000, IsRecorded: true),
    ];

    public string Answered => IsRecorded ? "recorded answers" : LatencyMs == 0 ? "at once" : $"after {LatencyMs} ms";
}

/// <summary>What one row came to.</summary>
/// <param name="Seconds">The whole run: reading the plan, asking, recording, scoring, comparing, reports.</param>
/// <param name="Asking">The part of it from the first asking to the last score.</param>
/// <param name="ToFirstAnswer">From the start until the first answer came.</param>
/// <param name="ProcessorSeconds">Processor time of the whole run, plan files left out: what it costs however busy the machine is.</param>
/// <param name="PeakMegabytes">The largest working set of the process until the run was over.</param>
/// <param name="BareSeconds">The same calls in a bare loop, in the same process after the run; null where there is no client.</param>
internal sealed record Measured(double Seconds, double Asking, double ToFirstAnswer, double ProcessorSeconds, double PeakMegabytes, double? BareSeconds);
