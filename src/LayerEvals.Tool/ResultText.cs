using LayerEvals.Comparing;
using LayerEvals.Configs;
using LayerEvals.Diagnostics;
using LayerEvals.Reporting;
using LayerEvals.Runs;

namespace LayerEvals.Tool;

/// <summary>Prints a result: a table per layer, the verdict in a sentence, the cases that got worse with the command that runs each again.</summary>
internal sealed class ResultText(ToolHost host)
{
    // What fits a screen; the report has the rest.
    const int MostCases = 20;

    public static ExitCode CodeOf(Comparison comparison) =>
        !comparison.IsJudged ? ExitCode.Incomplete
        : comparison.Verdict switch
        {
            Verdict.Pass => ExitCode.Pass,
            Verdict.Regression => ExitCode.Regression,
            _ => ExitCode.NotDecided,
        };

    public async Task WriteAsync(EvalConfig config, RunResult result)
    {
        var comparison = result.Comparison;
        var print = host.Terminal.Out;
        await print.WriteLineAsync();
        foreach (var line in Table(config, comparison)) await print.WriteLineAsync(line);
        await print.WriteLineAsync();
        await print.WriteLineAsync(Printable.Line(comparison.Sentence));
        if (comparison.LookSentence is { } look) await print.WriteLineAsync(look);
        foreach (var layer in comparison.Layers.Where(l => l.Verdict == Verdict.Regression))
            await print.WriteLineAsync($"  {layer.Layer}: lean toward {Printable.Line(config.Layers.First(l => l.Id == layer.Layer).Lean)}");
        foreach (var note in result.Notes) await print.WriteLineAsync(Printable.Line(note));
        foreach (var sentence in NoiseText.Of(result.Noise, result.Twice, config.Sides)) await print.WriteLineAsync(Printable.Line(sentence));
        await CasesAsync("Must-pass cases that failed", result.MustFailed);
        await CasesAsync("Got worse", result.Worse);
        await print.WriteLineAsync();
        await print.WriteLineAsync($"Report: {host.Show(result.ReportHtml)}");
        if (await StepSummary.AppendAsync(host.Variables(StepSummary.Variable), result, host.Time) is { } kept) await host.Terminal.Error.WriteLineAsync($"layerevals: {kept}");
    }

    static IEnumerable<string> Table(EvalConfig config, Comparison comparison)
    {
        var rows = new List<string[]> { (string[])["layer", "n", config.Baseline.Name, config.Candidate.Name, "difference", "got worse", "got better", "verdict"] };
        foreach (var layer in comparison.Layers) rows.Add(Row(layer, Report.LayerWord(layer.Verdict)));
        rows.Add(Row(comparison.Overall, Report.Word(comparison.Verdict)));
        var widths = Enumerable.Range(0, rows[0].Length).Select(i => rows.Max(r => r[i].Length)).ToList();
        return rows.Select(r => string.Join("  ", r.Select((cell, i) => i is 0 or 7 ? cell.PadRight(widths[i]) : cell.PadLeft(widths[i]))).TrimEnd());
    }

    static string[] Row(LayerComparison layer, string verdict)
    {
        var tally = layer.Tally;
        return
        [
            layer.Layer, tally.N.ToString(System.Globalization.CultureInfo.InvariantCulture),
            Numerals.Percent(tally.N == 0 ? null : tally.BaselineRate), Numerals.Percent(tally.N == 0 ? null : tally.CandidateRate),
            MarkdownReport.Difference(layer), tally.Worse.Count.ToString(System.Globalization.CultureInfo.InvariantCulture), tally.Better.Count.ToString(System.Globalization.CultureInfo.InvariantCulture),
            tally.Lost == 0 ? verdict : $"{verdict} ({tally.Errored} errored, {tally.Unscored} unscored)",
        ];
    }

    async Task CasesAsync(string title, IReadOnlyList<ChangedCase> cases)
    {
        if (cases.Count == 0) return;
        await host.Terminal.Out.WriteLineAsync($"\n{title}:");
        foreach (var changed in cases.Take(MostCases))
        {
            var why = changed.Failed.Count > 0 ? $"{changed.Failed[0].Check}: {changed.Failed[0].Reason}" : "";
            var where = changed.Layers.Count > 0 ? string.Join(", ", changed.Layers) : "the baseline fails it too";
            await host.Terminal.Out.WriteLineAsync($"  {changed.Case.Key} ({where}) {Printable.Short(why, 120)}\n    {changed.Rerun}");
        }
        if (cases.Count > MostCases) await host.Terminal.Out.WriteLineAsync($"  and {cases.Count - MostCases} more, in the report");
    }
}
