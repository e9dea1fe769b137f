using System.Globalization;

namespace LayerEvals.Reporting.SeveralRuns;

/// <summary>Several runs as Markdown.</summary>
internal static class RunsMarkdown
{
    public static string Of(ToldRuns told)
    {
        var text = new LimitedText(MarkdownReport.Most);
        text.Add($"# {told.Title}\n\n");
        foreach (var sentence in told.Comparable()) text.Add($"> {MarkdownText.Of(sentence, 1000)}\n\n");
        text.Add("| run | started | baseline | candidate | cases | verdict |\n|---|---|---|---|---:|---|\n");
        for (var i = 0; i < told.Runs.Count; i++)
        {
            var run = told.Runs[i];
            text.Add(string.Create(CultureInfo.InvariantCulture, $"| [{Name(run.Run.Id)}](<{told.Links[i]}>) | {Name(run.Started)} | {Name(run.Baseline)} | {Name(run.Candidate)} | {run.Ran} of {run.Planned} | {Report.Word(run.Verdict)} |\n"));
        }
        foreach (var layer in told.Layers) Layer(text, told, layer);
        return text.ToString();
    }

    static void Layer(LimitedText text, ToldRuns told, string layer)
    {
        text.Add($"\n## {Name(ToldRuns.TitleOf(layer))}\n\n| run | n | baseline | candidate | difference | verdict |\n|---|---:|---:|---:|---:|---|\n");
        foreach (var run in told.Runs)
            text.Add(run.Layers.FirstOrDefault(l => l.Layer == layer) is { } its ? Row(run, its) : $"| {Name(run.Run.Id)} | - | - | - | - | not in this run |\n");
    }

    static string Row(ToldRun run, ToldLayer layer) => string.Create(CultureInfo.InvariantCulture,
        $"| {Name(run.Run.Id)} | {layer.N} | {MarkdownReport.Rate(layer.Baseline ?? 0, layer.BaselineInterval)} | {MarkdownReport.Rate(layer.Candidate ?? 0, layer.CandidateInterval)} | {MarkdownReport.Difference(layer.Difference, layer.DifferenceInterval)} | {(layer.IsOverall ? Report.Word(run.Verdict) : Report.LayerWord(layer.Verdict))} |\n");

    static string Name(string text) => MarkdownText.Of(text, 160);
}
