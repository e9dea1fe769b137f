namespace LayerEvals.Scoring.Languages;

/// <summary>A language that can be told from a text.</summary>
/// <param name="Code">Its ISO 639-1 code.</param>
/// <param name="Name">Its English name.</param>
/// <param name="Script">The script that it is written in.</param>
internal sealed record KnownLanguage(string Code, string Name, Script Script)
{
    /// <summary>Its words of grammar in lower case; empty where its script is its own.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>Letters that the other languages of its script hardly have.</summary>
    public string Letters { get; init; } = "";

    /// <summary>Other codes that mean it.</summary>
    public IReadOnlyList<string> Also { get; init; } = [];
}
