using LayerEvals.Diagnostics;

namespace LayerEvals.Reporting.Page;

/// <summary>What the answers of both sides took: tokens, cost and latency, with differences and distributions.</summary>
internal static class CostSection
{
    sealed record Row(string Name, Func<SideNumbers, double?> Of, Func<double, string> Figure);

    static readonly Row[] Rows =
    [
        new("Answers", s => s.Answers, Whole),
        new("Errors", s => s.Errors, Whole),
        new("Tokens sent", s => s.Tokens.Count == 0 ? null : s.InputTokens, Whole),
        new("Tokens received", s => s.Tokens.Count == 0 ? null : s.OutputTokens, Whole),
        new("Cost", s => s.Cost, Dollars),
        new("Cost per 1,000 answers", s => s.Cost / s.Costs.Count * 1000, Dollars),
        new("Latency, median", s => s.Latency(0.5), Milliseconds),
        new("Latency, 95th percentile", s => s.Latency(0.95), Milliseconds),
    ];

    public static Markup Of(Report report, IReadOnlyList<SideNumbers> sides) => Markup.Of($"""
        <section id="cost" aria-labelledby="cost-title">
        <h2 id="cost-title">Cost and latency</h2>
        <div class="beside">
        <div class="scroll" tabindex="0" role="group" aria-labelledby="cost-title">
        <table>
        <thead><tr><th scope="col"><span class="hidden">Number</span></th><th scope="col" class="number">{report.Config.Baseline.Name}</th><th scope="col" class="number">{report.Config.Candidate.Name}</th><th scope="col" class="number">Difference</th></tr></thead>
        <tbody>
        {Rows.Select(row => Line(row, sides))}</tbody>
        </table>
        </div>
        <div>
        {Plots(report, sides)}</div>
        </div>
        </section>

        """);

    static Markup Line(Row row, IReadOnlyList<SideNumbers> sides)
    {
        var (before, now) = (row.Of(sides[0]), row.Of(sides[1]));
        if (before is null && now is null) return Markup.None;
        return Markup.Of($"<tr><th scope=\"row\">{row.Name}</th><td class=\"number\">{Shown(before, row)}</td><td class=\"number\">{Shown(now, row)}</td><td class=\"number\">{Change(before, now, row)}</td></tr>\n");
    }

    static string Shown(double? value, Row row) => value is { } number && !double.IsNaN(number) ? row.Figure(number) : "-";

    static string Change(double? before, double? now, Row row)
    {
        if (before is not { } old || now is not { } tried) return "-";
        var sign = tried > old ? "+" : tried < old ? "-" : "";
        var share = old == 0 || tried == old ? "" : $" ({sign}{Numerals.Fixed(Math.Abs(tried - old) / old * 100, 0)} %)";
        return $"{sign}{row.Figure(Math.Abs(tried - old))}{share}";
    }

    static Markup Plots(Report report, IReadOnlyList<SideNumbers> sides)
    {
        var (baseline, candidate) = (report.Config.Baseline.Name, report.Config.Candidate.Name);
        var latency = new DistributionPlot("Latency of an answer", sides[0].Latencies, sides[1].Latencies, Milliseconds);
        var cost = sides.All(s => s.Costs.Count > 0)
            ? new DistributionPlot("Cost of an answer", sides[0].Costs, sides[1].Costs, Dollars)
            : new DistributionPlot("Tokens received, an answer", sides[0].Tokens, sides[1].Tokens, Whole);
        return Markup.Of($"{latency.Draw(baseline, candidate)}{cost.Draw(baseline, candidate)}");
    }

    static string Whole(double number) => number.ToString("#,0", System.Globalization.CultureInfo.InvariantCulture);

    static string Dollars(double number) => number switch
    {
        0 => "0 USD",
        < 0.01 => $"{number.ToString("0.######", System.Globalization.CultureInfo.InvariantCulture)} USD",
        _ => $"{number.ToString("#,0.00", System.Globalization.CultureInfo.InvariantCulture)} USD",
    };

    static string Milliseconds(double number) => number >= 10_000 ? $"{Numerals.Fixed(number / 1000, 1)} s" : number >= 10 ? $"{Whole(number)} ms" : $"{Numerals.Plain(Math.Round(number, 1))} ms";
}
