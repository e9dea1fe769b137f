using System.Diagnostics;
using System.Globalization;
using LayerEvals.Faults;

namespace LayerEvals.Benchmarks;

/// <summary>A vendor on loopback in a process of its own, so that its processor time is not the run's.</summary>
internal sealed class VendorServer : IDisposable
{
    public const string Command = "vendor-server";

    readonly Process process;

    VendorServer(Process process, string address) => (this.process, Address) = (process, address);

    public string Address { get; }

    /// <summary>Processor seconds of the server so far.</summary>
    public double ProcessorSeconds
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime.TotalSeconds;
        }
    }

    /// <param name="latencyMs">How long an answer takes.</param>
    /// <param name="mostInTenSeconds">Requests that are let in within ten seconds; 0 for any number.</param>
    /// <param name="saysLimits">Whether it says what is left of them.</param>
    public static async Task<VendorServer> StartAsync(int latencyMs, int mostInTenSeconds = 0, bool saysLimits = false)
    {
        var child = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [Command, $"{latencyMs}", $"{mostInTenSeconds}", $"{saysLimits}"])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!; // not a shell's: it starts or throws
        return new VendorServer(child, await child.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("the server did not start"));
    }

    /// <summary>Serves until its input is closed, and then says how many requests it refused.</summary>
    public static async Task ServeAsync(IReadOnlyList<string> settings, TimeProvider time)
    {
        var most = int.Parse(settings[1], CultureInfo.InvariantCulture);
        await using var server = await FaultServer.StartAsync(time, new FaultScript
        {
            Answer = question => $"It is Town {question[(question.LastIndexOf(' ') + 1)..].TrimEnd('?')}.",
            Latency = TimeSpan.FromMilliseconds(int.Parse(settings[0], CultureInfo.InvariantCulture)),
            MostInWindow = most == 0 ? null : most,
            SaysLimits = bool.Parse(settings[2]),
            RetryAfter = TimeSpan.FromSeconds(10),
        });
        Console.WriteLine(server.Address);
        await Console.In.ReadToEndAsync();
        Console.WriteLine(server.Counts.Of(Fault.TooManyWithSeconds));
    }

    /// <summary>Ends it and gives how many requests it refused.</summary>
    public async Task<int> EndAsync()
    {
        process.StandardInput.Close();
        return int.Parse(await process.StandardOutput.ReadToEndAsync(), CultureInfo.InvariantCulture);
    }

    public void Dispose()
    {
        if (!process.HasExited) process.Kill();
        process.Dispose();
    }
}
