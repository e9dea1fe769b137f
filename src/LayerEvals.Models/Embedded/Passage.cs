namespace LayerEvals.Models;

/// <summary>Text to read from. <paramref name="Id"/> is the source's id, and null for a passage that came without one.</summary>
internal sealed record Passage(string? Id, string Title, string Text)
{
    private const int LongestTitle = 100;

    /// <summary>A short first line that does not end like a sentence is the title; a text of one line has none.</summary>
    public static Passage Titled(string? id, string content)
    {
        var text = content.Trim();
        var end = text.IndexOf('\n');
        if (end < 0 || end > LongestTitle) return new Passage(id, "", text);

        var first = text.AsSpan(0, end).Trim().TrimStart("#").Trim();
        var isTitle = !first.IsEmpty && !first.StartsWith("- ") && first[^1] is not ('.' or '!' or ',' or ';' or ':');
        return isTitle ? new Passage(id, first.ToString(), text[(end + 1)..].Trim()) : new Passage(id, "", text);
    }
}
