using LayerEvals.Diagnostics;
using LayerEvals.Reading;

namespace LayerEvals.Scoring.Checks;

/// <summary>The answer holds a Markdown table, the first of which has so many columns and rows; the header is no row.</summary>
internal static class TableCheck
{
    public static CheckType Type { get; } = new("table", Layers.Prompt, Read);

    static Check? Read(MapReader settings)
    {
        var columns = settings.Whole("columns", 1, 1000);
        var min = settings.Whole("min-rows", 0, int.MaxValue);
        var max = settings.Whole("max-rows", 0, int.MaxValue);
        if (settings.Whole("rows", 0, int.MaxValue) is { } rows)
        {
            if (min is not null || max is not null)
            {
                settings.File.Error(ProblemIds.BadValue, settings.LineOf("rows"), "expected `rows` or its limits, found both", "keep `rows` for an exact number, or `min-rows` and `max-rows`");
                return null;
            }
            min = max = rows;
        }
        if (!(min > max)) return subject => Judge(columns, (min, max), subject.Text);
        settings.File.Error(ProblemIds.OutOfRange, settings.Line, $"expected min-rows to be at most max-rows, found {min} and {max}", "correct one of them");
        return null;
    }

    static Finding Judge(int? columns, (int? Min, int? Max) rows, string text)
    {
        if (First(text) is not { } table) return Finding.Fail("expected a Markdown table (a header, a line of `|---|`, rows), found none", Scorer.Quote(text));
        if (columns is { } wanted && table.Columns != wanted) return Finding.Fail($"{Numerals.Count(table.Columns, "column")}, exactly {wanted}", Scorer.Quote(text));
        if (table.Rows < rows.Min) return Finding.Fail($"{Numerals.Count(table.Rows, "row")}, {(rows.Min == rows.Max ? "exactly" : "at least")} {rows.Min}", Scorer.Quote(text));
        if (table.Rows > rows.Max) return Finding.Fail($"{Numerals.Count(table.Rows, "row")}, {(rows.Min == rows.Max ? "exactly" : "at most")} {rows.Max}", Scorer.Quote(text));
        return Finding.Pass;
    }

    // A header, a line of hyphens and colons with as many cells, and the lines with a bar that follow.
    static (int Columns, int Rows)? First(string text)
    {
        (int Columns, int Rows)? table = null;
        var header = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (table is { } open)
            {
                if (!line.Contains('|')) return table;
                table = (open.Columns, open.Rows + 1);
                continue;
            }
            var cells = Cells(line);
            if (header > 0 && cells == header && IsRule(line)) table = (header, 0);
            header = cells;
        }
        return table;
    }

    // 0 where the line has no bar; a bar behind a backslash is text.
    static int Cells(ReadOnlySpan<char> line)
    {
        var row = line.Trim();
        if (!row.Contains('|')) return 0;
        var cells = 1;
        for (var i = 0; i < row.Length; i++)
        {
            if (row[i] == '\\') i++;
            else if (row[i] == '|' && i > 0 && i < row.Length - 1) cells++;
        }
        return cells;
    }

    static bool IsRule(ReadOnlySpan<char> line) => line.Contains('-') && !line.ContainsAnyExcept("|-: \t");
}
