using System.Text;

namespace LayerEvals.JsonSchema;

/// <summary>URIs of RFC 3986 and IRIs of RFC 3987.</summary>
internal static class UriFormat
{
    public static bool IsUri(ReadOnlySpan<char> text) => IsReference(text, isIri: false, needsScheme: true);

    public static bool IsUriReference(ReadOnlySpan<char> text) => IsReference(text, isIri: false, needsScheme: false);

    public static bool IsIri(ReadOnlySpan<char> text) => IsReference(text, isIri: true, needsScheme: true);

    public static bool IsIriReference(ReadOnlySpan<char> text) => IsReference(text, isIri: true, needsScheme: false);

    static bool IsReference(ReadOnlySpan<char> text, bool isIri, bool needsScheme)
    {
        var scheme = SchemeLength(text);
        if (scheme == 0 && needsScheme) return false;
        if (scheme > 0) text = text[(scheme + 1)..];

        var hash = text.IndexOf('#');
        if (hash >= 0 && !IsMadeOf(text[(hash + 1)..], "/?:@", isIri)) return false;
        if (hash >= 0) text = text[..hash];
        var question = text.IndexOf('?');
        if (question >= 0 && !IsMadeOf(text[(question + 1)..], "/?:@", isIri, mayBePrivate: true)) return false;
        if (question >= 0) text = text[..question];
        return text.StartsWith("//") ? IsAuthorityAndPath(text[2..], isIri) : IsPath(text, scheme > 0, isIri);
    }

    // Without a scheme, a colon in the first segment would read as one.
    static bool IsPath(ReadOnlySpan<char> path, bool hasScheme, bool isIri)
    {
        var slash = path.IndexOf('/');
        var first = slash < 0 ? path : path[..slash];
        return (hasScheme || !first.Contains(':')) && IsMadeOf(path, "/:@", isIri);
    }

    static bool IsAuthorityAndPath(ReadOnlySpan<char> text, bool isIri)
    {
        var slash = text.IndexOf('/');
        var authority = slash < 0 ? text : text[..slash];
        if (slash >= 0 && !IsMadeOf(text[slash..], "/:@", isIri)) return false;

        var at = authority.LastIndexOf('@');
        if (at >= 0 && !IsMadeOf(authority[..at], ":", isIri)) return false;
        var host = authority[(at + 1)..];
        var port = host.LastIndexOf(':');
        if (port >= 0 && host[port..].IndexOf(']') < 0)
        {
            if (host[(port + 1)..].ContainsAnyExceptInRange('0', '9')) return false;
            host = host[..port];
        }
        return !host.IsEmpty && host[0] == '[' ? IsIpLiteral(host) : IsMadeOf(host, "", isIri);
    }

    static bool IsIpLiteral(ReadOnlySpan<char> host)
    {
        if (host.Length < 3 || host[^1] != ']') return false;
        var address = host[1..^1];
        if (address[0] is not ('v' or 'V')) return AddressFormats.IsIpv6(address);
        var dot = address.IndexOf('.');
        if (dot < 2 || dot == address.Length - 1) return false;
        foreach (var digit in address[1..dot])
        {
            if (!char.IsAsciiHexDigit(digit)) return false;
        }
        return !address[(dot + 1)..].Contains('%') && IsMadeOf(address[(dot + 1)..], ":", isIri: false);
    }

    static int SchemeLength(ReadOnlySpan<char> text)
    {
        var colon = text.IndexOf(':');
        if (colon <= 0 || !char.IsAsciiLetter(text[0])) return 0;
        foreach (var c in text[..colon])
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('+' or '-' or '.')) return 0;
        }
        return colon;
    }

    // Unreserved, percent-encoded, sub-delimiters, and what else the part allows.
    static bool IsMadeOf(ReadOnlySpan<char> text, string also, bool isIri, bool mayBePrivate = false)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '%')
            {
                if (i + 2 >= text.Length || !char.IsAsciiHexDigit(text[i + 1]) || !char.IsAsciiHexDigit(text[i + 2])) return false;
                i += 2;
            }
            else if (c > 127)
            {
                if (!isIri || Rune.DecodeFromUtf16(text[i..], out var rune, out var length) != System.Buffers.OperationStatus.Done || !IsIriCharacter(rune.Value, mayBePrivate)) return false;
                i += length - 1;
            }
            else if (!char.IsAsciiLetterOrDigit(c) && !"-._~!$&'()*+,;=".Contains(c, StringComparison.Ordinal) && !also.Contains(c, StringComparison.Ordinal)) return false;
        }
        return true;
    }

    // ucschar and iprivate of RFC 3987, section 2.2.
    static bool IsIriCharacter(int c, bool mayBePrivate) => c switch
    {
        >= 0xA0 and <= 0xD7FF or >= 0xF900 and <= 0xFDCF or >= 0xFDF0 and <= 0xFFEF => true,
        >= 0xE000 and <= 0xF8FF or >= 0xF0000 => mayBePrivate && (c & 0xFFFF) <= 0xFFFD,
        >= 0x10000 and <= 0xEFFFD => (c & 0xFFFF) <= 0xFFFD && c is not (>= 0xE0000 and <= 0xE0FFF),
        _ => false,
    };
}
