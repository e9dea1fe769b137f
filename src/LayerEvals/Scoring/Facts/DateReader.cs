namespace LayerEvals.Scoring.Facts;

/// <summary>Reads dates: <c>2024-05-01</c>, <c>1.5.2024</c>, <c>1 May 2024</c>, <c>May 1, 2024</c>, <c>May 2024</c>.</summary>
internal static class DateReader
{
    /// <summary>The date in digits that starts at a digit: three numbers between the same signs, with a year at one end.</summary>
    public static Fact? InDigits(string text, int at)
    {
        var first = Digits(text, at, 4, out var end);
        if (end >= text.Length || text[end] is not ('-' or '/' or '.')) return null;
        var sign = text[end];
        var middle = Digits(text, end + 1, 2, out var second);
        if (second == end + 1 || second >= text.Length || text[second] != sign) return null;
        var last = Digits(text, second + 1, 4, out var close);
        if (close == second + 1 || close < text.Length && char.IsAsciiDigit(text[close])) return null;
        var span = new TextSpan(at, close - at);
        if (end - at == 4 && close - second - 1 <= 2) return Of(span, first, middle, last, isTurnable: false);
        return end - at <= 2 && close - second - 1 is 4 or 2 && (close - second - 1 == 4 || sign != '.') ? Of(span, last < 100 ? 2000 + last : last, middle, first, isTurnable: true) : null;
    }

    /// <summary>The rest of a date that starts with its day: a month's name follows, and maybe a year.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the day starts.</param>
    /// <param name="day">The day.</param>
    /// <param name="end">Where the day ends.</param>
    public static Fact? AfterDay(string text, int start, decimal day, int end)
    {
        if (day is < 1 or > 31 || day != decimal.Truncate(day)) return null;
        var at = Skip(text, end, ". ");
        at = After(text, at, "of ");
        at = After(text, at, "de ");
        var month = MonthAt(text, at, out var close);
        if (month == 0) return null;
        var year = Year(text, close, out var yearEnd);
        return new Fact(FactKind.Date, new TextSpan(start, (year > 0 ? yearEnd : close) - start)) { Day = new CalendarDay(year, month, (int)day) };
    }

    /// <summary>The date that starts with a month's name: a day or a year follows. A month alone is a word.</summary>
    public static Fact? InMonth(string text, int at)
    {
        if (!char.IsUpper(text[at])) return null;
        var month = MonthAt(text, at, out var end);
        if (month == 0) return null;
        if (Year(text, end, out var yearEnd) is > 0 and var alone) return new Fact(FactKind.Date, new TextSpan(at, yearEnd - at)) { Day = new CalendarDay(alone, month, 0) };
        var start = Skip(text, end, ". ");
        var day = Digits(text, start, 2, out var close);
        if (close == start || start == end || day is < 1 or > 31 || close < text.Length && text[close] is '%' or ':' or '.' && close + 1 < text.Length && char.IsAsciiDigit(text[close + 1])) return null;
        close = Suffix(text, close);
        if (close < text.Length && char.IsLetterOrDigit(text[close])) return null;
        var year = Year(text, close < text.Length && text[close] == ',' ? close + 1 : close, out var dateEnd);
        return new Fact(FactKind.Date, new TextSpan(at, (year > 0 ? dateEnd : close) - at)) { Day = new CalendarDay(year, month, day) };
    }

    static Fact? Of(TextSpan span, int year, int month, int day, bool isTurnable)
    {
        var isDate = month is >= 1 and <= 12 && day is >= 1 and <= 31;
        var isTurned = isTurnable && day is >= 1 and <= 12 && month is >= 1 and <= 31;
        if (!isDate && !isTurned) return null;
        var turned = new CalendarDay(year, day, month);
        var straight = new CalendarDay(year, month, day);
        return new Fact(FactKind.Date, span) { Day = isDate ? straight : turned, OtherDay = isDate && isTurned && straight != turned ? turned : null };
    }

    static int MonthAt(string text, int at, out int end)
    {
        end = at;
        while (end < text.Length && end - at < 12 && char.IsLetter(text[end])) end++;
        if (end == at || end < text.Length && char.IsLetterOrDigit(text[end])) return 0;
        return MonthNames.Of(text.AsSpan(at, end - at));
    }

    static int Year(string text, int at, out int end)
    {
        var start = Skip(text, at, "., ");
        start = After(text, start, "de ");
        var year = Digits(text, start, 5, out end);
        return start > at && end - start == 4 && year is >= 1000 and < 2200 ? year : 0;
    }

    static int Digits(string text, int at, int most, out int end)
    {
        var value = 0;
        for (end = at; end < text.Length && end - at < most && char.IsAsciiDigit(text[end]); end++) value = value * 10 + (text[end] - '0');
        return value;
    }

    static int Skip(string text, int at, string signs)
    {
        var end = at;
        while (end < text.Length && end - at < 3 && signs.Contains(text[end] == '\u00A0' ? ' ' : text[end])) end++;
        return end;
    }

    static int After(string text, int at, string word) => string.CompareOrdinal(text, at, word, 0, word.Length) == 0 ? at + word.Length : at;

    // 1st, 2nd, 3rd, 4th
    public static int Suffix(string text, int at) =>
        at + 1 < text.Length && text.AsSpan(at, 2) is "st" or "nd" or "rd" or "th" && (at + 2 >= text.Length || !char.IsLetterOrDigit(text[at + 2])) ? at + 2 : at;
}
