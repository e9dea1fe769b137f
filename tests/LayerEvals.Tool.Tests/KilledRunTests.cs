using System.Diagnostics;
using System.Text.Json;
using LayerEvals.Testing;

namespace LayerEvals.Tool.Tests;

public sealed class KilledRunTests
{
    const int Cases = 5000;

    static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task A_killed_run_goes_on_where_it_stopped_and_ends_as_if_it_had_not_been_killed()
    {
        using var folder = new TempFolder();
        Capitals.Write(folder, Cases, spoiled: 40, inFlight: 2);
        var killed = await KillInTheMiddleAsync(folder);
        var recorded = WholeLines(Path.Combine(killed, "answers.jsonl"));
        recorded.Count.ShouldBeInRange(1, 2 * Cases - 1);

        var resumed = await RunAsync(folder, "killed");
        var uninterrupted = await RunAsync(folder, "whole");

        resumed.Out.ShouldContain($"{recorded.Count} answers already recorded", customMessage: resumed.ToString());
        resumed.Code.ShouldBe(uninterrupted.Code);
        Directory.GetDirectories(folder.At("killed")).ShouldBe([killed]);
        var answers = WholeLines(Path.Combine(killed, "answers.jsonl"));
        answers.Take(recorded.Count).ShouldBe(recorded);
        answers.CountBy(Asking).ShouldAllBe(asking => asking.Value == 1);
        answers.Count.ShouldBe(2 * Cases);
        var whole = Directory.GetDirectories(folder.At("whole")).ShouldHaveSingleItem();
        foreach (var name in new[] { "cases.jsonl", "scores.jsonl", "comparison.json", "report.md" }) Text(killed, name).ShouldBe(Text(whole, name));
        Results(Text(killed, "report.html")).ShouldBe(Results(Text(whole, "report.html")));
    }

    // The page says besides when a run started and how long its answers took, which no two runs share.
    static string Results(string page) => page[page.IndexOf("<section id=\"layers\"", StringComparison.Ordinal)..page.IndexOf("<section id=\"cost\"", StringComparison.Ordinal)];

    // On a busy machine a run may be over before it is killed; such a run says nothing and another one is started.
    static async Task<string> KillInTheMiddleAsync(TempFolder folder)
    {
        for (var attempt = 1; ; attempt++)
        {
            var run = await KillAsync(folder);
            if (!File.Exists(Path.Combine(run, "scores.jsonl"))) return run;
            attempt.ShouldBeLessThan(10, "every run was over before it was killed");
            Directory.Delete(folder.At("killed"), recursive: true);
        }
    }

    // SIGKILL between the first and the last answer: the run has said nothing and closed nothing.
    static async Task<string> KillAsync(TempFolder folder)
    {
        using var process = Start(folder, "killed");
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var clock = Stopwatch.StartNew();
        while (Answers(folder) is not { Length: > 50_000 } && !process.HasExited && clock.Elapsed < Deadline)
            await Task.Delay(1, TestContext.Current.CancellationToken);
        process.Kill();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        var said = await output + await errors;
        return Directory.GetDirectories(folder.At("killed")).ShouldHaveSingleItem(said);
    }

    static FileInfo? Answers(TempFolder folder) => !Directory.Exists(folder.At("killed")) ? null
        : Directory.GetFiles(folder.At("killed"), "answers.jsonl", SearchOption.AllDirectories).Select(f => new FileInfo(f)).FirstOrDefault();

    static async Task<Said> RunAsync(TempFolder folder, string output)
    {
        using var process = Start(folder, output);
        var print = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new Said((ExitCode)process.ExitCode, await print, await errors);
    }

    static Process Start(TempFolder folder, string output) => Process.Start(new ProcessStartInfo("dotnet", ["exec", typeof(CommandLine).Assembly.Location, "run", Capitals.Config, "--output", output])
    {
        UseShellExecute = false,
        WorkingDirectory = folder.Path,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;

    static List<string> WholeLines(string path)
    {
        var text = File.ReadAllText(path);
        return [.. text[..(text.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }

    static string Asking(string line)
    {
        using var json = JsonDocument.Parse(line);
        return $"{json.RootElement.GetProperty("case")} {json.RootElement.GetProperty("configuration")} {json.RootElement.GetProperty("sample")}";
    }

    static string Text(string run, string name) => File.ReadAllText(Path.Combine(run, name)).Replace(Path.GetFileName(run), "RUN", StringComparison.Ordinal);
}
