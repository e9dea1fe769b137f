namespace LayerEvals.Scoring.Json;

/// <summary>The first code fence of a text, as Markdown writes one: a line of three or more ` or ~, and a line that closes it.</summary>
/// <param name="Before">The text before it.</param>
/// <param name="Inner">What it holds.</param>
/// <param name="After">The text after it.</param>
/// <param name="IsClosed">Whether a line closes it; without one it reaches to the end.</param>
internal sealed record Fence(string Before, string Inner, string After, bool IsClosed)
{
    /// <summary>Whether the text is this fence and nothing else.</summary>
    public bool IsAlone => IsClosed && string.IsNullOrWhiteSpace(Before) && string.IsNullOrWhiteSpace(After);

    /// <summary>The fence; null where the text has none.</summary>
    public static Fence? In(string text)
    {
        for (var start = 0; start < text.Length; start = EndOfLine(text, start))
        {
            if (Mark(Line(text, start), isOpening: true) is not { } mark) continue;
            var inner = EndOfLine(text, start);
            for (var line = inner; line < text.Length; line = EndOfLine(text, line))
                if (Mark(Line(text, line), isOpening: false) is { } closing && closing.Sign == mark.Sign && closing.Length >= mark.Length)
                    return new Fence(text[..start], text[inner..line], text[EndOfLine(text, line)..], IsClosed: true);
            return new Fence(text[..start], text[inner..], "", IsClosed: false);
        }
        return null;
    }

    static ReadOnlySpan<char> Line(string text, int start) => text.AsSpan(start, EndOfLine(text, start) - start).Trim();

    static int EndOfLine(string text, int start) => text.IndexOf('\n', start) is >= 0 and var end ? end + 1 : text.Length;

    // The word behind an opening mark ("json") holds no mark itself: ```{"a": 1}``` on one line is no fence.
    static (char Sign, int Length)? Mark(ReadOnlySpan<char> line, bool isOpening)
    {
        if (line.Length < 3 || line[0] is not ('`' or '~')) return null;
        var rest = line.TrimStart(line[0]);
        var length = line.Length - rest.Length;
        return length >= 3 && (isOpening ? !rest.Contains(line[0]) : rest.IsEmpty) ? (line[0], length) : null;
    }
}
