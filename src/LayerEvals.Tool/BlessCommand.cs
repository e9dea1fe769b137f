using System.CommandLine;
using LayerEvals.Baselines;
using LayerEvals.Comparing;
using LayerEvals.Diagnostics;
using LayerEvals.Reading;
using LayerEvals.Runs;

namespace LayerEvals.Tool;

/// <summary>Writes the outcomes of one side of a finished run into a file that is reviewed and kept: the baseline of later runs.</summary>
internal sealed class BlessCommand(ToolHost host)
{
    /// <summary>The command as it is typed.</summary>
    public static Command Line(ToolHost host, Action<ExitCode> done)
    {
        var folder = new Argument<string>("RUN") { Description = "The folder of a finished run." };
        var side = new Option<string>("--side") { Description = "baseline, candidate, or a configuration's name.", DefaultValueFactory = _ => "candidate" };
        var to = new Option<string?>("--to") { Description = "The file to write, instead of baselines/NAME.jsonl beside the configuration." };
        var command = new Command("bless", "Write a side's outcomes into a file that is reviewed and kept: the baseline when its model can no longer be asked.") { folder, side, to };
        command.SetAction(async (parsed, _) => done(await new BlessCommand(host).RunAsync(parsed.GetValue(folder)!, parsed.GetValue(side)!, parsed.GetValue(to))));
        return command;
    }

    public async Task<ExitCode> RunAsync(string path, string sideName, string? to)
    {
        var side = RunSide.Of(FinishedRun.Open(host.At(path), host.Show(path)), sideName);
        var config = side.Saved.Plan.Config;
        var held = side.Cases.Where(c => c.Split == Splits.Holdout).ToList();
        if (config.IsTuning && held.Count > 0)
            throw new PlanException([new Problem(ProblemIds.HoldoutTuned, host.Show(path), 0, $"expected no holdout case in a run for tuning (`purpose: tuning`), found {held.Count}, first {held[0].Key}", "bless a run of a gate, or tune on golden sets without them: what is tuned on holds nothing out")]);
        var blessed = await Blessing.OfAsync(side, host.Time);
        var file = host.At(to ?? config.File.Beside($"baselines/{config.Name}.jsonl").Shown);
        Write(blessed, file);
        await host.Terminal.Out.WriteLineAsync($"wrote {host.Show(file)}: {Numerals.Count(blessed.Cases.Count, "case")} of {Printable.Line(blessed.Configuration)} ({Printable.Line(blessed.Model)}), {Numerals.Count(blessed.Samples, "sample")} each, asked on {BlessedBaseline.Day(blessed.Asked)}");
        var beside = Path.GetRelativePath(Path.GetDirectoryName(host.At(config.File.Shown))!, file).Replace('\\', '/'); // a file has a folder
        await host.Terminal.Out.WriteLineAsync($"Review it, commit it, and name it as the baseline's model: {{provider: blessed, outcomes: {Printable.Line(beside)}}}");
        return ExitCode.Pass;
    }

    static void Write(BlessedBaseline blessed, string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!); // a file has a folder
        WholeFile.Write(file, stream => BlessedFile.Write(blessed, stream));
    }
}
