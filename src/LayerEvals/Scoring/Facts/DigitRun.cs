using System.Globalization;

namespace LayerEvals.Scoring.Facts;

/// <summary>A number in digits with its separators: <c>1,200.00</c>, <c>1.200,00</c>, <c>1'200</c>.</summary>
/// <param name="Value">The number; null where there is none to speak of, as in <c>4.10.2</c>.</param>
/// <param name="Other">The number with its point read the other way; null where there is one reading.</param>
/// <param name="End">Where it ends.</param>
internal readonly record struct DigitRun(decimal? Value, decimal? Other, int End)
{
    // More digits than a decimal holds are an identifier.
    const int MostDigits = 27;

    /// <summary>The run that starts at a digit.</summary>
    public static DigitRun At(string text, int at)
    {
        var end = at;
        int commas = 0, points = 0, others = 0, digits = 0;
        var lastSeparator = -1;
        while (end < text.Length)
        {
            if (char.IsAsciiDigit(text[end])) digits++;
            else if (end + 1 >= text.Length || !char.IsAsciiDigit(text[end + 1])) break;
            else if (text[end] == ',') (commas, lastSeparator) = (commas + 1, end);
            else if (text[end] == '.') (points, lastSeparator) = (points + 1, end);
            else if (text[end] is '\'' or '\u2019' or '\u00A0' or '\u202F' or '\u2009' && IsGroup(text, end)) others++;
            else break;
            end++;
        }
        if (digits > MostDigits) return new DigitRun(null, null, end);
        return Read(text.AsSpan(at, end - at), (commas, points, lastSeparator < 0 ? -1 : lastSeparator - at), end);
    }

    /// <summary>A number whose thousands stand apart, <c>1 200 EUR</c>; null where what follows is no unit, for then they may be two numbers.</summary>
    public static DigitRun? Spaced(string text, int at)
    {
        var end = at;
        while (end < text.Length && end - at < 4 && char.IsAsciiDigit(text[end])) end++;
        if (end - at > 3 || end >= text.Length || text[end] != ' ' || text[at] == '0') return null;
        var start = end;
        while (end < text.Length && end - at < 24 && text[end] == ' ' && IsGroup(text, end)) end += 4;
        return end > start && UnitReader.After(text, end).Unit is not null ? new DigitRun(Digits(text.AsSpan(at, end - at)), null, end) : null;
    }

    static DigitRun Read(ReadOnlySpan<char> run, (int Commas, int Points, int Last) separators, int end)
    {
        var (commas, points, last) = separators;
        if (commas + points == 0) return new DigitRun(Digits(run), null, end);
        // Both: the last is the decimal one. "10.1.2024, 5" is no number.
        if (commas > 0 && points > 0) return run[last] == ',' && commas > 1 || run[last] == '.' && points > 1 || !GroupsOfThree(run[..last]) ? new DigitRun(null, null, end) : new DigitRun(Decimal(run, last), null, end);
        var grouped = GroupsOfThree(run);
        if (commas + points > 1) return new DigitRun(grouped ? Digits(run) : null, null, end);
        var thousands = grouped && run[0] != '0' ? Digits(run) : (decimal?)null;
        var fraction = Decimal(run, last);
        // 1,200 is mostly 1200, 1.200 mostly 1.2; either may be the other in another language.
        return thousands is null ? new DigitRun(fraction, null, end) : commas > 0 ? new DigitRun(thousands, fraction, end) : new DigitRun(fraction, thousands, end);
    }

    static bool GroupsOfThree(ReadOnlySpan<char> run)
    {
        var first = run.IndexOfAny(',', '.');
        if (first < 0) return true;
        if (first is 0 or > 3) return false;
        for (var at = first; at < run.Length; at += 4)
            if (at + 4 > run.Length || run[at] is not (',' or '.') || run.Slice(at + 1, 3).ContainsAnyExceptInRange('0', '9')) return false;
        return true;
    }

    static bool IsGroup(string text, int at) =>
        at + 3 < text.Length && char.IsAsciiDigit(text[at + 1]) && char.IsAsciiDigit(text[at + 2]) && char.IsAsciiDigit(text[at + 3]) && (at + 4 >= text.Length || !char.IsAsciiDigit(text[at + 4]));

    static decimal Digits(ReadOnlySpan<char> run)
    {
        decimal value = 0;
        foreach (var c in run)
            if (char.IsAsciiDigit(c)) value = value * 10 + (c - '0');
        return value;
    }

    // 1200.50 and 1200.5 are equal decimals.
    static decimal Decimal(ReadOnlySpan<char> run, int point)
    {
        Span<char> plain = stackalloc char[MostDigits + 2];
        var length = 0;
        for (var i = 0; i < run.Length; i++)
        {
            if (i == point) plain[length++] = '.';
            else if (char.IsAsciiDigit(run[i])) plain[length++] = run[i];
        }
        return decimal.Parse(plain[..length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
    }
}
