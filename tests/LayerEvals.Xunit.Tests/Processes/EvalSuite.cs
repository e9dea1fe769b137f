using System.Diagnostics;
using LayerEvals.Testing;

namespace LayerEvals.Processes;

/// <summary>Runs the eval suite of this repository as a process, in the folder in which a user would.</summary>
internal static class EvalSuite
{
    public static async Task<(int ExitCode, string Text)> RunAsync(TempFolder output, IReadOnlyList<string> arguments, params (string Name, string Value)[] variables)
    {
        var built = AppContext.BaseDirectory.Replace("LayerEvals.Xunit.Tests", "ClaimsDesk.Evals", StringComparison.Ordinal);
        var start = new ProcessStartInfo(Path.Combine(built, "ClaimsDesk.Evals" + (OperatingSystem.IsWindows() ? ".exe" : "")))
        {
            UseShellExecute = false,
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in (string[])[.. arguments, "--evals-output", output.Path, "--results-directory", output.Path, "--no-ansi"]) start.ArgumentList.Add(argument);
        // What the platform that runs these tests tells its own processes is not for that one.
        foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("TESTINGPLATFORM_", StringComparison.Ordinal) || k.StartsWith("LAYEREVALS_", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        start.Environment["TESTINGPLATFORM_TELEMETRY_OPTOUT"] = "1";
        foreach (var (name, value) in variables) start.Environment[name] = value;

        using var process = Process.Start(start) ?? throw new InvalidOperationException($"expected {start.FileName} to start");
        var cancellation = TestContext.Current.CancellationToken;
        await using var killed = cancellation.Register(() => process.Kill(entireProcessTree: true));
        var text = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(cancellation), process.StandardError.ReadToEndAsync(cancellation));
        await process.WaitForExitAsync(cancellation);
        return (process.ExitCode, string.Concat(text).ReplaceLineEndings("\n"));
    }
}
