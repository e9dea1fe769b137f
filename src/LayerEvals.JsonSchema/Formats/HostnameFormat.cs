using System.Globalization;
using System.Text;

namespace LayerEvals.JsonSchema;

/// <summary>Host names of RFC 1123, with A-labels of RFC 5890, and their international twins.</summary>
internal static class HostnameFormat
{
    const int LongestName = 253;
    const int LongestLabel = 63;

    /// <summary>RFC 1123 alone, as up to draft 6.</summary>
    public static bool IsPlainHostname(ReadOnlySpan<char> text)
    {
        if (text.Length is 0 or > LongestName) return false;
        foreach (var range in text.Split('.'))
        {
            if (!IsPlainLabel(text[range])) return false;
        }
        return true;
    }

    /// <summary>RFC 1123; a label that starts with <c>xn--</c> must decode to a label of IDNA 2008.</summary>
    public static bool IsHostname(ReadOnlySpan<char> text)
    {
        if (!IsPlainHostname(text)) return false;
        foreach (var range in text.Split('.'))
        {
            if (IsEncoded(text[range]) && DecodedLabel(text[range]) is null) return false;
        }
        return true;
    }

    /// <summary>Labels of IDNA 2008, separated by any of the four full stops.</summary>
    public static bool IsIdnHostname(ReadOnlySpan<char> text)
    {
        var labels = new List<string>();
        var length = -1;
        foreach (var range in text.SplitAny(".\u3002\uff0e\uff61"))
        {
            if (labels.Count > LongestName || LabelOf(text[range]) is not { } label) return false;
            labels.Add(label);
            length += 1 + EncodedLength(label);
        }
        return length <= LongestName && BidiRule.Holds(labels);
    }

    // The label in Unicode; null when it is none.
    static string? LabelOf(ReadOnlySpan<char> label)
    {
        if (IsEncoded(label)) return IsPlainLabel(label) ? DecodedLabel(label) : null;
        if (Ascii.IsValid(label)) return IsPlainLabel(label) && !HasHyphensThirdAndFourth(label) ? label.ToString() : null;
        var unicode = label.ToString();
        return IdnaLabel.IsLabel(unicode) && EncodedLength(unicode) <= LongestLabel ? unicode : null;
    }

    static string? DecodedLabel(ReadOnlySpan<char> label)
    {
        if (Punycode.Decode(label[4..]) is not { } unicode || Ascii.IsValid(unicode) || !IdnaLabel.IsLabel(unicode)) return null;
        // There is one right way to write a label; any other is none.
        return label[4..].Equals(Punycode.Encode(unicode), StringComparison.OrdinalIgnoreCase) && BidiRule.Holds([unicode]) ? unicode : null;
    }

    static int EncodedLength(string label) => Ascii.IsValid(label) ? label.Length : 4 + Punycode.Encode(label).Length;

    static bool IsEncoded(ReadOnlySpan<char> label) => label.StartsWith("xn--", StringComparison.OrdinalIgnoreCase);

    static bool HasHyphensThirdAndFourth(ReadOnlySpan<char> label) => label.Length > 3 && label[2] == '-' && label[3] == '-';

    static bool IsPlainLabel(ReadOnlySpan<char> label)
    {
        if (label.Length is 0 or > LongestLabel || label[0] == '-' || label[^1] == '-') return false;
        foreach (var c in label)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c != '-') return false;
        }
        return true;
    }
}
