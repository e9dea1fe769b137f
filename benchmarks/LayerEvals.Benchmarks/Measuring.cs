using System.Diagnostics;
using LayerEvals.Planning;
using LayerEvals.Runs;
using Microsoft.Extensions.AI;

namespace LayerEvals.Benchmarks;

/// <summary>Measures one row in this process: the run as the tool makes it, then the same calls in a bare loop.</summary>
internal static class Measuring
{
    public static async Task<Measured> RunAsync(Row row, TimeProvider time, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("layerevals-benchmark-");
        try
        {
            var config = PlanFiles.Write(folder.FullName, row);
            var client = new TimedClient(TimeSpan.FromMilliseconds(row.LatencyMs), time);
            return await MeasureAsync(row, config, client, time, cancellation);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    static async Task<Measured> MeasureAsync(Row row, string config, TimedClient client, TimeProvider time, CancellationToken cancellation)
    {
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        var start = time.GetTimestamp();
        var plan = PlanReader.Read(new PlanRequest(config) { Clients = _ => client, Time = time });
        long asking, asked, end;
        await using (var run = Run.Open(plan, new RunOptions(time)))
        {
            asking = time.GetTimestamp();
            using var page = run.BeginPage(Rerun);
            await run.AskAllAsync(plan.AskingOrder(), cancellation);
            asked = time.GetTimestamp();
            Finishing.Finish(run, isComplete: true, Rerun, page);
        }
        end = time.GetTimestamp();
        process.Refresh();
        var worked = (process.TotalProcessorTime - before).TotalSeconds;
        var peak = process.PeakWorkingSet64 / 1e6;
        var first = row.IsRecorded ? asking : client.First;
        double? bare = row.IsRecorded ? null : await BareAsync(row, client, time, cancellation);
        return new Measured(Between(start, end), Between(asking, asked), Between(start, first), worked, peak, bare);

        double Between(long from, long to) => time.GetElapsedTime(from, to).TotalSeconds;
    }

    static string Rerun(GoldenCase golden) => $"layerevals run atlas-config.yaml --case {golden.Key}";

    // What nobody can beat: the calls alone, as many at a time.
    static async Task<double> BareAsync(Row row, TimedClient client, TimeProvider time, CancellationToken cancellation)
    {
        var start = time.GetTimestamp();
        using var free = new SemaphoreSlim(Row.InFlight);
        var calls = new List<Task>();
        for (var i = 0; i < 2 * row.Cases; i++)
        {
            await free.WaitAsync(cancellation);
            calls.Add(CallAsync(i / 2));
        }
        await Task.WhenAll(calls);
        return time.GetElapsedTime(start).TotalSeconds;

        async Task CallAsync(int number)
        {
            await client.GetResponseAsync([new ChatMessage(ChatRole.User, $"Question: What is the capital of land {number}?")], cancellationToken: cancellation);
            free.Release();
        }
    }
}
