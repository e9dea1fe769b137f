namespace LayerEvals.Scoring.Citing;

/// <summary><c>(C-4.1)</c>, <c>(see C-4.1, C-4.2)</c>. Parentheses hold anything: they cite where all they hold are ids of given sources, or ids that look like theirs.</summary>
internal static class ParenthesisMarkers
{
    const int MaxLength = 80;

    /// <summary>The citation that starts at the parenthesis, if any, and where to go on.</summary>
    public static (Citation?, int) At(CitedText cited, int open)
    {
        var text = cited.Text;
        // 4.1(b), f(1), items(2): a part of a word.
        if (!cited.Styles.Has(CitationStyle.Parentheses) || open > 0 && (char.IsLetterOrDigit(text[open - 1]) || text[open - 1] is ')' or ']')) return (null, open + 1);
        var close = Close(text, open);
        if (close < 0) return (null, open + 1);
        var inside = text.AsSpan(open + 1, close - open - 1);
        if (!inside.ContainsAnyInRange('0', '9') && cited.Shelf.Id(inside.Trim()) is null) return (null, open + 1);
        var ids = MarkerIds.In(inside, cited.Shelf, id => cited.TakesForeign(CitationStyle.Parentheses, id));
        // (1) at the start of a line is a list number; (3) in a sentence counts things, unless somebody chose the style.
        ids.RemoveAll(id => char.IsAsciiDigit(id[0]) && !id.AsSpan().ContainsAnyExceptInRange('0', '9') && (!cited.Styles.IsChosen || cited.Shelf.Find(id) is null || StartsLine(text, open)));
        return ids.Count == 0 ? (null, open + 1) : (new Citation(new TextSpan(open, close + 1 - open), CitationStyle.Parentheses, ids), close + 1);
    }

    static int Close(string text, int open)
    {
        var depth = 0;
        for (var i = open; i < Math.Min(text.Length, open + MaxLength); i++)
        {
            if (text[i] == '(' && ++depth > 2) return -1;
            if (text[i] is '[' or '\n') return -1;
            if (text[i] == ')' && --depth == 0) return i;
        }
        return -1;
    }

    static bool StartsLine(string text, int at)
    {
        while (at > 0 && text[at - 1] is ' ' or '\t' or '-' or '*') at--;
        return at == 0 || text[at - 1] == '\n';
    }
}
