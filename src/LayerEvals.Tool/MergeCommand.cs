using System.CommandLine;
using LayerEvals.Diagnostics;
using LayerEvals.Runs;

namespace LayerEvals.Tool;

/// <summary>Joins the shards of a plan and judges the whole: nothing is asked.</summary>
internal sealed class MergeCommand(ToolHost host)
{
    /// <summary>The command as it is typed.</summary>
    public static Command Line(ToolHost host, Action<ExitCode> done)
    {
        var runs = new Argument<string[]>("RUN") { Description = "The folders of all shards of one plan, in any order.", Arity = ArgumentArity.OneOrMore };
        var output = new Option<string?>("--output") { Description = "The folder for the merged run's folder, instead of the configuration's." };
        var command = new Command("merge", "Join the shards of a plan (`run --shard`) into one run and judge the whole; no model is asked.") { runs, output };
        command.SetAction(async (parsed, _) => done(await new MergeCommand(host).RunAsync(parsed.GetValue(runs)!, parsed.GetValue(output))));
        return command;
    }

    public async Task<ExitCode> RunAsync(IReadOnlyList<string> paths, string? output)
    {
        var shards = Shards.Of([.. paths.Order(StringComparer.Ordinal).Select(path => FinishedRun.Open(host.At(path), host.Show(path)))]);
        var saved = SavedRun.Read(shards.First.Paths);
        var config = saved.Plan.Config;
        using var folder = RunFolder.Fresh(host.At(output ?? config.OutputShown), config.Name, host.Time);
        var result = await Merging.MergeAsync(shards, folder, host.Time, saved.Rerun);
        await host.Terminal.Out.WriteLineAsync($"{config.Name}: {Numerals.Count(shards.InOrder.Count, "shard")}, {Numerals.Count(shards.First.CasesOfAllShards, "case")} merged");
        await new ResultText(host).WriteAsync(config, result);
        return ResultText.CodeOf(result.Comparison);
    }
}
