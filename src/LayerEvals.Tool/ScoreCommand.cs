using System.CommandLine;
using LayerEvals.Runs;

namespace LayerEvals.Tool;

/// <summary>Scores a run again from its folder: nothing is asked, and nothing but the run's own files is read.</summary>
internal sealed class ScoreCommand(ToolHost host)
{
    /// <summary>The command as it is typed.</summary>
    public static Command Line(ToolHost host, Action<ExitCode> done)
    {
        var folder = new Argument<string>("RUN") { Description = "The folder of a run." };
        var command = new Command("score", "Score the recorded answers of a run again; no model is asked.") { folder };
        command.SetAction(async (parsed, _) => done(await new ScoreCommand(host).RunAsync(parsed.GetValue(folder)!)));
        return command;
    }

    public async Task<ExitCode> RunAsync(string path)
    {
        // Scores of edited answers would be sealed anew, and pass for what the models answered.
        FinishedRun.DemandUnedited(host.At(path), host.Show(path));
        using var folder = RunFolder.Existing(host.At(path));
        var saved = SavedRun.Read(folder.Paths);
        await using var run = await Run.RescoreAsync(saved, folder, host.Time);
        var result = Finishing.Finish(run, isComplete: false, saved.Rerun);
        await new ResultText(host).WriteAsync(saved.Plan.Config, result);
        return ResultText.CodeOf(result.Comparison);
    }
}
