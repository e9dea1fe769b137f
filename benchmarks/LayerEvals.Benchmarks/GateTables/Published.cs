using System.Globalization;
using System.Text.RegularExpressions;

namespace LayerEvals.Benchmarks.GateTables;

/// <summary>The published tables, read from STATISTICS-TABLES.md beside the repository. They are no part of it: where the file is absent there is nothing to compare with.</summary>
internal sealed partial class Published
{
    readonly Dictionary<(string Section, int Ordinal), List<string[]>> tables = [];

    public static Published? Read(string path) => File.Exists(path) ? new Published(File.ReadLines(path)) : null;

    Published(IEnumerable<string> lines)
    {
        var (section, ordinal, inTable) = ("", -1, false);
        foreach (var line in lines)
        {
            if (line.StartsWith("### ", StringComparison.Ordinal)) (section, ordinal) = (line.Split(' ')[1], -1);
            var isRow = line.StartsWith('|');
            if (isRow && !inTable) tables[(section, ++ordinal)] = [];
            if (isRow) tables[(section, ordinal)].Add([.. line.Trim('|').Split('|').Select(cell => cell.Trim())]);
            inTable = isRow;
        }
    }

    /// <summary>The published number, and whether it is only known to be below it ("&lt;0.1").</summary>
    public (double Value, bool IsBelow)? Number(GateTable table, IReadOnlyList<string> names, Column column)
    {
        if (column.Published is not { } index) return null;
        var row = tables[(table.Section, table.Ordinal)].SingleOrDefault(r => names.SequenceEqual(r[..names.Count]))
            ?? throw new InvalidOperationException($"expected a row `{string.Join(" | ", names)}` in table {table.Ordinal + 1} of {table.Section}, found none");
        var number = Numbers().Matches(row[index])[column.Place].Value;
        return (double.Parse(number.TrimStart('<'), CultureInfo.InvariantCulture), number.StartsWith('<'));
    }

    [GeneratedRegex(@"<?\d+(\.\d+)?")]
    private static partial Regex Numbers();
}
