using System.Text;
using System.Text.Json;
using LayerEvals.Reading;

namespace LayerEvals.Reporting;

/// <summary>
/// Writes scores.csv from scores.jsonl, line by line: a row for each finding, quoted as RFC 4180 says, with the line feeds of every other file of a run. What a
/// spreadsheet would take for a formula begins with an apostrophe.
/// </summary>
internal static class ScoresCsv
{
    static readonly string[] Columns = ["set", "case", "configuration", "sample", "check", "layer", "outcome", "reason", "evidence", "by", "retry"];

    public static void Write(string scores, Stream stream)
    {
        using var text = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16, leaveOpen: true) { NewLine = "\n" };
        text.WriteLine(string.Join(',', Columns));
        foreach (var line in LineFile.Read(scores))
        {
            using var json = JsonDocument.Parse(line.Text);
            for (var i = 0; i < Columns.Length; i++)
            {
                if (i > 0) text.Write(',');
                if (json.RootElement.TryGetProperty(Columns[i], out var value)) text.Write(Cell(value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText())); // a string has one
            }
            text.WriteLine();
        }
    }

    /// <summary>A cell: on one line, no formula, quoted where it has to be.</summary>
    public static string Cell(string text)
    {
        var line = Printable.Line(text);
        if (IsFormula(line)) line = "'" + line;
        return line.AsSpan().IndexOfAny(',', '"', ';') < 0 ? line : $"\"{line.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    // The first letter decides, blanks before it or not; East Asian spreadsheets take the wide ones too. Tab and carriage return are escapes by now.
    static bool IsFormula(string line)
    {
        var start = line.AsSpan().TrimStart();
        return start.Length > 0 && (start[0] is '=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠' || start.StartsWith("\\t") || start.StartsWith("\\r") || start.StartsWith("\\n"));
    }
}
