using LayerEvals.Scoring.Text;

namespace LayerEvals.Scoring.Citing;

/// <summary>A text that is searched for citations, and what it is searched with.</summary>
/// <param name="text">The text.</param>
/// <param name="shelf">The given sources.</param>
/// <param name="styles">The ways of writing that count.</param>
/// <param name="regions">The text's code and quotations.</param>
internal sealed class CitedText(string text, SourceShelf shelf, CitationStyles styles, TextRegions regions)
{
    // Looked up once for each marker as it is written, however often a text repeats it.
    readonly Dictionary<string, bool> inSources = new(StringComparer.Ordinal);
    Dictionary<string, string>? notes;

    public string Text => text;

    public SourceShelf Shelf => shelf;

    public CitationStyles Styles => styles;

    public TextRegions Regions => regions;

    /// <summary>The footnotes by their labels.</summary>
    public IReadOnlyDictionary<string, string> Notes => notes ??= Footnotes.Notes(text);

    /// <summary>Whether a given source has these words.</summary>
    public bool IsInSources(string words)
    {
        if (inSources.TryGetValue(words, out var known)) return known;
        return inSources[words] = shelf.Says(words);
    }

    /// <summary>Whether an id counts in this style although no source of it was given.</summary>
    public bool TakesForeign(CitationStyle style, string id) => style != CitationStyle.Parentheses
        || shelf.HasPrefixOf(id)
        || styles.IsChosen && shelf.All.Count == 0 && char.IsLetter(id[0]);
}
