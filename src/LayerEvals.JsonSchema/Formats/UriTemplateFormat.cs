namespace LayerEvals.JsonSchema;

/// <summary>URI templates of RFC 6570.</summary>
internal static class UriTemplateFormat
{
    public static bool IsUriTemplate(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            var open = text.IndexOf('{');
            if (!IsLiteral(open < 0 ? text : text[..open])) return false;
            if (open < 0) return true;
            var close = text.IndexOf('}');
            if (close < open || !IsExpression(text[(open + 1)..close])) return false;
            text = text[(close + 1)..];
        }
        return true;
    }

    static bool IsLiteral(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] <= ' ' || "\"<>\\^`{|}\u007f".Contains(text[i], StringComparison.Ordinal)) return false;
            if (text[i] == '%' && !IsEncoded(text[i..])) return false;
        }
        return true;
    }

    static bool IsExpression(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty) return false;
        var variables = "+#./;?&=,!@|".Contains(text[0], StringComparison.Ordinal) ? text[1..] : text;
        foreach (var range in variables.Split(','))
        {
            if (!IsVariable(variables[range])) return false;
        }
        return true;
    }

    static bool IsVariable(ReadOnlySpan<char> text)
    {
        if (!text.IsEmpty && text[^1] == '*') text = text[..^1];
        var colon = text.IndexOf(':');
        if (colon >= 0)
        {
            var most = text[(colon + 1)..];
            if (most.Length is < 1 or > 4 || most[0] == '0' || most.ContainsAnyExceptInRange('0', '9')) return false;
            text = text[..colon];
        }
        foreach (var range in text.Split('.'))
        {
            if (!IsName(text[range])) return false;
        }
        return true;
    }

    static bool IsName(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsAsciiLetterOrDigit(text[i]) || text[i] == '_') continue;
            if (text[i] != '%' || !IsEncoded(text[i..])) return false;
            i += 2;
        }
        return !text.IsEmpty;
    }

    static bool IsEncoded(ReadOnlySpan<char> text) => text.Length >= 3 && char.IsAsciiHexDigit(text[1]) && char.IsAsciiHexDigit(text[2]);
}
