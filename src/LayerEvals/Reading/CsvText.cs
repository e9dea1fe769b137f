using CsvHelper;
using LayerEvals.Diagnostics;

namespace LayerEvals.Reading;

/// <summary>Reads a CSV file with a header (RFC 4180, comma separated) into one map per row.</summary>
internal static class CsvText
{
    static readonly CsvReaderOptions Options = new()
    {
        Separator = ',',
        HasHeader = false,
        TrackLineNumbers = true,
        MalformedData = CsvMalformedDataHandling.Throw,
    };

    /// <summary>The rows; those after malformed data are left out once it was reported.</summary>
    public static IReadOnlyList<MapNode> Read(SourceFile file, byte[] bytes)
    {
        var rows = new List<MapNode>();
        try
        {
            using var reader = CsvReader.Create(bytes, Options);
            if (!reader.Read() || Header(file, reader.Current.ToArray()) is not { } header) return [];
            while (reader.Read())
            {
                var line = (int)reader.LineNumber;
                var cells = reader.Current.ToArray();
                if (cells.Length == header.Length)
                    rows.Add(new MapNode([.. header.Zip(cells, (name, cell) => new Entry(name, new TextNode(cell, line), line))], line));
                else
                    file.Error(ProblemIds.Syntax, line, $"expected {header.Length} cells as in the header, found {cells.Length}", cells.Length > header.Length ? "put a cell that holds a comma in quotes" : "add the missing cells, empty where nothing is meant");
            }
        }
        catch (CsvFormatException e)
        {
            file.Error(ProblemIds.Syntax, (int)e.LineNumber, "expected CSV, found a quote that is not closed or not doubled", "put a cell with quotes, commas or line breaks in quotes, and double the quotes in it");
        }
        return rows;
    }

    static string[]? Header(SourceFile file, string[] cells)
    {
        var names = cells.Select(c => c.Trim()).ToArray();
        var unnamed = Array.IndexOf(names, "") + 1;
        if (unnamed > 0)
        {
            file.Error(ProblemIds.Syntax, 1, $"expected a name for each column of the header, found none for column {unnamed}", "name the column, or remove it; a comma at the end of the line starts one more");
            return null;
        }
        var twice = names.GroupBy(n => n, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1)?.Key;
        if (twice is null && names.Contains("id")) return names;
        file.Error(ProblemIds.Syntax, 1,
            twice is null ? $"expected a header with a column `id`, found {Printable.Short(string.Join(", ", names))}" : $"expected each column once, found `{Printable.Short(twice, 60)}` twice",
            names is [var only] && only.AsSpan().ContainsAny(';', '\t') ? "separate the cells by commas" : "write a first line such as id,input,expect,answerable,sources,tags,cluster,split,must");
        return null;
    }
}
