namespace LayerEvals.Models;

/// <summary>A user message cut into its <c>&lt;source id="…"&gt;</c> blocks and what the user wrote around them.</summary>
/// <remarks>
/// A source may hold text that looks like a closing tag. So a block reaches to the last closing tag before the next opening
/// one, and only what stands before the first block and after the last one is the user's: what is between blocks is nobody's.
/// </remarks>
internal sealed record SourceBlocks(string Outside, IReadOnlyList<Passage> Sources)
{
    private const string Opening = "<source id=";
    private const string Closing = "</source>";
    private const int LongestId = 80;

    public static SourceBlocks Of(string message)
    {
        var first = NextOpening(message, 0);
        if (first is null) return new SourceBlocks(message, []);

        var sources = new List<Passage>();
        var after = message.Length;
        for (var tag = first; tag is not null;)
        {
            var next = NextOpening(message, tag.End);
            var limit = next?.Start ?? message.Length;
            var closing = message.AsSpan(tag.End, limit - tag.End).LastIndexOf(Closing, StringComparison.OrdinalIgnoreCase);
            var end = closing >= 0 ? tag.End + closing : next?.Start ?? EndOfUnclosed(message, tag.End);
            // What looks like a tag inside is text that nobody needs to read.
            sources.Add(Passage.Titled(tag.Id, message[tag.End..end].Replace(Closing, "\n", StringComparison.OrdinalIgnoreCase)));
            after = closing >= 0 ? end + Closing.Length : end;
            tag = next;
        }
        return new SourceBlocks(message[..first.Start].TrimEnd() + "\n\n" + message[after..].TrimStart(), sources);
    }

    private static int EndOfUnclosed(string message, int from)
    {
        var label = message.AsSpan(from).LastIndexOf("\nQuestion:", StringComparison.OrdinalIgnoreCase);
        return label < 0 ? message.Length : from + label;
    }

    private static Tag? NextOpening(string message, int from)
    {
        for (var at = from; ;)
        {
            var start = message.IndexOf(Opening, at, StringComparison.OrdinalIgnoreCase);
            if (start < 0) return null;

            var idStart = start + Opening.Length;
            var window = message.AsSpan(idStart, Math.Min(LongestId + 3, message.Length - idStart));
            var close = window.IndexOf('>');
            if (close > 1)
            {
                var value = window[..close].Trim();
                var isQuoted = value.Length > 2 && value[0] is '"' or '\'';
                var quote = isQuoted ? value[1..].IndexOf(value[0]) : -1;
                if (quote > 0) return new Tag(start, idStart + close + 1, value.Slice(1, quote).Trim().ToString());
            }
            at = idStart;
        }
    }

    private sealed record Tag(int Start, int End, string Id);
}
