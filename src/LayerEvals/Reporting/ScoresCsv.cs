using System.Globalization;
using System.Text;
using LayerEvals.Reading;
using LayerEvals.Runs;

namespace LayerEvals.Reporting;

/// <summary>
/// The rows of scores.csv, one for each line of scores.jsonl, quoted as RFC 4180 says, with the line feeds of every other file of a run. What a
/// spreadsheet would take for a formula begins with an apostrophe.
/// </summary>
internal static class ScoresCsv
{
    /// <summary>The names of the columns.</summary>
    public static ReadOnlySpan<byte> Head => "set,case,configuration,sample,check,layer,outcome,reason,evidence,by,retry\n"u8;

    /// <summary>The rows of score lines.</summary>
    public static byte[] Rows(ReadOnlyMemory<byte> lines)
    {
        var text = new StringBuilder();
        foreach (var (json, _) in JsonText.Lines(lines))
        {
            var line = ScoreLine.Read(json.Span);
            text.Append(Cell(line.Set)).Append(',').Append(Cell(line.Case)).Append(',').Append(Cell(line.Configuration)).Append(',')
                .Append(CultureInfo.InvariantCulture, $"{line.Sample}").Append(',').Append(Cell(line.Check)).Append(',').Append(Cell(line.Layer)).Append(',')
                .Append(line.Finding.Outcome).Append(',').Append(Cell(line.Finding.Reason ?? "")).Append(',').Append(Cell(line.Finding.Evidence ?? "")).Append(',')
                .Append(line.IsByCode ? "code" : "").Append(',').Append(line.IsRetry ? "true" : "").Append('\n');
        }
        return Encoding.UTF8.GetBytes(text.ToString());
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
