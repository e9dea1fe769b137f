using System.Globalization;
using LayerEvals.Comparing;
using LayerEvals.Diagnostics;
using LayerEvals.Planning;
using Spectre.Console;

namespace LayerEvals.Tool;

/// <summary>Prints what a plan can show: a table, then a sentence or two for each row, then what it costs.</summary>
internal sealed class PowerText(ToolHost host)
{
    static readonly string[] Heads = ["layer", "cases", "detects", "alone", "stays possible", "must rule out", "chance", "more cases", "they cost"];

    public async Task WriteAsync(PlannedPower planned)
    {
        var print = host.Terminal.Out;
        var (config, table) = (planned.Plan.Config, planned.Table);
        var samples = config.Samples == 1 ? "" : $", {config.Samples} samples each";
        await print.WriteLineAsync($"{config.Name}: {Numerals.Count(planned.Plan.Cases.Count, "case")} x 2 configurations{samples}: {config.Baseline.Name} ({Printable.Line(config.Baseline.Model)}) against {config.Candidate.Name} ({Printable.Line(config.Candidate.Model)})");
        await print.WriteLineAsync($"Background discordance, the cases that change although nothing did: {Numerals.Plain(Math.Round(table.Assumed.Discordance * 100, 1))} % ({Printable.Line(planned.Why)}).\n");
        if (table.Rows.Count == 0)
        {
            await print.WriteLineAsync("No case has a check, so nothing can be shown.");
            return;
        }
        await TableAsync(planned);
        foreach (var row in table.Rows) await print.WriteLineAsync($"{row.Layer}: {Sentence(row, planned)}");
        await print.WriteLineAsync();
        if (planned.Clusters is { } clusters)
            await print.WriteLineAsync($"The cases stand in {Numerals.Count(clusters, "cluster")}: cases that rise and fall together show less than the table says.");
        await print.WriteLineAsync(planned.Cost.Unpriced.Count == 2
            ? $"Asking is unpriced: neither {config.Baseline.Name} nor {config.Candidate.Name} states a `price`."
            : $"Asking every case costs {Cost(planned, planned.Cost.Total)}: a token for four characters sent, and for each answer `max-output-tokens`, or {Answering.Spending.Tokens.OfAnswer} tokens without it.");
    }

    static string Sentence(PowerRow row, PlannedPower planned)
    {
        var detects = PowerSentence.Detects(row, planned.Table);
        return row.MoreCases == 0 ? detects : $"{detects} {PowerSentence.Decides(row, planned.Table, Price)}";

        string Price(int more) => planned.Cost.Unpriced.Count == 2 ? " (unpriced)" : $" and cost {Cost(planned, more * planned.Cost.OfCase(row.Layer))}";
    }

    async Task TableAsync(PlannedPower planned)
    {
        var rows = planned.Table.Rows.Select(row => Cells(row, planned)).ToList();
        if (host.Terminal.IsInteractive) Drawn(rows);
        else await PlainAsync(rows);
    }

    async Task PlainAsync(List<string[]> rows)
    {
        var all = rows.Prepend(Heads).ToList();
        var widths = Heads.Select((_, i) => all.Max(r => r[i].Length)).ToList();
        foreach (var row in all)
            await host.Terminal.Out.WriteLineAsync(string.Join("  ", row.Select((cell, i) => i is 0 ? cell.PadRight(widths[i]) : cell.PadLeft(widths[i]))).TrimEnd());
        await host.Terminal.Out.WriteLineAsync();
    }

    void Drawn(List<string[]> rows)
    {
        var drawn = new Table();
        foreach (var head in Heads) drawn.AddColumn(new TableColumn(new Text(head)) { Alignment = head == Heads[0] ? Justify.Left : Justify.Right });
        foreach (var row in rows) drawn.AddRow(row.Select(cell => new Text(cell)));
        AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(host.Terminal.Out) }).Write(drawn);
        host.Terminal.Out.WriteLine();
    }

    static string[] Cells(PowerRow row, PlannedPower planned) =>
    [
        row.Layer, row.Cases.ToString(CultureInfo.InvariantCulture), Points(row.Detects), Points(row.DetectsAlone), Points(row.StaysPossible),
        $"{Numerals.Plain(row.Allowed * 100)} ({(row.IsOverall ? "margin" : "guard")})", PowerSentence.Chance(row.ChanceToRuleOut),
        row.MoreCases switch { 0 => "-", { } more => $"+{more.ToString(CultureInfo.InvariantCulture)}", null => "over a million" },
        row.MoreCases is > 0 and var missing ? Cost(planned, missing * planned.Cost.OfCase(row.Layer)) : "-",
    ];

    static string Points(double? share) => share is { } s ? Numerals.Fixed(s * 100, s < 0.0005 ? 3 : 1) : "nothing";

    // What has no price is not free: it is named.
    static string Cost(PlannedPower planned, double usd)
    {
        if (planned.Cost.Unpriced.Count == 2) return "unpriced";
        var sum = usd is > 0 and < 0.005 ? "under 0.01 USD" : $"about {Numerals.Fixed(usd, 2)} USD";
        return planned.Cost.Unpriced is [var side] ? $"{sum} without {side}, which is unpriced" : sum;
    }
}
