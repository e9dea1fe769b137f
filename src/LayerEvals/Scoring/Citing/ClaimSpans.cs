namespace LayerEvals.Scoring.Citing;

/// <summary>The spans of sentences, with the rows of tables cut into their cells.</summary>
internal static class ClaimSpans
{
    /// <summary>The spans in order; they do not overlap.</summary>
    public static IReadOnlyList<TextSpan> In(string text)
    {
        var rows = Rows(text);
        var sentences = Sentences.In(text);
        if (rows.Count == 0) return [.. sentences.Select(s => new TextSpan(s.Start, s.Length))];
        var spans = new List<TextSpan>();
        var next = 0;
        foreach (var (start, length) in sentences)
        {
            var (at, end) = (start, start + length);
            while (next < rows.Count && rows[next].Start < end)
            {
                Add(spans, text, at, rows[next].Start);
                at = Math.Max(at, rows[next].End);
                Cells(spans, text, rows, next++);
            }
            if (next > 0) at = Math.Max(at, rows[next - 1].End);
            Add(spans, text, at, end);
        }
        return spans;
    }

    static void Add(List<TextSpan> spans, string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        for (var i = start; i < end; i++)
            if (char.IsLetterOrDigit(text[i]))
            {
                spans.Add(new TextSpan(start, end - start));
                return;
            }
    }

    // Lines that start with | and have another.
    static List<TextSpan> Rows(string text)
    {
        var rows = new List<TextSpan>();
        if (!text.Contains('|')) return rows;
        for (var at = 0; at < text.Length;)
        {
            var end = text.IndexOf('\n', at) is >= 0 and var line ? line : text.Length;
            var row = text.AsSpan(at, end - at).Trim();
            if (row is ['|', ..] && row[1..].Contains('|')) rows.Add(new TextSpan(at, end - at));
            at = end + 1;
        }
        return rows;
    }

    // The heading over the dashes claims nothing. Where a cell is nothing but an id or a number of a source, the row is one claim: the cell supports it.
    static void Cells(List<TextSpan> spans, string text, List<TextSpan> rows, int at)
    {
        if (at + 1 < rows.Count && IsRule(text, rows[at + 1]) || IsRule(text, rows[at])) return;
        var row = rows[at];
        var cells = new List<TextSpan>();
        var start = row.Start;
        for (var i = row.Start; i <= row.End; i++)
        {
            if (i < row.End && text[i] != '|') continue;
            Add(cells, text, start, i);
            start = i + 1;
        }
        if (cells.Exists(cell => IsCitationOnly(cell.Of(text)))) Add(spans, text, row.Start, row.End);
        else spans.AddRange(cells);
    }

    static bool IsRule(string text, TextSpan row) => row.Length > 2 && !text.AsSpan(row.Start, row.Length).ContainsAnyExcept("|-: \t\r") && text.AsSpan(row.Start, row.Length).Contains('-');

    static bool IsCitationOnly(string cell) =>
        cell.Trim('*', '_', '`', ' ') is ['[', .., ']'] or ['\u3010', .., '\u3011'] or ['(', .., ')'] or ['<', .., '>'] || MarkerIds.LooksLikeId(cell) && cell.AsSpan().ContainsAnyExceptInRange('0', '9');
}
