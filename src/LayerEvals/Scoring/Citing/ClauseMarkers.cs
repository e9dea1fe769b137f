using System.Globalization;

namespace LayerEvals.Scoring.Citing;

/// <summary><c>Clause 4.1(b)</c>, <c>Sections 1.7 and 2.3</c>, <c>§ 7</c>. Where nobody chose the style they count only where they lead to a given source: contracts speak of themselves.</summary>
internal static class ClauseMarkers
{
    const int MostOfRange = 50;

    static readonly string[] Separators = [", and ", ", or ", ", ", " and ", " or ", " & ", " und ", " through ", " to ", "\u2013", "-"];

    public static List<Citation> In(CitedText cited)
    {
        var found = new List<Citation>();
        var text = cited.Text;
        var at = 0;
        foreach (var start in ClauseNumber.Places(text))
        {
            if (start < at || cited.Regions.At(start) is { IsCode: true }) continue;
            var word = ClauseNumber.WordAt(text, start, out var isPlural);
            if (word == 0 || ClauseNumber.Length(text, start + word) is var length && length == 0) continue;
            var (ids, end) = Numbers(cited, start + word, length, isPlural);
            at = end;
            var span = new TextSpan(start, end - start);
            if (ids.Count > 0 && CitationScanner.IsOwn(cited, span)) found.Add(new Citation(span, CitationStyle.Clauses, ids));
        }
        return found;
    }

    static (List<string> Ids, int End) Numbers(CitedText cited, int at, int length, bool isPlural)
    {
        var text = cited.Text;
        var ids = new List<string>();
        Add(cited, ids, text.Substring(at, length));
        var end = at + length;
        while (isPlural && Separator(text, end) is { Length: > 0 } separator && ClauseNumber.Length(text, end + separator.Length) is > 0 and var next)
        {
            var number = text.Substring(end + separator.Length, next);
            if (separator is " through " or " to " or "\u2013" or "-") Between(cited, ids, text[at..end], number);
            Add(cited, ids, number);
            at = end + separator.Length;
            end = at + next;
        }
        return (ids, end);
    }

    static string Separator(string text, int at)
    {
        foreach (var separator in Separators)
            if (string.CompareOrdinal(text, at, separator, 0, separator.Length) == 0) return separator;
        return "";
    }

    static void Between(CitedText cited, List<string> ids, string from, string to)
    {
        if (!Whole(from, out var first) || !Whole(to, out var last) || last - first > MostOfRange) return;
        for (var i = first + 1; i < last; i++) Add(cited, ids, i.ToString(CultureInfo.InvariantCulture));
    }

    static bool Whole(string number, out int value) => int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out value);

    static void Add(CitedText cited, List<string> ids, string number)
    {
        var given = cited.Shelf.ByNumber(number);
        // "Section 4" does not lead to the fourth of numbered sources, unless somebody says that clauses are what is cited.
        if (cited.Styles.IsChosen) ids.Add(given ?? number);
        else if (given is not null && given.AsSpan().ContainsAnyExceptInRange('0', '9')) ids.Add(given);
    }
}
