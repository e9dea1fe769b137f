using System.Globalization;
using System.Text;

namespace LayerEvals.Benchmarks.GateTables;

/// <summary>Writes our numbers into docs/statistics.md, between its markers: the rows that a reader asks for first, every column.</summary>
internal static class StatisticsPage
{
    const string Begin = "<!-- gate-tables writes from here -->\n";
    const string End = "<!-- to here -->";

    public static void Write(string path, IReadOnlyList<(GateTable Table, Estimate[][] Rows)> measured)
    {
        var page = File.ReadAllText(path);
        var (begin, end) = (page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, page.IndexOf(End, StringComparison.Ordinal));
        File.WriteAllText(path, page[..begin] + string.Concat(measured.Select(m => Text(m.Table, m.Rows))) + "\n" + page[end..]);
    }

    static string Text(GateTable table, Estimate[][] rows)
    {
        var text = new StringBuilder();
        var runs = rows[0].Max(e => e.Runs);
        text.Append(CultureInfo.InvariantCulture, $"\n### {table.Title}\n\nSTATISTICS {table.Section}; {(runs == 0 ? "enumerated" : $"{runs:N0} runs a number")}.\n\n");
        text.Append($"| {string.Join(" | ", table.Keys.Concat(table.Columns.Select(c => c.Heading)))} |\n|{string.Concat(Enumerable.Repeat("---|", table.Keys.Count))}{string.Concat(Enumerable.Repeat("---:|", table.Columns.Count))}\n");
        for (var i = 0; i < rows.Length; i++)
            if (IsShown(table, table.Rows[i].Names)) text.Append($"| {string.Join(" | ", table.Rows[i].Names.Concat(rows[i].Select((e, c) => Number(e, table.Columns[c]))))} |\n");
        return text.ToString();
    }

    static string Number(Estimate estimate, Column column) =>
        column.IsWhole ? estimate.Value.ToString("0", CultureInfo.InvariantCulture) : estimate.Value is > 0 and < 0.05 ? "<0.1" : estimate.Value.ToString("0.0", CultureInfo.InvariantCulture);

    static bool IsShown(GateTable table, IReadOnlyList<string> names) => (table.Section, table.Ordinal) switch
    {
        ("2.1", 0) => names[0] is "5 %" or "10 %" && names[1] is "no change" or "-5" or "-10" && names[2] is "50" or "100" or "300",
        ("2.1", _) => names[2] is "50" or "300",
        ("2.2", 0) => names[0] is "5 %" or "10 %",
        ("2.2", _) => names[0] == "5" && names[2] != "20",
        ("2.4", 0) => names[0] is "10 % noise" or "10 % real reshuffle, no noise" && names[1] is "50" or "100" or "300",
        ("2.4", _) => names[0] is "20" or "50" or "100" or "300",
        ("2.5", _) => names[2] is "0" or "0.3",
        ("2.6", 0) => names[1] is "50 (total 350)" or "100 (total 700)" or "300 (total 2100)",
        ("2.8", _) => names[0] is "300" or "1000" && names[2] != "-20",
        _ => true,
    };
}
