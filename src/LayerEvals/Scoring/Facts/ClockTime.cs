using System.Globalization;

namespace LayerEvals.Scoring.Facts;

/// <summary>Reads times of day: <c>14:30</c>, <c>2:30 pm</c>, <c>9 a.m.</c></summary>
internal static class ClockTime
{
    static readonly string[] Halves = ["a.m.", "p.m.", "am", "pm"];

    /// <summary>The time that starts at a digit; null where none does.</summary>
    public static Fact? At(string text, int at)
    {
        var hour = Digits(text, at, out var end);
        if (hour < 0) return null;
        var minute = Minute(text, end);
        if (minute >= 0) end += 3;
        var (half, length) = Half(text, end);
        if (half == '\0' && minute < 0 || hour > 23 || half != '\0' && hour is 0 or > 12) return null;
        if (half == 'p' && hour < 12) hour += 12;
        if (half == 'a' && hour == 12) hour = 0;
        return new Fact(FactKind.Identifier, new TextSpan(at, end + length - at)) { Id = string.Create(CultureInfo.InvariantCulture, $"{hour:00}:{Math.Max(0, minute):00}") };
    }

    // :30 and no third digit; -1 where there is none.
    static int Minute(string text, int at) =>
        at < text.Length && text[at] == ':' && Digits(text, at + 1, out var end) is < 60 and var minute && end == at + 3 && (end >= text.Length || text[end] != ':') ? minute : -1;

    static int Digits(string text, int at, out int end)
    {
        end = at;
        while (end < text.Length && end - at < 3 && char.IsAsciiDigit(text[end])) end++;
        return end - at is 1 or 2 ? int.Parse(text.AsSpan(at, end - at), NumberStyles.None, CultureInfo.InvariantCulture) : -1;
    }

    // am, a.m., pm, p.m. after at most one blank.
    static (char Half, int Length) Half(string text, int at)
    {
        var start = at < text.Length && text[at] == ' ' ? at + 1 : at;
        var rest = text.AsSpan(start, Math.Min(5, text.Length - start));
        foreach (var written in Halves)
            if (rest.StartsWith(written, StringComparison.OrdinalIgnoreCase) && (rest.Length == written.Length || !char.IsLetterOrDigit(rest[written.Length])))
                return (written[0], start - at + written.Length);
        return ('\0', 0);
    }
}
