namespace LayerEvals.GoldenSets;

/// <summary>A file of cases with an owner, an origin and default checks.</summary>
internal sealed record GoldenSet
{
    public required string Id { get; init; }

    public required string Title { get; init; }

    public string? Owner { get; init; }

    public string? Origin { get; init; }

    public string? Layer { get; init; }

    public string Risk { get; init; } = "standard";

    public string? Prompt { get; init; }

    /// <summary>Where its prompt is named.</summary>
    public int PromptLine { get; init; }

    public required SourceFileName File { get; init; }

    /// <summary>The ids of the sources that its documents hold; a case's other sources stand in the case.</summary>
    public IReadOnlySet<string> DocumentSources { get; init; } = new HashSet<string>();

    /// <summary>The tools of its cases that write none of their own.</summary>
    public IReadOnlyList<GoldenTool> Tools { get; init; } = [];

    public IReadOnlyList<GoldenCase> Cases { get; init; } = [];

    /// <summary>False where problems were found in the plan's sets: a case that is missed may be one that could not be read.</summary>
    public bool IsWhole { get; init; } = true;
}

/// <summary>Where a file lies, and how messages and reports name it.</summary>
internal sealed record SourceFileName(string Path, string Shown);
