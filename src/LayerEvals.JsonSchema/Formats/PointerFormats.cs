using System.Text.RegularExpressions;

namespace LayerEvals.JsonSchema;

/// <summary>JSON Pointers (RFC 6901), relative ones, UUIDs (RFC 4122) and regular expressions.</summary>
internal static partial class PointerFormats
{
    public static bool IsJsonPointer(ReadOnlySpan<char> text)
    {
        if (!text.IsEmpty && text[0] != '/') return false;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '~' && (i + 1 == text.Length || text[i + 1] is not ('0' or '1'))) return false;
        }
        return true;
    }

    public static bool IsRelativeJsonPointer(ReadOnlySpan<char> text)
    {
        var digits = 0;
        while (digits < text.Length && char.IsAsciiDigit(text[digits])) digits++;
        if (digits == 0 || (digits > 1 && text[0] == '0')) return false;
        return text[digits..] is "#" || IsJsonPointer(text[digits..]);
    }

    public static bool IsUuid(ReadOnlySpan<char> text) => Uuid.IsMatch(text);

    public static bool IsRegex(ReadOnlySpan<char> text)
    {
        try
        {
            new PatternTranslator(text.ToString()).Translate();
            return true;
        }
        catch (PatternException)
        {
            return false;
        }
    }

    [GeneratedRegex(@"\A[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Uuid { get; }
}
