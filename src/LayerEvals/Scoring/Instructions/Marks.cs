using System.Text;

namespace LayerEvals.Scoring.Instructions;

/// <summary>What the reference's patterns for sections, bullets, highlights and titles match, in one pass over the text each.</summary>
internal static class Marks
{
    /// <summary>The word, at most one white space, and a number: <c>SECTION 1</c>, anywhere in the text.</summary>
    public static int Sections(string text, string word)
    {
        var found = 0;
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = at < text.Length ? text.IndexOf(word, at, StringComparison.Ordinal) : -1)
        {
            var end = at + word.Length;
            if (end < text.Length && PythonText.IsSpace(text[end])) end++;
            var digits = end;
            while (Rune.TryGetRuneAt(text, end < text.Length ? end : 0, out var rune) && end < text.Length && Rune.IsDigit(rune)) end += rune.Utf16SequenceLength;
            if (end > digits) found++;
            at = end > digits ? end : at + 1;
        }
        return found;
    }

    /// <summary>
    /// Lines that start with <c>*</c> and another character that is none, and lines that start with <c>-</c>. As in the reference, the white space before a bullet may
    /// span lines and the character after <c>*</c> may end its line; rules (<c>---</c>) and <c>-5</c> count.
    /// </summary>
    public static int Bullets(string text) => Starred(text) + Dashed(text);

    static int Starred(string text)
    {
        var found = 0;
        for (var line = 0; line < text.Length;)
        {
            var mark = AfterSpace(text, line);
            var isBullet = mark + 1 < text.Length && text[mark] == '*' && text[mark + 1] != '*';
            if (isBullet) found++;
            // The rest of the line after the character that follows the mark, which may itself be a line break.
            line = NextLine(text, isBullet ? mark + 2 : mark);
        }
        return found;
    }

    static int Dashed(string text)
    {
        var found = 0;
        for (var line = 0; line < text.Length;)
        {
            var mark = AfterSpace(text, line);
            if (mark < text.Length && text[mark] == '-') found++;
            line = NextLine(text, mark);
        }
        return found;
    }

    static int AfterSpace(string text, int at)
    {
        while (at < text.Length && PythonText.IsSpace(text[at])) at++;
        return at;
    }

    static int NextLine(string text, int at) => at < text.Length && text.IndexOf('\n', at) is >= 0 and var end ? end + 1 : text.Length;

    /// <summary>Spans between single asterisks and spans between double ones that are not blank; a bold span is usually in the second count only.</summary>
    public static int Highlights(string text) => Spans(text, "*") + Spans(text, "**");

    static int Spans(string text, string mark)
    {
        var found = 0;
        for (var at = text.IndexOf(mark, StringComparison.Ordinal); at >= 0; at = at < text.Length ? text.IndexOf(mark, at, StringComparison.Ordinal) : -1)
        {
            var start = at + mark.Length;
            var length = text.AsSpan(start).IndexOfAny('*', '\n');
            if (length < 0) break;
            var closes = text.AsSpan(start + length).StartsWith(mark, StringComparison.Ordinal);
            if (closes && !PythonText.IsBlank(text.AsSpan(start, length))) found++;
            at = closes ? start + length + mark.Length : at + 1;
        }
        return found;
    }

    /// <summary>Whether some line has <c>&lt;&lt;</c>, text and <c>&gt;&gt;</c>.</summary>
    public static bool HasTitle(string text)
    {
        foreach (var line in text.AsSpan().Split('\n'))
        {
            var span = text.AsSpan()[line];
            var open = span.IndexOf("<<", StringComparison.Ordinal);
            var close = span.LastIndexOf(">>", StringComparison.Ordinal);
            if (open < 0 || close < open + 3) continue;
            if (!PythonText.IsBlank(span[open..(close + 2)].TrimStart('<').TrimEnd('>'))) return true;
        }
        return false;
    }
}
