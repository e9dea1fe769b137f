namespace LayerEvals.Scoring.Text;

/// <summary>The first pass over a text, by lines: fenced code, block quotes, and the stretches of prose between them.</summary>
internal static class Blocks
{
    /// <summary>Adds the fences and block quotes of a text, and gives the stretches that a quotation or inline code cannot leave: paragraphs, bullets, table rows.</summary>
    public static List<(int Start, int End)> ReadInto(List<TextRegion> found, string text)
    {
        var stretches = new List<(int, int)>();
        var start = 0;
        for (var at = 0; at < text.Length;)
        {
            var line = LineAt(text, at);
            if (OpensFence(text.AsSpan(at, line - at), out var mark, out var length))
            {
                Close(at);
                var end = FenceEnd(text, line, mark, length);
                found.Add(new TextRegion(RegionKind.Fence, at, end - at));
                start = line = end;
            }
            else if (IsQuoted(text.AsSpan(at, line - at)))
            {
                Close(at);
                AddQuote(found, at, line);
                start = line;
            }
            else if (StartsStretch(text.AsSpan(at, line - at)))
            {
                Close(at);
            }
            at = line;
        }
        Close(text.Length);
        return stretches;

        void Close(int end)
        {
            if (end > start) stretches.Add((start, end));
            start = end;
        }
    }

    // The index after the line that starts at an index, its line break included.
    static int LineAt(string text, int at) => text.IndexOf('\n', at) is >= 0 and var end ? end + 1 : text.Length;

    static bool OpensFence(ReadOnlySpan<char> line, out char mark, out int length)
    {
        line = line.TrimStart(" \t");
        mark = line.IsEmpty ? '\0' : line[0];
        length = 0;
        if (mark is not ('`' or '~')) return false;
        length = line.IndexOfAnyExcept(mark) is >= 0 and var other ? other : line.Length;
        // Three backticks that close in their own line are inline code.
        return length >= 3 && (mark == '~' || !line[length..].Contains('`'));
    }

    static int FenceEnd(string text, int at, char mark, int length)
    {
        while (at < text.Length)
        {
            var end = LineAt(text, at);
            var line = text.AsSpan(at, end - at).Trim();
            if (line.Length >= length && !line.ContainsAnyExcept(mark)) return end;
            at = end;
        }
        return text.Length;
    }

    static bool IsQuoted(ReadOnlySpan<char> line) => line.TrimStart(" \t") is ['>', ..];

    static void AddQuote(List<TextRegion> found, int start, int end)
    {
        if (found.Count > 0 && found[^1] is { Kind: RegionKind.BlockQuote } last && last.End == start)
            found[^1] = last with { Length = end - last.Start };
        else
            found.Add(new TextRegion(RegionKind.BlockQuote, start, end - start));
    }

    static bool StartsStretch(ReadOnlySpan<char> line) => line.Trim() switch
    {
        [] or ['#' or '|', ..] => true,
        ['-' or '*' or '+' or '•', ' ' or '\t', ..] => true,
        [>= '0' and <= '9', ..] and var numbered => numbered.TrimStart("0123456789") is ['.' or ')', ' ' or '\t', ..],
        _ => false,
    };
}
