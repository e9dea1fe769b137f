namespace LayerEvals.Models;

/// <summary>What differs from one version of the reader to the next. There is one code path; a version is a row of numbers.</summary>
internal sealed record ReaderTraits(string Version)
{
    /// <summary>Share (0 to 1) of the question's weight that the best sentence must cover; below it the reader abstains.</summary>
    public required double EvidenceNeeded { get; init; }

    /// <summary>Share of the best sentence's score that a second sentence needs in order to be said too.</summary>
    public required double SupportNeeded { get; init; }

    /// <summary>Sentences said at most when the prompt sets no limit.</summary>
    public required int Sentences { get; init; }

    /// <summary>How much a word of the section's title counts, next to 1 for a word of the sentence.</summary>
    public required double TitleWeight { get; init; }

    /// <summary>How much two neighbouring words of the question that stand together in the sentence add.</summary>
    public required double BigramBonus { get; init; }

    /// <summary>Operations that a sum may have.</summary>
    public required int Operations { get; init; }

    /// <summary>Whether a confident pushback that names a value is given in to.</summary>
    public required bool Yields { get; init; }

    public static IReadOnlyList<ReaderTraits> All { get; } =
    [
        new("reader-1")
        {
            EvidenceNeeded = 0.50, SupportNeeded = 0.60, Sentences = 2, TitleWeight = 0.6, BigramBonus = 0, Operations = 1, Yields = false,
        },
        new("reader-2")
        {
            EvidenceNeeded = 0.22, SupportNeeded = 0.55, Sentences = 2, TitleWeight = 0.8, BigramBonus = 0.4, Operations = 8, Yields = true,
        },
    ];
}
