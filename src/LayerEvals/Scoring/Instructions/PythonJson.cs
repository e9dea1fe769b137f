namespace LayerEvals.Scoring.Instructions;

/// <summary>
/// What Python's <c>json.loads</c> takes: scalars, NaN and Infinity, names that occur twice and half surrogate pairs pass; raw control characters in strings do not.
/// Nesting costs a list and no stack of the thread.
/// </summary>
internal static class PythonJson
{
    /// <summary>Where the text stops being JSON; null where it is JSON to its end.</summary>
    public static int? FirstWrong(ReadOnlySpan<char> text)
    {
        var open = new List<char>();
        var at = Blanks(text, 0);
        while (true)
        {
            // A value is due.
            if (at >= text.Length) return at;
            if (text[at] is '{' or '[')
            {
                open.Add(text[at]);
                at = Blanks(text, at + 1);
                var isEmpty = at < text.Length && text[at] == Closing(open[^1]);
                if (!isEmpty)
                {
                    if (open[^1] == '{' && !Name(text, ref at)) return at;
                    continue;
                }
            }
            else if (!Scalar(text, ref at)) return at;
            else at = Blanks(text, at);

            // A value ended: what closes closes, and a comma asks for the next one.
            while (open.Count > 0 && at < text.Length && text[at] == Closing(open[^1]))
            {
                open.RemoveAt(open.Count - 1);
                at = Blanks(text, at + 1);
            }
            if (open.Count == 0) return at == text.Length ? null : at;
            if (at >= text.Length || text[at] != ',') return at;
            at = Blanks(text, at + 1);
            if (open[^1] == '{' && !Name(text, ref at)) return at;
        }
    }

    static char Closing(char open) => open == '{' ? '}' : ']';

    static int Blanks(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && text[at] is ' ' or '\t' or '\n' or '\r') at++;
        return at;
    }

    static bool Name(ReadOnlySpan<char> text, ref int at)
    {
        if (at >= text.Length || text[at] != '"' || !Quoted(text, ref at)) return false;
        at = Blanks(text, at);
        if (at >= text.Length || text[at] != ':') return false;
        at = Blanks(text, at + 1);
        return true;
    }

    static bool Scalar(ReadOnlySpan<char> text, ref int at)
    {
        if (text[at] == '"') return Quoted(text, ref at);
        foreach (var word in (ReadOnlySpan<string>)["null", "true", "false", "NaN", "Infinity", "-Infinity"])
        {
            if (!text[at..].StartsWith(word, StringComparison.Ordinal)) continue;
            at += word.Length;
            return true;
        }
        return Number(text, ref at);
    }

    static bool Quoted(ReadOnlySpan<char> text, ref int at)
    {
        var from = at;
        for (at++; at < text.Length; at++)
        {
            if (text[at] < ' ') return false;
            if (text[at] == '"')
            {
                at++;
                return true;
            }
            if (text[at] == '\\' && !Escape(text, ref at)) return false;
        }
        at = from;
        return false;
    }

    // Ends on the last character of the escape.
    static bool Escape(ReadOnlySpan<char> text, ref int at)
    {
        if (at + 1 >= text.Length) return false;
        at++;
        if (text[at] != 'u') return text[at] is '"' or '\\' or '/' or 'b' or 'f' or 'n' or 'r' or 't';
        for (var i = 1; i <= 4; i++)
            if (at + i >= text.Length || !char.IsAsciiHexDigit(text[at + i])) return false;
        at += 4;
        return true;
    }

    static bool Number(ReadOnlySpan<char> text, ref int at)
    {
        var end = at < text.Length && text[at] == '-' ? at + 1 : at;
        var whole = Digits(text, end);
        if (whole == end) return false;
        end = text[end] == '0' ? end + 1 : whole;
        if (end + 1 < text.Length && text[end] == '.' && Digits(text, end + 1) is var fraction && fraction > end + 1) end = fraction;
        if (end + 1 < text.Length && text[end] is 'e' or 'E')
        {
            var from = text[end + 1] is '+' or '-' ? end + 2 : end + 1;
            if (Digits(text, from) is var exponent && exponent > from) end = exponent;
        }
        at = end;
        return true;
    }

    static int Digits(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && char.IsAsciiDigit(text[at])) at++;
        return at;
    }
}
