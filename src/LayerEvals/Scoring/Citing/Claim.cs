namespace LayerEvals.Scoring.Citing;

/// <summary>A piece of an answer that can be right or wrong by itself: a sentence, a bullet, a cell of a table, a text of its JSON.</summary>
/// <param name="Span">Where it stands, its citations included.</param>
internal sealed record Claim(TextSpan Span)
{
    /// <summary>The citations that support it.</summary>
    public List<Citation> Citations { get; } = [];

    /// <summary>Whether it is asked for a citation; headings, questions, lead-ins and courtesies are not.</summary>
    public bool IsAssertion { get; init; } = true;

    /// <summary>How many words it has besides its citations.</summary>
    public int Words { get; init; }
}
