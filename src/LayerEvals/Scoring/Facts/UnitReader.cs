namespace LayerEvals.Scoring.Facts;

/// <summary>Reads what stands around a number: its scale (<c>million</c>) and its unit, before it (<c>€ 40</c>) or after (<c>30 working days</c>, <c>30-day</c>, <c>30 (thirty) days</c>).</summary>
internal static class UnitReader
{
    // "30 consecutive working days"
    const int MostWordsBetween = 3;

    /// <summary>The number's scale and unit, and where they end.</summary>
    public static (decimal Scale, string? Unit, int End) After(string text, int at)
    {
        var scale = 1m;
        var end = at;
        for (var words = 0; words < MostWordsBetween + 1; words++)
        {
            var start = Start(text, end);
            if (start < 0) break;
            if (UnitWords.OfSign(text[start]) is { } sign) return (scale, sign, start + 1);
            var close = start;
            while (close < text.Length && close - start < 16 && char.IsLetter(text[close])) close++;
            var word = text.AsSpan(start, close - start);
            if (word.IsEmpty || close < text.Length && char.IsAsciiDigit(text[close])) break;
            if (word.Length == 3 && word.Equals("per", StringComparison.OrdinalIgnoreCase))
            {
                if (text.AsSpan(close).StartsWith(" cent", StringComparison.OrdinalIgnoreCase)) return (scale, UnitWords.Percent, close + 5);
                break;
            }
            if (UnitWords.Of(word) is { } unit) return (scale, unit, close);
            if (UnitWords.Scale(word) is > 0 and var by && scale == 1m && (word.Length > 1 || start == at)) (scale, at, end) = (by, close, close);
            else if (UnitWords.StandsBetween(word)) end = close;
            else break;
        }
        return (scale, null, at);
    }

    /// <summary>The unit that stands before a number: a sign, or a currency's three letters; and where it starts.</summary>
    public static (string? Unit, int Start) Before(string text, int at)
    {
        var end = at > 0 && text[at - 1] is ' ' or '\u00A0' or '\u202F' ? at - 1 : at;
        if (end == 0) return (null, at);
        if (UnitWords.OfSign(text[end - 1]) is { } sign && sign != UnitWords.Percent) return (sign, end - 1);
        if (end < 3 || end >= 4 && char.IsLetterOrDigit(text[end - 4])) return (null, at);
        var code = text.AsSpan(end - 3, 3);
        return code is "EUR" or "USD" or "GBP" or "CHF" or "JPY" ? (code.ToString(), end - 3) : (null, at);
    }

    // The next word: after blanks or a hyphen, and after "(thirty)".
    static int Start(string text, int at)
    {
        if (at >= text.Length) return -1;
        if (text[at] == '-' && at + 1 < text.Length && char.IsLetter(text[at + 1])) return at + 1;
        while (at < text.Length && text[at] is ' ' or '\u00A0' or '\u202F') at++;
        if (at < text.Length && text[at] == '(')
        {
            var close = text.IndexOf(')', at, Math.Min(24, text.Length - at));
            if (close < 0) return -1;
            at = close + 1;
            while (at < text.Length && text[at] == ' ') at++;
        }
        return at < text.Length ? at : -1;
    }
}
