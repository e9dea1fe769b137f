using LayerEvals.Planning;

namespace LayerEvals.Session;

/// <summary>What a caller sets for a run: command-line options first, then environment variables.</summary>
internal sealed record EvalSettings
{
    public string? Config { get; init; }

    public string? Shard { get; init; }

    public string? Output { get; init; }

    public TimeProvider Time { get; init; } = SystemClock;

    public Shard ShardOrWhole => Shard is { } text && Planning.Shard.Parse(text) is { } shard ? shard : Planning.Shard.Whole;

    /// <summary>
    /// The settings of this process. The one static state of the adapter: attributes are asked for their rows, and the platform's handlers are made, before
    /// and beside anything that could hand a value to them.
    /// </summary>
    public static EvalSettings Current { get; set; } = FromEnvironment();

    /// <summary>The reports that runs of this process wrote, for the platform to publish.</summary>
    public static System.Collections.Concurrent.ConcurrentQueue<string> Reports { get; } = new();

    public static EvalSettings FromEnvironment() => new()
    {
        Config = Variable("LAYEREVALS_CONFIG"),
        Shard = Variable("LAYEREVALS_SHARD"),
        Output = Variable("LAYEREVALS_OUTPUT"),
    };

    static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;

    // The adapter is an entry point: it names the system's clock here and hands it on.
#pragma warning disable RS0030
    static TimeProvider SystemClock => TimeProvider.System;
#pragma warning restore RS0030
}
