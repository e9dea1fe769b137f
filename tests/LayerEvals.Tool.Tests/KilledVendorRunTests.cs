using System.Diagnostics;
using LayerEvals.Faults;
using LayerEvals.Testing;

namespace LayerEvals.Tool.Tests;

public sealed class KilledVendorRunTests
{
    const int Cases = 2000;
    const int Kills = 30;
    const int Seed = 20260901;

    // What a vendor refuses with a word on when to come again, so that the waits are short by the system's clock too; so many attempts that none is given up.
    static readonly Fault[] Refusals = [Fault.TooManyWithMilliseconds, Fault.ServerError, Fault.Unavailable, Fault.Overloaded, Fault.RequestTimeout, Fault.Conflict];

    [Fact]
    public async Task Killed_at_thirty_moments_a_run_asks_for_no_recorded_answer_again_loses_none_and_ends_as_if_it_had_not_been_killed()
    {
        using var folder = new TempFolder();
        VendorDesk.Write(folder, Cases, "{in-flight: 32, attempts: 20}");
        await using var server = await ServerAsync();
        var random = new Random(Seed);
        var moments = Enumerable.Range(0, Kills).Select(_ => random.Next(1, 2 * Cases * 5 / 4)).Order().ToList();
        var recorded = new HashSet<string>(StringComparer.Ordinal);

        foreach (var moment in moments)
        {
            await KillAsync(folder, server, moment);
            var run = Directory.GetDirectories(folder.At("killed")).ShouldHaveSingleItem($"seed {Seed}, request {moment}");
            var known = VendorDesk.Answers(run).Select(a => a.Asking).ToHashSet(StringComparer.Ordinal);
            known.IsSupersetOf(recorded).ShouldBeTrue($"an answer was lost: seed {Seed}, request {moment}");
            recorded = known;
        }
        await EndAsync(folder, server, "killed", recorded);
        await using var calm = await ServerAsync();
        await EndAsync(folder, calm, "whole", []);

        var (killed, whole) = (Run(folder, "killed"), Run(folder, "whole"));
        VendorDesk.Answers(killed).CountBy(a => a.Asking).ShouldAllBe(asking => asking.Value == 1);
        foreach (var name in new[] { "comparison.json", "scores.jsonl" }) Text(killed, name).ShouldBe(Text(whole, name), $"seed {Seed}");
    }

    // Killed when the server has seen so many requests, all processes together; what is recorded by then must not be asked for.
    static async Task KillAsync(TempFolder folder, FaultServer server, int moment)
    {
        var recorded = Directory.Exists(folder.At("killed")) ? VendorDesk.Answers(Run(folder, "killed")).Select(a => a.Asking).ToHashSet(StringComparer.Ordinal) : [];
        var before = server.Counts.Seen.Count;
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var script = server.Script;
        server.Script = script with
        {
            Fault = seen =>
            {
                if (seen.Number >= Math.Max(moment, before + 1)) reached.TrySetResult();
                return script.Fault(seen);
            },
        };
        using var process = Start(folder, server, "killed");
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await Task.WhenAny(reached.Task, process.WaitForExitAsync(TestContext.Current.CancellationToken));
        process.Kill();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        server.Script = script;
        reached.Task.IsCompleted.ShouldBeTrue($"the run ended by itself: {await output}{await errors}");
        ShouldNotAskAgain(server, before, recorded);
    }

    static async Task EndAsync(TempFolder folder, FaultServer server, string output, HashSet<string> recorded)
    {
        var before = server.Counts.Seen.Count;
        using var process = Start(folder, server, output);
        var print = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        process.ExitCode.ShouldBe((int)ExitCode.Pass, await print + await errors);
        ShouldNotAskAgain(server, before, recorded);
    }

    static void ShouldNotAskAgain(FaultServer server, int before, HashSet<string> recorded) =>
        server.Counts.Seen.Skip(before).Select(VendorDesk.Asking).Where(recorded.Contains).ShouldBeEmpty($"seed {Seed}");

    static Task<FaultServer> ServerAsync() => FaultServer.StartAsync(new QuickClock(1), new FaultScript
    {
        Fault = FaultScript.Share(0.2, Seed, Refusals),
        Answer = VendorDesk.Town,
        RetryAfter = TimeSpan.FromMilliseconds(5),
        SaysWhen = true,
    });

    static Process Start(TempFolder folder, FaultServer server, string output)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", Tool, "run", VendorDesk.Config, "--output", output])
        {
            UseShellExecute = false,
            WorkingDirectory = folder.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var variables = VendorDesk.Variables(server.Address);
        foreach (var name in new[] { "VENDOR_ADDRESS", "VENDOR_KEY", "VENDOR_HEADER" }) start.Environment[name] = variables(name);
        return Process.Start(start)!; // not a shell's: it starts or throws
    }

    // The tool's own output: beside these tests lies what a process with ASP.NET Core needs, which the tool is not.
    static string Tool => Repository.File("src", "LayerEvals.Tool", "bin", new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, "net10.0", "LayerEvals.Tool.dll"); // bin/CONFIGURATION/net10.0

    static string Run(TempFolder folder, string output) => Directory.GetDirectories(folder.At(output)).ShouldHaveSingleItem();

    static string Text(string run, string name) => File.ReadAllText(Path.Combine(run, name)).Replace(Path.GetFileName(run), "RUN", StringComparison.Ordinal);
}
