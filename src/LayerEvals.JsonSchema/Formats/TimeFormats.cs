namespace LayerEvals.JsonSchema;

/// <summary>Dates and times of RFC 3339: a leap second only at the last second of a day in UTC.</summary>
internal static class TimeFormats
{
    public static bool IsDateTime(ReadOnlySpan<char> text) =>
        text.Length > 11 && text[10] is 'T' or 't' && IsDate(text[..10]) && IsTime(text[11..]);

    public static bool IsDate(ReadOnlySpan<char> text)
    {
        if (text.Length != 10 || text[4] != '-' || text[7] != '-') return false;
        if (!TryDigits(text[..4], out var year) || !TryDigits(text[5..7], out var month) || !TryDigits(text[8..], out var day)) return false;
        // DateTime has no year 0, RFC 3339 has one; it is a leap year, as is 2000.
        return month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year == 0 ? 2000 : year, month);
    }

    public static bool IsTime(ReadOnlySpan<char> text)
    {
        if (text.Length < 9 || text[2] != ':' || text[5] != ':') return false;
        if (!TryDigits(text[..2], out var hour) || !TryDigits(text[3..5], out var minute) || !TryDigits(text[6..8], out var second)) return false;
        if (hour > 23 || minute > 59 || second > 60) return false;
        var offset = AfterFraction(text[8..]);
        return TryOffset(offset, out var minutes) && (second < 60 || IsLastMinute(hour * 60 + minute - minutes));
    }

    static ReadOnlySpan<char> AfterFraction(ReadOnlySpan<char> text)
    {
        if (text[0] != '.') return text;
        var digits = 1;
        while (digits < text.Length && char.IsAsciiDigit(text[digits])) digits++;
        return digits == 1 ? [] : text[digits..];
    }

    static bool TryOffset(ReadOnlySpan<char> text, out int minutes)
    {
        minutes = 0;
        if (text is "Z" or "z") return true;
        if (text.Length != 6 || text[0] is not ('+' or '-') || text[3] != ':') return false;
        if (!TryDigits(text[1..3], out var hour) || !TryDigits(text[4..], out var minute) || hour > 23 || minute > 59) return false;
        minutes = (hour * 60 + minute) * (text[0] == '-' ? -1 : 1);
        return true;
    }

    static bool IsLastMinute(int minuteInUtc) => (minuteInUtc + 1440) % 1440 == 1439;

    static bool TryDigits(ReadOnlySpan<char> text, out int value)
    {
        value = 0;
        foreach (var digit in text)
        {
            if (!char.IsAsciiDigit(digit)) return false;
            value = value * 10 + (digit - '0');
        }
        return true;
    }
}
