using System.Globalization;

namespace LayerEvals.Models;

/// <summary>Numbers and dates found in text, as comparable values; read the same way under any culture.</summary>
internal static class Quantity
{
    private static readonly string[] DateForms = ["yyyy-MM-dd", "d MMMM yyyy", "d MMM yyyy", "MMMM d, yyyy", "MMM d, yyyy", "dd.MM.yyyy"];

    /// <summary>The first number in the text and where it stands; a date counts as its day number.</summary>
    public static (decimal Value, Range Place)? First(ReadOnlySpan<char> text)
    {
        var start = text.IndexOfAnyInRange('0', '9');
        if (start < 0) return null;
        if (Date(text, start) is { } date) return date;

        var end = start;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || (text[end] is ',' or '.' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1])))) end++;
        if (start > 0 && text[start - 1] is '-' or '−' && (start == 1 || char.IsWhiteSpace(text[start - 2]))) start--;
        return decimal.TryParse(text[start..end], NumberStyles.Number, CultureInfo.InvariantCulture, out var value) ? (value, start..end) : null;
    }

    public static decimal? Of(ReadOnlySpan<char> text) => First(text)?.Value;

    /// <summary>The first number or date as it is written.</summary>
    public static string? Written(ReadOnlySpan<char> text) => First(text) is { } first ? text[first.Place].ToString() : null;

    private static (decimal, Range)? Date(ReadOnlySpan<char> text, int start)
    {
        const int longestDate = 18;
        var from = start;
        // "March 3, 2025": the month stands before the digits.
        var before = text[..start].TrimEnd();
        var word = before[(before.LastIndexOf(' ') + 1)..];
        if (word.Length is >= 3 and <= 9 && char.IsAsciiLetterUpper(word[0])) from = before.Length - word.Length;
        foreach (var begin in (ReadOnlySpan<int>)[start, from])
        {
            var window = text.Slice(begin, Math.Min(longestDate, text.Length - begin));
            for (var length = window.Length; length >= 8; length--)
            {
                var isWhole = length == window.Length || !char.IsLetterOrDigit(window[length]);
                if (isWhole && DateOnly.TryParseExact(window[..length], DateForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
                    return (date.DayNumber, begin..(begin + length));
            }
        }
        return null;
    }
}
