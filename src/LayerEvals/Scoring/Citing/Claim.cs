namespace LayerEvals.Scoring.Citing;

/// <summary>A piece of an answer that can be right or wrong by itself: a sentence, a bullet, a cell of a table, a text of its JSON.</summary>
/// <param name="span">Where it stands, its citations included.</param>
internal sealed class Claim(TextSpan span)
{
    /// <summary>Where it stands, its citations included.</summary>
    public TextSpan Span => span;

    /// <summary>The citations that support it.</summary>
    public List<Citation> Citations { get; } = [];

    /// <summary>Whether it is asked for a citation; headings, questions, lead-ins and courtesies are not.</summary>
    public bool IsAssertion { get; init; } = true;

    /// <summary>How many words it has besides its citations; more than <see cref="Claims.MostWordsCounted"/> are not counted.</summary>
    public int Words { get; init; }

    /// <summary>The given sources that they name, once somebody asked.</summary>
    public IReadOnlyList<SourceReading>? Sources { get; set; }
}
