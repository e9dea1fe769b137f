namespace LayerEvals.JsonSchema;

/// <summary>IP addresses: IPv4 as in RFC 2673 (no leading zeros), IPv6 as in RFC 4291 (no zone).</summary>
internal static class AddressFormats
{
    public static bool IsIpv4(ReadOnlySpan<char> text)
    {
        var parts = 0;
        foreach (var range in text.Split('.'))
        {
            if (++parts > 4 || !IsByte(text[range])) return false;
        }
        return parts == 4;
    }

    public static bool IsIpv6(ReadOnlySpan<char> text)
    {
        var gap = text.IndexOf("::");
        if (gap < 0) return Groups(text, mayEndInIpv4: true) == 8;
        var before = text[..gap];
        var after = text[(gap + 2)..];
        var left = before.IsEmpty ? 0 : Groups(before, mayEndInIpv4: false);
        var right = after.IsEmpty ? 0 : Groups(after, mayEndInIpv4: true);
        return left >= 0 && right >= 0 && left + right <= 7;
    }

    // The number of groups of sixteen bits; -1 when one is none.
    static int Groups(ReadOnlySpan<char> text, bool mayEndInIpv4)
    {
        var count = 0;
        foreach (var range in text.Split(':'))
        {
            var group = text[range];
            if (mayEndInIpv4 && range.End.GetOffset(text.Length) == text.Length && group.Contains('.')) return IsIpv4(group) ? count + 2 : -1;
            if (group.Length is < 1 or > 4 || group.ContainsAnyExcept(HexDigits)) return -1;
            count++;
        }
        return count;
    }

    static readonly System.Buffers.SearchValues<char> HexDigits = System.Buffers.SearchValues.Create("0123456789abcdefABCDEF");

    static bool IsByte(ReadOnlySpan<char> text)
    {
        if (text.Length is < 1 or > 3 || text.ContainsAnyExceptInRange('0', '9')) return false;
        if (text.Length > 1 && text[0] == '0') return false;
        return text.Length < 3 || text.SequenceCompareTo("255") <= 0;
    }
}
