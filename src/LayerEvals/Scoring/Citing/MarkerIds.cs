using LayerEvals.Scoring.Text;

namespace LayerEvals.Scoring.Citing;

/// <summary>Reads the ids inside a marker: <c>C-4.1</c>, <c>0, 9, 13</c>, <c>1-3</c>, <c>see C-4.1, p. 3</c>.</summary>
internal static class MarkerIds
{
    // A range that names more than these is none: [1-100] is an interval.
    const int MostOfRange = 50;

    static readonly string[] Labels =
        ["sources", "source", "src", "documents", "document", "docs", "doc", "references", "reference", "refs", "ref", "see", "cf.", "cf", "id", "citation", "from", "siehe", "quelle", "voir", "fuente", "fonte", "bron", "zie"];

    static readonly string[] Ands = [" and ", " und ", " et ", " & "];

    /// <summary>Adds the ids of a marker's inside. What is no id adds nothing: <c>[sic]</c> cites nothing.</summary>
    /// <param name="inside">The text between the brackets.</param>
    /// <param name="shelf">The given sources: a given id is one whatever it looks like.</param>
    /// <param name="takesForeign">Whether an id that was not given counts when it looks like one.</param>
    public static List<string> In(ReadOnlySpan<char> inside, SourceShelf shelf, Func<string, bool> takesForeign)
    {
        var found = new List<string>();
        if (shelf.Id(inside.Trim()) is { } written) return [written];
        inside = Bare(Plain(inside));
        if (shelf.Id(inside) is { } whole) return [whole];
        while (!inside.IsEmpty)
        {
            var cut = inside.IndexOfAny(',', ';');
            var part = cut < 0 ? inside : inside[..cut];
            inside = cut < 0 ? [] : inside[(cut + 1)..];
            if (And(part) is ( > 0, var length) and var (at, _))
            {
                Add(found, part[..at], shelf, takesForeign);
                part = part[(at + length)..];
            }
            Add(found, part, shelf, takesForeign);
        }
        return found;
    }

    /// <summary>C-4.1, A-2, S01, 12.3, 4.1(b), 1: some letters at most, then a digit, and no blank. Words, years, dates and long numbers in brackets are not ids.</summary>
    public static bool LooksLikeId(ReadOnlySpan<char> part)
    {
        var letters = 0;
        while (letters < part.Length && (char.IsLetter(part[letters]) || part[letters] is '-' or '.' or '§')) letters++;
        if (letters > 12 || letters >= part.Length || !char.IsAsciiDigit(part[letters]) || part.Length > 24) return false;
        foreach (var c in part)
            if (!char.IsLetterOrDigit(c) && c is not ('-' or '.' or '(' or ')' or '§' or '_' or '/')) return false;
        return !IsYearOrLong(part) && !IsDate(part);
    }

    static void Add(List<string> found, ReadOnlySpan<char> written, SourceShelf shelf, Func<string, bool> takesForeign)
    {
        var part = Bare(written);
        if ((shelf.Id(written.Trim()) ?? shelf.Id(part)) is { } named)
        {
            found.Add(named);
            return;
        }
        part = Unlabelled(part);
        if (shelf.Id(part) is { } given) found.Add(given);
        else if (Range(part) is { Count: > 0 } range) found.AddRange(range.Where(id => shelf.Find(id) is not null || takesForeign(id)));
        else if (Ends(part, shelf) is var (first, last)) found.AddRange([first, last]);
        else if (LooksLikeId(part))
        {
            var id = part.ToString();
            if (takesForeign(id)) found.Add(id);
        }
        else if (part.Contains(' ') && ClauseNumber.After(part) is { } number)
        {
            if ((shelf.ByNumber(number) ?? (takesForeign(number) ? number : null)) is { } clause) found.Add(clause);
        }
        else if (part.IndexOfAny(':', ' ', '#') is > 0 and var end && shelf.Id(part[..end]) is { } head) found.Add(head);
    }

    // [C-4.1–C-4.3]: two given sources with a dash between them. What lies between them is not named.
    static (string First, string Last)? Ends(ReadOnlySpan<char> part, SourceShelf shelf)
    {
        for (var at = part.IndexOf('-'); at > 0 && at < part.Length - 1;)
        {
            if (shelf.Id(part[..at].Trim()) is { } first && shelf.Id(part[(at + 1)..].Trim()) is { } last) return (first, last);
            var next = part[(at + 1)..].IndexOf('-');
            at = next < 0 ? -1 : at + 1 + next;
        }
        return null;
    }

    // What the eye reads: without zero-width characters, and with one kind of dash. Models write U+2011 in ids.
    static ReadOnlySpan<char> Plain(ReadOnlySpan<char> inside)
    {
        if (!inside.ContainsAnyExceptInRange('\0', '\u00A0')) return inside;
        return Invisible.Without(inside).Replace('\u2010', '-').Replace('\u2011', '-').Replace('\u2012', '-').Replace('\u2013', '-').Replace('\u2014', '-').Replace('\u2212', '-');
    }

    // "Source: C-4.1" and "doc #3" name C-4.1 and 3.
    static ReadOnlySpan<char> Unlabelled(ReadOnlySpan<char> part)
    {
        if (!part.ContainsAny(' ', ':', '#')) return part;
        foreach (var label in Labels)
        {
            if (part.Length > label.Length && part.StartsWith(label, StringComparison.OrdinalIgnoreCase) && part[label.Length] is ' ' or ':' or '#')
                return Bare(part[label.Length..].TrimStart(" :#"));
        }
        return part;
    }

    static ReadOnlySpan<char> Bare(ReadOnlySpan<char> part) => part.Trim().Trim("*_\\\"'`").Trim();

    static (int At, int Length) And(ReadOnlySpan<char> part)
    {
        if (!part.Contains(' ')) return (-1, 0);
        foreach (var and in Ands)
            if (part.IndexOf(and, StringComparison.OrdinalIgnoreCase) is > 0 and var at) return (at, and.Length);
        return (-1, 0);
    }

    // 1-3 and 1–3, not 1990-2000 and not 3-1.
    static List<string>? Range(ReadOnlySpan<char> part)
    {
        var dash = part.IndexOf('-');
        if (dash is < 1 or > 3 || !Whole(part[..dash].Trim(), out var from) || !Whole(part[(dash + 1)..].Trim(), out var to)) return null;
        if (to <= from || to - from > MostOfRange) return null;
        return [.. Enumerable.Range(from, to - from + 1).Select(i => i.ToString(System.Globalization.CultureInfo.InvariantCulture))];
    }

    static bool Whole(ReadOnlySpan<char> digits, out int value)
    {
        value = 0;
        return digits.Length is > 0 and <= 3 && int.TryParse(digits, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out value);
    }

    static bool IsYearOrLong(ReadOnlySpan<char> part) => !part.ContainsAnyExceptInRange('0', '9') && (part.Length > 4 || part is ['1' or '2', _, _, _]);

    // 2024-05-01, 1.5.2024, 05/01/2024, 1990-2000, 1-1000: two or three numbers, and one of four digits at an end.
    static bool IsDate(ReadOnlySpan<char> part)
    {
        int numbers = 1, run = 0, first = 0;
        foreach (var c in part)
        {
            if (char.IsAsciiDigit(c)) run++;
            else if (c is '-' or '.' or '/' && run > 0)
            {
                if (numbers++ == 1) first = run;
                else if (run > 2) return false;
                run = 0;
            }
            else return false;
        }
        return numbers == 2 ? first == 4 || run == 4 : numbers == 3 && (first == 4 && run is 1 or 2 || first is 1 or 2 && run == 4);
    }
}
