using LayerEvals.Scoring.Facts;

namespace LayerEvals.Scoring.Citing;

/// <summary>A source with what checks ask of it, each worked out when first asked.</summary>
internal sealed class SourceReading(GoldenSource source)
{
    readonly Lazy<FactSet> facts = new(() => FactSet.Of(source.Text));
    readonly Lazy<string> folded = new(() => QuotedText.Folded(source.Text));
    readonly Lazy<ContentWords> words = new(() => ContentWords.Of(source.Text));

    public string Id => source.Id;

    public string Text => source.Text;

    public FactSet Facts => facts.Value;

    /// <summary>The text as quotations are looked up in it.</summary>
    public string Folded => folded.Value;

    public ContentWords Words => words.Value;
}
