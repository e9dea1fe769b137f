namespace LayerEvals.Scoring.Citing;

/// <summary>The ways of writing a citation, as a set.</summary>
[Flags]
internal enum CitationStyle
{
    /// <summary>No style.</summary>
    None = 0,

    /// <summary><c>[C-4.1]</c>, <c>[1][2]</c>, <c>[0, 9, 13]</c>, <c>[1-3]</c>.</summary>
    Brackets = 1,

    /// <summary><c>【4†source】</c>.</summary>
    Lenticular = 2,

    /// <summary><c>(C-4.1)</c>.</summary>
    Parentheses = 4,

    /// <summary><c>Clause 4.1(b)</c>, <c>Section 12.3</c>, <c>§ 7</c>.</summary>
    Clauses = 8,

    /// <summary><c>&lt;cite id="C-4.1"&gt;</c>, <c>&lt;source id=C-4.1&gt;</c>, <c>&lt;cite&gt;C-4.1&lt;/cite&gt;</c>.</summary>
    Tags = 16,

    /// <summary><c>[^1]</c>.</summary>
    Footnotes = 32,

    /// <summary><c>[the policy](#C-4.1)</c>.</summary>
    Links = 64,

    /// <summary>Values of a JSON answer.</summary>
    Fields = 128,
}

/// <summary>Which styles of citation are looked for.</summary>
/// <param name="Set">The styles.</param>
/// <param name="IsChosen">
/// Whether somebody chose them. Otherwise all are tried, and those that everyday text also has (parentheses, clauses, links) count only where they lead to a given source.
/// </param>
internal sealed record CitationStyles(CitationStyle Set, bool IsChosen)
{
    /// <summary>The names that a golden set writes, in the order of <see cref="CitationStyle"/>.</summary>
    public static IReadOnlyList<string> Names { get; } = ["brackets", "lenticular", "parentheses", "clauses", "tags", "footnotes", "links"];

    public static CitationStyles Any { get; } = new((CitationStyle)0xFF, IsChosen: false);

    /// <summary>The styles of these names; all where none is named.</summary>
    public static CitationStyles Of(IReadOnlyList<string> names)
    {
        var set = names.Aggregate(CitationStyle.None, (all, name) => all | (CitationStyle)(1 << Names.ToList().IndexOf(name)));
        return set == CitationStyle.None ? Any : new CitationStyles(set, IsChosen: true);
    }

    public bool Has(CitationStyle style) => (Set & style) != CitationStyle.None;

}

/// <summary>A citation as it stands in a text.</summary>
/// <param name="Span">The marker.</param>
/// <param name="Style">How it is written.</param>
/// <param name="Ids">The sources that it names: ids of given sources where it leads to them, else as written.</param>
internal sealed record Citation(TextSpan Span, CitationStyle Style, IReadOnlyList<string> Ids);
