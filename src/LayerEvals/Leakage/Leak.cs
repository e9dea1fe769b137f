namespace LayerEvals.Leakage;

/// <summary>A case whose words stand in fine-tuning data.</summary>
/// <param name="Shared">How many of its words stand in a row in one example.</param>
/// <param name="Words">How many it has.</param>
/// <param name="Line">The example that holds most of them.</param>
/// <param name="Text">The longest of the shared runs, as the case has it.</param>
internal sealed record Leak(GoldenCase Golden, int Shared, int Words, int Line, string Text)
{
    /// <summary>The examples that hold some of it.</summary>
    public int Examples { get; init; } = 1;

    public double Share => (double)Shared / Words;
}

/// <summary>What a search for leaks came to.</summary>
/// <param name="Found">The cases that leaked, those with the most of their words first.</param>
/// <param name="TooShort">Cases with too few words to tell.</param>
/// <param name="Examples">The examples that were looked through.</param>
internal sealed record Leaks(IReadOnlyList<Leak> Found, int TooShort, int Examples);
