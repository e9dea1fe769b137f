using System.Text;

namespace LayerEvals.JsonSchema;

/// <summary>Mailboxes of RFC 5321, section 4.1.2, and of RFC 6531, which lets any character beyond ASCII into them.</summary>
internal static class EmailFormat
{
    const int LongestLocalPart = 64;

    public static bool IsEmail(ReadOnlySpan<char> text) => IsMailbox(text, isInternational: false);

    public static bool IsIdnEmail(ReadOnlySpan<char> text) => IsMailbox(text, isInternational: true);

    static bool IsMailbox(ReadOnlySpan<char> text, bool isInternational)
    {
        var at = text.LastIndexOf('@');
        if (at <= 0 || at == text.Length - 1) return false;
        var local = text[..at];
        var domain = text[(at + 1)..];
        if (Encoding.UTF8.GetByteCount(local) > LongestLocalPart) return false;
        if (!(local[0] == '"' ? IsQuoted(local, isInternational) : IsDotted(local, isInternational))) return false;
        if (domain[0] == '[') return IsLiteral(domain);
        // A domain may be typed in any normalisation; it is the sender's duty to normalise it.
        return isInternational ? HostnameFormat.IsIdnHostname(domain.ToString().Normalize(NormalizationForm.FormC)) : HostnameFormat.IsPlainHostname(domain);
    }

    static bool IsDotted(ReadOnlySpan<char> local, bool isInternational)
    {
        foreach (var range in local.Split('.'))
        {
            if (local[range].IsEmpty) return false;
            foreach (var c in local[range])
            {
                if (char.IsAsciiLetterOrDigit(c) || "!#$%&'*+-/=?^_`{|}~".Contains(c, StringComparison.Ordinal) || (isInternational && c > 127)) continue;
                return false;
            }
        }
        return true;
    }

    static bool IsQuoted(ReadOnlySpan<char> local, bool isInternational)
    {
        if (local.Length < 2 || local[^1] != '"') return false;
        var inside = local[1..^1];
        for (var i = 0; i < inside.Length; i++)
        {
            if (inside[i] == '"') return false;
            if (inside[i] == '\\' && ++i == inside.Length) return false;
            if (inside[i] is >= ' ' and <= '~' || (isInternational && inside[i] > 127)) continue;
            return false;
        }
        return true;
    }

    static bool IsLiteral(ReadOnlySpan<char> domain)
    {
        if (domain[^1] != ']') return false;
        var address = domain[1..^1];
        return address.StartsWith("IPv6:", StringComparison.OrdinalIgnoreCase) ? AddressFormats.IsIpv6(address[5..]) : AddressFormats.IsIpv4(address);
    }
}
