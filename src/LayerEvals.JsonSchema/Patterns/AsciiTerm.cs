namespace LayerEvals.JsonSchema;

/// <summary>A part of a pattern, as far as texts in ASCII are concerned.</summary>
internal abstract record AsciiTerm
{
    /// <summary>One character of a set: bit n is the character n.</summary>
    public sealed record Set(UInt128 Characters) : AsciiTerm;

    public sealed record Sequence(IReadOnlyList<AsciiTerm> Parts) : AsciiTerm;

    public sealed record Choice(IReadOnlyList<AsciiTerm> Branches) : AsciiTerm;

    /// <summary>So many times; <paramref name="Most"/> is null for as often as it goes.</summary>
    public sealed record Repeat(AsciiTerm Part, int Least, int? Most) : AsciiTerm;

    /// <summary><c>^</c>.</summary>
    public sealed record TextStart : AsciiTerm;

    /// <summary><c>$</c>.</summary>
    public sealed record TextEnd : AsciiTerm;
}
