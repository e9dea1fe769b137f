namespace LayerEvals;

/// <summary>One way of answering: provider, pinned model, prompts, sampling, price.</summary>
public sealed record ModelConfiguration
{
    /// <summary>The name under <c>models:</c>.</summary>
    public required string Name { get; init; }

    /// <summary><c>embedded</c>, <c>recorded</c>, <c>blessed</c>, <c>code</c>, <c>openai</c>, <c>azure-openai</c>, <c>anthropic</c> or <c>openai-compatible</c>.</summary>
    public required string Provider { get; init; }

    /// <summary>The pin: the id that the vendor must return.</summary>
    public required string Model { get; init; }

    /// <summary>The vendor's address as the file writes it; null for its default.</summary>
    public string? Endpoint { get; init; }

    /// <summary>The deployment (Azure OpenAI).</summary>
    public string? Deployment { get; init; }

    /// <summary>The version of the deployment's model (Azure OpenAI), where <see cref="Model"/> does not end in it.</summary>
    public string? Version { get; init; }

    /// <summary>What Azure does when another version comes: <c>NoAutoUpgrade</c>, <c>OnceNewDefaultVersionAvailable</c> or <c>OnceCurrentVersionExpired</c>; null where it is not declared.</summary>
    public string? Upgrade { get; init; }

    /// <summary>The day from which the vendor answers no more under this id; null where none is known.</summary>
    public DateOnly? Retires { get; init; }

    /// <summary>Who makes the model.</summary>
    public string? Vendor { get; init; }

    /// <summary>The knowledge cutoff as the vendor states it.</summary>
    public string? Cutoff { get; init; }

    /// <summary>What is assumed about the model's training.</summary>
    public string? Training { get; init; }

    /// <summary>How the model samples.</summary>
    public Sampling Sampling { get; init; } = new();

    /// <summary>The price; null when the configuration states none.</summary>
    public Price? Price { get; init; }

    /// <summary>The key as the file writes it, <c>${NAME}</c>; null when it writes none.</summary>
    internal string? KeyWritten { get; init; }

    /// <summary>Further headers of each request as the file writes them.</summary>
    internal IReadOnlyDictionary<string, string> HeadersWritten { get; init; } = new Dictionary<string, string>();

    /// <summary>What the environment says for it; of a configuration that is about to be asked.</summary>
    internal Answering.Access Access { get; init; } = Answering.Access.None;

    /// <summary>The folder of its prompts; null when it has none.</summary>
    internal string? PromptFolder { get; init; }

    internal string? PromptFolderShown { get; init; }

    internal int PromptFolderLine { get; init; }

    /// <summary>The answers file of a recorded configuration.</summary>
    internal Reading.SourceFile? Answers { get; init; }

    /// <summary>The file of a blessed configuration's outcomes.</summary>
    internal Reading.SourceFile? Outcomes { get; init; }

    /// <summary>The line of the configuration file that the model starts on.</summary>
    internal int Line { get; init; }
}

/// <summary>How a model samples; null leaves the vendor's default.</summary>
public sealed record Sampling
{
    /// <summary>0 to 2.</summary>
    public double? Temperature { get; init; }

    /// <summary>0 to 1.</summary>
    public double? TopP { get; init; }

    /// <summary>The most tokens of one answer.</summary>
    public int? MaxOutputTokens { get; init; }

    /// <summary>The vendor's seed; the sample number is added to it.</summary>
    public int? Seed { get; init; }

    /// <summary><c>text</c>, <c>json</c>, or <c>schema</c>: the model is offered the schema of a case's <c>schema</c> check; null is text.</summary>
    public string? ResponseFormat { get; init; }
}

/// <summary>A price in USD per million tokens.</summary>
/// <param name="Input">For tokens sent.</param>
/// <param name="Output">For tokens received.</param>
public sealed record Price(double Input, double Output)
{
    /// <summary>For tokens sent that the vendor read from its cache; null where they cost what others do.</summary>
    public double? CachedInput { get; init; }

    /// <summary>For tokens that the model thought and did not say; null where they cost what others do.</summary>
    public double? Reasoning { get; init; }
}
