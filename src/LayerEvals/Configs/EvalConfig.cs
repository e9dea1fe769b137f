using LayerEvals.Reading;

namespace LayerEvals.Configs;

/// <summary>A configuration file: complete by itself, without inheritance or merging.</summary>
internal sealed record EvalConfig
{
    public required string Name { get; init; }

    public required SourceFile File { get; init; }

    /// <summary>The golden sets that it names, patterns resolved, in ordinal order.</summary>
    public IReadOnlyList<SourceFile> Golden { get; init; } = [];

    /// <summary>Whether they stand under a misspelled key, which was reported.</summary>
    public bool MisspellsGolden { get; init; }

    public required ModelConfiguration Baseline { get; init; }

    public required ModelConfiguration Candidate { get; init; }

    public IReadOnlyDictionary<string, string> Knowledge { get; init; } = new Dictionary<string, string>();

    public int Samples { get; init; } = 1;

    public int Seed { get; init; }

    /// <summary>Whether the configuration is tuned with: what it shows of holdout cases is no baseline.</summary>
    public bool IsTuning { get; init; }

    public Limits Limits { get; init; } = new();

    /// <summary>Whether the spans of calls hold prompts and answers.</summary>
    public bool TracesMessages { get; init; }

    public WrittenGate Gate { get; init; } = new();

    public RecordingSettings Recordings { get; init; } = new(RecordingMode.Off, null);

    /// <summary>Earlier runs and blessed baselines, as paths or patterns, each with its line.</summary>
    public IReadOnlyList<(string Pattern, int Line)> History { get; init; } = [];

    /// <summary>Where run folders are made.</summary>
    public required string Output { get; init; }

    /// <summary>The same, relative to the folder that the command was given in.</summary>
    public required string OutputShown { get; init; }

    /// <summary>The seven layers and the team's own, in the order of reports.</summary>
    public IReadOnlyList<Layer> Layers { get; init; } = LayerEvals.Layers.All;

    /// <summary>The file as read, secrets masked: what manifests and hashes see.</summary>
    public required MapNode Masked { get; init; }

    /// <summary>Both sides, the baseline first.</summary>
    public IReadOnlyList<ModelConfiguration> Sides => [Baseline, Candidate];
}

/// <summary>Limits of asking; both sides together.</summary>
internal sealed record Limits
{
    /// <summary>Calls at a time, both sides together; 8 by default, 1 to 1,024.</summary>
    public int InFlight { get; init; } = 8;

    /// <summary>How long one attempt may take; 60 s by default.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long one asking may take: all turns, all attempts, and the waits before them; 10 min by default, and never less than one attempt.</summary>
    public TimeSpan TotalTimeout { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Attempts of one turn, the first included; 5 by default, 1 to 20.</summary>
    public int Attempts { get; init; } = 5;

    /// <summary>Requests a minute to each deployment; null for no limit but the vendor's.</summary>
    public double? RequestsPerMinute { get; init; }

    /// <summary>Tokens a minute, sent and received, of each deployment; null for no limit but the vendor's.</summary>
    public double? TokensPerMinute { get; init; }

    /// <summary>What a run may cost, in USD; null for no limit.</summary>
    public double? BudgetUsd { get; init; }

    /// <summary>What the tool asks without a question, in USD; 1 by default.</summary>
    public double ConfirmUsd { get; init; } = 1;
}
