namespace LayerEvals.Scoring.Citing;

/// <summary><c>[C-4.1]</c>, <c>[^1]</c> and <c>[label](target)</c>.</summary>
internal static class BracketMarkers
{
    // Longer than any list of ids, so that prose in brackets is passed over quickly.
    const int MaxLength = 120;
    const int MaxTarget = 500;

    // "the interval [0, 1]" is mathematics.
    static readonly string[] BeforeIntervals = ["range", "interval", "between", "array", "list", "vector", "tuple", "in", "=", "\u2208", "\u00D7"];

    /// <summary>The citation that starts at a bracket, if any, and where to go on.</summary>
    public static (Citation?, int) At(CitedText cited, int open)
    {
        var (text, next) = (cited.Text, open + 1);
        var length = text.AsSpan(next, Math.Min(MaxLength, text.Length - next)).IndexOfAny('[', ']');
        if (length < 0 || text[next + length] == '[') return (null, length < 0 ? next : next + length);
        var close = next + length;
        var inside = text.AsSpan(next, length);
        var after = close + 1 < text.Length ? text[close + 1] : ' ';
        if (after == '(' && Target(text, close + 1) is var (target, end) && end > 0) return (Link(cited, open, (inside.ToString(), target), end), end);
        if (after == ':' && StartsLine(text, open)) return (null, close + 1);
        if (inside is ['^', .. var note] && cited.Shelf.Id(inside) is null) return (Footnotes.Citation(cited, new TextSpan(open, close + 1 - open), note.Trim().ToString()), close + 1);
        if (IsIndex(text, open, close)) return (null, close + 1);
        var ids = MarkerIds.In(inside, cited.Shelf, id => cited.TakesForeign(CitationStyle.Brackets, id));
        if (ids.Count == 0 || IsInterval(text, open, inside) && cited.Shelf.Find(ids[0]) is null) return (null, close + 1);
        return (new Citation(new TextSpan(open, close + 1 - open), CitationStyle.Brackets, ids), close + 1);
    }

    // (target) or (target "title"), on one line and without a blank: prose in parentheses is no target.
    static (string Target, int End) Target(string text, int open)
    {
        var inside = text.AsSpan(open + 1, Math.Min(MaxTarget, text.Length - open - 1));
        var length = inside.IndexOfAny(')', '\n');
        if (length < 0 || inside[length] != ')') return ("", 0);
        inside = inside[..length].Trim();
        var blank = inside.IndexOf(' ');
        if (blank >= 0 && inside[(blank + 1)..].TrimStart() is not ['"' or '\'', ..]) return ("", 0);
        return ((blank < 0 ? inside : inside[..blank]).Trim("<>").ToString(), open + 2 + length);
    }

    // Links lead to all the world; one is a citation where its label or the end of its target is a given source.
    static Citation? Link(CitedText cited, int open, (string Label, string Target) link, int end)
    {
        if (open > 0 && cited.Text[open - 1] == '!') return null;
        var target = link.Target.TrimEnd('/');
        var last = target[(target.AsSpan().LastIndexOfAny("/#=") + 1)..];
        var label = link.Label.Trim().Trim('*', '_', '[', ']');
        var id = cited.Shelf.Id(label) ?? cited.Shelf.Id(target) ?? cited.Shelf.Id(last) ?? (cited.Styles.IsChosen ? MarkerIds.LooksLikeId(label) ? label : target : null);
        return string.IsNullOrEmpty(id) ? null : new Citation(new TextSpan(open, end - open), CitationStyle.Links, [id]);
    }

    static bool StartsLine(string text, int at)
    {
        while (at > 0 && text[at - 1] is ' ' or '\t') at--;
        return at == 0 || text[at - 1] == '\n';
    }

    // items[0].name, args[1] = 2, x[1], rows_of[2]: what stands before is a name, not a word.
    static bool IsIndex(string text, int open, int close)
    {
        var start = open;
        while (start > 0 && open - start < 40 && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is '_' or '$')) start--;
        var name = text.AsSpan(start, open - start);
        if (name.IsEmpty || char.IsAsciiDigit(name[0])) return false;
        // "e.g[4]" and "J.L[8]" are no names.
        var isAbbreviation = start > 0 && text[start - 1] == '.';
        if (name.Length == 1 && name[0] is not ('I' or 'a') && !isAbbreviation || name.ContainsAny('_', '$')) return true;
        var camel = char.IsLower(name[0]) && name[1..].ContainsAnyInRange('A', 'Z');
        var rest = text.AsSpan(close + 1);
        return camel || rest is ['.', >= 'a' and <= 'z', ..] or ['(', ..] or [' ', '=', ..] or ['=', ..];
    }

    static bool IsInterval(string text, int open, ReadOnlySpan<char> inside)
    {
        var before = text.AsSpan(Math.Max(0, open - 24), open - Math.Max(0, open - 24)).TrimEnd(' ');
        if (before is [.., '"', ':'] or [.., '=']) return true;
        if (!inside.Contains(',')) return false;
        foreach (var word in BeforeIntervals)
            if (before.EndsWith(word, StringComparison.OrdinalIgnoreCase) && (before.Length == word.Length || !char.IsLetter(before[^(word.Length + 1)]))) return true;
        return false;
    }
}
