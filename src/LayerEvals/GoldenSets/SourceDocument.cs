using LayerEvals.Diagnostics;
using LayerEvals.Reading;
using Markdig;
using Markdig.Syntax;

namespace LayerEvals.GoldenSets;

/// <summary>A source as it stands in a document.</summary>
internal sealed record DocumentSource(GoldenSource Source, string File, int Line);

/// <summary>
/// Cuts a Markdown document into sources: a heading <c>## C-4.1 Refund window</c> starts the source C-4.1, whose text is the rest of the heading and what
/// follows up to the next heading. A first heading of level 1 whose first word holds no digit is the document's title and starts none.
/// </summary>
internal static class SourceDocument
{
    /// <summary>The sources; null after a problem was reported.</summary>
    public static IReadOnlyList<DocumentSource>? Read(SourceFile file)
    {
        if (file.ReadText() is not { } text) return null;
        if (Headings(file, text) is not { } headings) return null;
        if (headings is [{ Level: 1 } first, ..] && !FirstWord(Title(text, first)).Any(char.IsAsciiDigit)) headings.RemoveAt(0);
        var sources = new List<DocumentSource>();
        for (var i = 0; i < headings.Count; i++)
        {
            var title = Title(text, headings[i]);
            var id = FirstWord(title);
            var end = i + 1 < headings.Count ? headings[i + 1].Span.Start : text.Length;
            // A closing run of # is on the heading's line and no part of its span.
            var start = text.IndexOf('\n', headings[i].Span.End);
            var body = start < 0 ? "" : text[start..end].Trim();
            var heading = title[id.Length..].Trim();
            var whole = heading.Length > 0 && body.Length > 0 ? $"{heading}\n{body}" : heading + body;
            if (whole.Length > 0) sources.Add(new DocumentSource(new GoldenSource(id, whole.ReplaceLineEndings("\n")), file.Shown, headings[i].Line + 1));
        }
        if (sources.Count > 0) return sources;
        file.Error(ProblemIds.NoSources, 0, "expected headings that start sources, found none", "write a heading before each source, its id first: `## C-4.1 Refund window`");
        return null;
    }

    static List<HeadingBlock>? Headings(SourceFile file, string text)
    {
        try
        {
            return [.. Markdown.Parse(text).OfType<HeadingBlock>().Where(h => Title(text, h).Length > 0)];
        }
        catch (ArgumentException)
        {
            // Markdig throws it above its own limit of nesting.
            file.Error(ProblemIds.TooLarge, 0, "expected Markdown, found quotes or lists that are nested too deeply to be meant", "flatten them");
            return null;
        }
    }

    // The heading as written, its # or underline left off: an id is exact, so inline Markdown in it is not interpreted.
    static string Title(string text, HeadingBlock heading)
    {
        var written = text.Substring(heading.Span.Start, heading.Span.Length).Trim();
        if (!heading.IsSetext) return written.TrimStart('#').Trim();
        var lines = written.Split('\n', StringSplitOptions.TrimEntries);
        return string.Join(' ', lines.Take(lines.Length - 1));
    }

    static string FirstWord(string title) => title.Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries)[0];
}
