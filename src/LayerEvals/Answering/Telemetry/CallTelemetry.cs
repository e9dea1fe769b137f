using System.Diagnostics;
using System.Diagnostics.Metrics;
using LayerEvals.Runs;

namespace LayerEvals.Answering.Telemetry;

/// <summary>Where the spans and measurements of calls come from, for an exporter of the user's choice. Names: OpenTelemetry's semantic conventions for generative AI, 1.37 and later.</summary>
internal static class CallTelemetry
{
    /// <summary>The name of the source and of the meter.</summary>
    public const string Name = "LayerEvals";

    public static ActivitySource Source { get; } = new(Name, RunManifest.Version);

    static readonly Meter Meter = new(Name, RunManifest.Version);

    public static Histogram<double> Duration { get; } = Meter.CreateHistogram<double>("gen_ai.client.operation.duration", "s", "How long one attempt took.");

    public static Histogram<long> Tokens { get; } = Meter.CreateHistogram<long>("gen_ai.client.token.usage", "{token}", "Tokens of one attempt, by gen_ai.token.type.");
}
