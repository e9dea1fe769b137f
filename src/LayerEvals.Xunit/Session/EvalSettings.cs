using System.Collections.Concurrent;
using LayerEvals.Planning;

namespace LayerEvals.Session;

/// <summary>What a caller sets for a run: command-line options first, then environment variables.</summary>
internal sealed record EvalSettings
{
    // The one static state of the adapter: attributes are asked for their rows, and the platform's handlers are made, before and beside anything that could
    // hand a value to them. A flow of its own may have settings of its own, so that two executions in one process do not meet.
    static readonly AsyncLocal<EvalSettings?> Flowing = new();
    static EvalSettings ofProcess = FromEnvironment();

    public string? Config { get; init; }

    public string? Shard { get; init; }

    public string? Output { get; init; }

    /// <summary>What recordings are for: off, auto, record or replay; null for what the configuration says.</summary>
    public string? Recordings { get; init; }

    public TimeProvider Time { get; init; } = SystemClock;

    /// <summary>Reads an environment variable for <c>${NAME}</c>; null for one that is not set.</summary>
    public Func<string, string?> Variables { get; init; } = Variable;

    /// <summary>The folder that the command was given in. xUnit moves the process to the folder of the assembly before a test runs.</summary>
    public string Folder { get; init; } = Environment.CurrentDirectory;

    /// <summary>The classes whose golden sets are the plan; null for all that xUnit would discover.</summary>
    public IReadOnlyList<Type>? Types { get; init; }

    /// <summary>The reports that runs under these settings wrote, for the platform to publish.</summary>
    public ConcurrentQueue<string> Reports { get; } = new();

    public Shard ShardOrWhole => Shard is { } text && Planning.Shard.Parse(text) is { } shard ? shard : Planning.Shard.Whole;

    public static EvalSettings Current => Flowing.Value ?? ofProcess;

    /// <summary>Settings for everything in this process.</summary>
    public static void Use(EvalSettings settings) => ofProcess = settings;

    /// <summary>Settings for the caller's asynchronous flow alone.</summary>
    public static void UseHere(EvalSettings settings) => Flowing.Value = settings;

    public static EvalSettings FromEnvironment() => new()
    {
        Config = Variable("LAYEREVALS_CONFIG"),
        Shard = Variable("LAYEREVALS_SHARD"),
        Output = Variable("LAYEREVALS_OUTPUT"),
        Recordings = Variable("LAYEREVALS_RECORDINGS"),
    };

    /// <summary>The whole path of one that a caller gave.</summary>
    public string At(string path) => Path.GetFullPath(path, Folder);

    /// <summary>A path as messages and commands show it: relative to where the command was given, unless it lies far from there.</summary>
    public string Show(string path)
    {
        var relative = Path.GetRelativePath(Folder, path).Replace('\\', '/');
        return relative.StartsWith("../../..", StringComparison.Ordinal) ? path : relative;
    }

    static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;

    // The adapter is an entry point: it names the system's clock here and hands it on.
#pragma warning disable RS0030
    static TimeProvider SystemClock => TimeProvider.System;
#pragma warning restore RS0030
}
