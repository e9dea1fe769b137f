using System.Buffers;

namespace LayerEvals.Scoring.Text;

/// <summary>
/// The code and the quotations of a text, as spans in order that do not overlap: of nested ones the outermost counts. One pass over lines and one over each
/// paragraph, so that no text is slow.
/// </summary>
internal sealed class TextRegions
{
    static readonly SearchValues<char> Marks = SearchValues.Create("`~>\"'\u2018\u201A\u201C\u201E\u00AB\u00BB\u2039\u203A\u300C\u300E");
    static readonly SearchValues<char> Spaces = SearchValues.Create(" \t\r\n\u00A0");

    public static TextRegions None { get; } = new([]);

    readonly List<TextRegion> items;

    TextRegions(List<TextRegion> items) => this.items = items;

    public IReadOnlyList<TextRegion> Items => items;

    public static TextRegions Of(string text)
    {
        if (!text.AsSpan().ContainsAny(Marks)) return None;
        var found = new List<TextRegion>();
        var inner = new List<TextRegion>();
        foreach (var (start, end) in Blocks.ReadInto(found, text))
        {
            if (!text.AsSpan(start, end - start).ContainsAny(Marks)) continue;
            var code = InlineCode.In(text, start, end);
            inner.AddRange(code);
            Quotations.ReadInto(inner, text, (start, end), code);
        }
        found.AddRange(inner);
        AddComments(found, text);
        return found.Count == 0 ? None : new TextRegions(Outermost(found));
    }

    /// <summary>The same, or none where they are all that the text has: a quotation or a block of code that is the whole answer is the answer.</summary>
    public TextRegions OfProse(string text) => items.Count > 0 && !HasProse(text) ? None : this;

    /// <summary>The same without single words in quotation marks: those are stressed or doubted, and nobody is quoted.</summary>
    public TextRegions ButStressed(string text)
    {
        return items.Exists(IsStressed) ? new TextRegions(items.FindAll(region => !IsStressed(region))) : this;

        bool IsStressed(TextRegion region) => region.Kind == RegionKind.Quotation && !text.AsSpan(region.Start, region.Length).ContainsAny(Spaces);
    }

    bool HasProse(string text)
    {
        var at = 0;
        foreach (var region in items)
        {
            if (HasWord(text.AsSpan(at, region.Start - at))) return true;
            at = region.End;
        }
        return HasWord(text.AsSpan(at));
    }

    static bool HasWord(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
            if (char.IsLetterOrDigit(c)) return true;
        return false;
    }

    // One that nobody closes is none.
    static void AddComments(List<TextRegion> found, string text)
    {
        for (var at = text.IndexOf("<!--", StringComparison.Ordinal); at >= 0; at = text.IndexOf("<!--", at, StringComparison.Ordinal))
        {
            var close = text.IndexOf("-->", at + "<!--".Length, StringComparison.Ordinal);
            if (close < 0) return;
            found.Add(new TextRegion(RegionKind.Comment, at, close + "-->".Length - at));
            at = close + "-->".Length;
        }
    }

    /// <summary>The region that holds the character at an index; null where the text is its author's own prose.</summary>
    public TextRegion? At(int index)
    {
        var before = LastStartingAt(index);
        return before >= 0 && index < items[before].End ? items[before] : null;
    }

    /// <summary>The number, in <see cref="Items"/>, of the first region that ends behind an index: where to go on from for who walks through the text.</summary>
    public int NextFrom(int index)
    {
        var before = LastStartingAt(index);
        return before >= 0 && index < items[before].End ? before : before + 1;
    }

    /// <summary>Whether some character of a stretch is code or quoted.</summary>
    public bool Touch(int start, int length)
    {
        var before = LastStartingAt(start + length - 1);
        return length > 0 && before >= 0 && items[before].End > start;
    }

    // The last region that starts at or before an index; -1 where none does.
    int LastStartingAt(int index)
    {
        var low = 0;
        var high = items.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (items[middle].Start <= index) low = middle + 1;
            else high = middle;
        }
        return low - 1;
    }

    // Of two that start together the longer comes first; what starts inside one that was kept is dropped.
    static List<TextRegion> Outermost(List<TextRegion> found)
    {
        found.Sort((a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : b.Length.CompareTo(a.Length));
        var kept = new List<TextRegion>(found.Count);
        foreach (var region in found)
            if (kept.Count == 0 || region.Start >= kept[^1].End) kept.Add(region);
        return kept;
    }
}
