namespace LayerEvals.Canaries;

/// <summary>A fixed sample of cases that one configuration answered twice on one day: what it is held against when it is asked again.</summary>
internal sealed record Canary
{
    public const string Format = "canary-1";

    /// <summary>The configuration's name.</summary>
    public required string Configuration { get; init; }

    /// <summary>Its pin.</summary>
    public required string Model { get; init; }

    /// <summary>The day on which it answered.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Its answers, by case.</summary>
    public required IReadOnlyList<CanaryCase> Cases { get; init; }

    public IReadOnlyList<string> Models => [.. Cases.SelectMany(c => c.Answers).Select(a => a.Model).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    public IReadOnlyList<string> Fingerprints => [.. Cases.SelectMany(c => c.Answers).Select(a => a.Fingerprint).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}

/// <summary>A case of a canary: what was asked, by its key, and the two answers of the day, errors included.</summary>
internal sealed record CanaryCase(string Case, string Key, Answer First, Answer Second)
{
    public IEnumerable<Answer> Answers => [First, Second];
}
