using System.Text;

namespace LayerEvals.Reporting;

/// <summary>Text of a file or a model as Markdown shows it: as text, whatever it holds.</summary>
internal static class MarkdownText
{
    // Between the two halves of what GitHub and GitLab look for in the finished page, where no backslash is left: a comment that shows nothing.
    const string Break = "<!-- -->";

    /// <summary>The text on one line, with everything that Markdown or HTML would obey escaped, and no mention, reference or emoji left in it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="most">How many characters of it are shown.</param>
    public static string Of(string text, int most = 400)
    {
        var line = Printable.Short(text, most);
        var escaped = new StringBuilder(line.Length + 8);
        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
            var links = IsLink(line, i);
            if (links || IsMarkup(c)) escaped.Append('\\');
            escaped.Append(c);
            if (links || Refers(line, i)) escaped.Append(Break);
        }
        return escaped.ToString();
    }

    /// <summary>A block of text as it is, in a fence that it cannot close.</summary>
    public static string Fenced(string content, string language)
    {
        var lines = Printable.Lines(content);
        var fence = new string('`', Math.Max(3, LongestRun(lines) + 1));
        return $"{fence}{language}\n{lines}\n{fence}\n";
    }

    static bool IsMarkup(char c) => c is '\\' or '*' or '_' or '[' or ']' or '<' or '>' or '|' or '#' or '!' or '~' or '&' or '`' or '@' or '$' or '{' or '}';

    // https://… and www.… become links without any mark-up.
    static bool IsLink(string line, int at) =>
        line[at] == ':' && at + 1 < line.Length && line[at + 1] == '/' || line[at] == '.' && at >= 3 && line.AsSpan(at - 3, 3).Equals("www", StringComparison.OrdinalIgnoreCase);

    // @name, #1, !1, ~label, %milestone, &epic and $snippet; GH-1; :emoji:; and what may be a commit.
    static bool Refers(string line, int at) => line[at] switch
    {
        '@' or '#' or '!' or '~' or '%' or '&' or '$' => at + 1 < line.Length && IsName(line[at + 1]),
        ':' => IsEmoji(line.AsSpan(at + 1)),
        '-' => at >= 2 && line.AsSpan(at - 2, 2).Equals("GH", StringComparison.OrdinalIgnoreCase),
        var c => char.IsAsciiHexDigit(c) && IsCommit(line, at),
    };

    static bool IsName(char c) => char.IsLetterOrDigit(c) || c is '"' or '+' or '-' or '_';

    // What another colon closes.
    static bool IsEmoji(ReadOnlySpan<char> rest)
    {
        var end = 0;
        while (end < rest.Length && IsName(rest[end])) end++;
        return end > 0 && end < rest.Length && rest[end] == ':';
    }

    // Every sixth digit of seven or more, a letter among them: a day or a count is no commit.
    static bool IsCommit(string line, int at)
    {
        var (start, end) = (at, at);
        while (start > 0 && at - start < 64 && char.IsAsciiHexDigit(line[start - 1])) start--;
        while (end < line.Length && end - at < 64 && char.IsAsciiHexDigit(line[end])) end++;
        return (at - start) % 6 == 5 && end - start > 6 && line.AsSpan(start, end - start).IndexOfAnyExceptInRange('0', '9') >= 0;
    }

    static int LongestRun(string text)
    {
        int longest = 0, run = 0;
        foreach (var c in text)
        {
            run = c == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }
        return longest;
    }
}
