using LayerEvals.Diagnostics;
using LayerEvals.Runs;

namespace LayerEvals.Tool;

/// <summary>Asks what a run still lacks while a person watches, and says what came of it.</summary>
/// <param name="config">The configuration as it was typed.</param>
internal sealed class WatchedRun(ToolHost host, Run run, string config)
{
    /// <param name="title">What is asked, in a line.</param>
    /// <param name="cases">How many cases are asked.</param>
    /// <param name="ask">Asks them; false when it was stopped before the end.</param>
    public async Task<RunResult> EndAsync(string title, int cases, Func<Task<bool>> ask)
    {
        foreach (var warning in run.Plan.Warnings) await host.Terminal.Error.WriteLineAsync(warning.ToString());
        await host.Terminal.Out.WriteLineAsync(title);
        if (run.Folder.IsResumed) await host.Terminal.Out.WriteLineAsync($"Going on with {host.Show(run.Folder.Path)}: {Numerals.Count(run.Recovered, "answer")} already recorded.");

        using var page = run.BeginPage(Rerun);
        bool isComplete;
        await using (Progress.Start(host.Terminal, cases, () => run.CasesDone, host.Time)) isComplete = await ask();
        var result = Finishing.Finish(run, isComplete, Rerun, page);
        await new ResultText(host).WriteAsync(run.Plan.Config, result);
        if (!isComplete) await host.Terminal.Out.WriteLineAsync(run.Stopped is null ? "Stopped before the end; the same command goes on with the run." : "When that is mended, the same command goes on with the run.");
        return result;
    }

    string Rerun(GoldenCase golden) => $"layerevals run {host.Show(config)} --case {golden.Key}";
}
