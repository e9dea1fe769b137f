using System.CommandLine;
using LayerEvals.Diagnostics;
using LayerEvals.Runs;

namespace LayerEvals.Tool;

/// <summary>What <c>layerevals compare</c> was asked for.</summary>
internal sealed record CompareRequest(string RunA, string RunB)
{
    public string SideA { get; init; } = "candidate";

    public string SideB { get; init; } = "candidate";

    public string? Output { get; init; }
}

/// <summary>Compares two finished runs: nothing is asked.</summary>
internal sealed class CompareCommand(ToolHost host)
{
    /// <summary>The command as it is typed.</summary>
    public static Command Line(ToolHost host, Action<ExitCode> done)
    {
        const string Sides = "baseline, candidate, or a configuration's name.";
        var runA = new Argument<string>("RUN_A") { Description = "The folder of the older run." };
        var runB = new Argument<string>("RUN_B") { Description = "The folder of the newer run. Its configuration's gate judges." };
        var sideA = new Option<string>("--side-a") { Description = $"The side of RUN_A that is the old one: {Sides}", DefaultValueFactory = _ => "candidate" };
        var sideB = new Option<string>("--side-b") { Description = $"The side of RUN_B that is the new one: {Sides}", DefaultValueFactory = _ => "candidate" };
        var output = new Option<string?>("--output") { Description = "The folder for the comparison's folder, instead of the configuration's." };
        var command = new Command("compare", "Compare a side of a finished run with a side of another, by default candidate with candidate; no model is asked.") { runA, runB, sideA, sideB, output };
        command.SetAction(async (parsed, _) => done(await new CompareCommand(host).RunAsync(
            new CompareRequest(parsed.GetValue(runA)!, parsed.GetValue(runB)!) { SideA = parsed.GetValue(sideA)!, SideB = parsed.GetValue(sideB)!, Output = parsed.GetValue(output) })));
        return command;
    }

    public async Task<ExitCode> RunAsync(CompareRequest request)
    {
        var a = RunSide.Of(FinishedRun.Open(host.At(request.RunA), host.Show(request.RunA)), request.SideA);
        var b = RunSide.Of(FinishedRun.Open(host.At(request.RunB), host.Show(request.RunB)), request.SideB);
        Comparability.Demand(a, b);
        var config = b.Saved.Plan.Config;
        var comparing = new ComparingRuns(a, b);
        using var folder = RunFolder.Fresh(host.At(request.Output ?? config.OutputShown), comparing.Name, host.Time);
        var result = await comparing.CompareAsync(folder, host.Time, golden => $"layerevals run {config.File.Shown} --case {golden.Key}");
        await host.Terminal.Out.WriteLineAsync($"{comparing.Name}: {Numerals.Count(b.Cases.Count, "case")}: {host.Show(request.RunA)} (A) against {host.Show(request.RunB)} (B)");
        await new ResultText(host).WriteAsync(SavedRun.Read(folder.Paths).Plan.Config, result);
        return ResultText.CodeOf(result.Comparison);
    }
}
