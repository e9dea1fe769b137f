namespace LayerEvals.JsonSchema;

/// <summary>Durations as the grammar of RFC 3339, appendix A, has them: units in order, none left out in between, weeks alone.</summary>
internal static class DurationFormat
{
    public static bool IsDuration(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || text[0] != 'P') return false;
        text = text[1..];
        var t = text.IndexOf('T');
        var date = t < 0 ? text : text[..t];
        if (t < 0 && IsWeeks(date)) return true;
        if (date.IsEmpty && t < 0) return false;
        if (!date.IsEmpty && !IsRun(date, "YMD")) return false;
        return t < 0 || IsRun(text[(t + 1)..], "HMS");
    }

    static bool IsWeeks(ReadOnlySpan<char> text) => Number(text) is > 0 and var digits && text[digits..] is "W";

    // One or more of the units, each right after the one before: Y, YM, YMD, M, MD, D.
    static bool IsRun(ReadOnlySpan<char> text, string units)
    {
        var next = -1;
        while (!text.IsEmpty)
        {
            var digits = Number(text);
            if (digits == 0 || digits == text.Length) return false;
            var unit = units.IndexOf(text[digits], StringComparison.Ordinal);
            if (unit < 0 || (next >= 0 && unit != next)) return false;
            next = unit + 1;
            text = text[(digits + 1)..];
        }
        return next > 0;
    }

    static int Number(ReadOnlySpan<char> text)
    {
        var digits = 0;
        while (digits < text.Length && char.IsAsciiDigit(text[digits])) digits++;
        return digits;
    }
}
