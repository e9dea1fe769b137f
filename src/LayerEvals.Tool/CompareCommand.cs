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
