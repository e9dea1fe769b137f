using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using LayerEvals.Planning;
using LayerEvals.Runs;

namespace LayerEvals.Benchmarks;

/// <summary>Measures runs over HTTP on loopback: what they cost beside a bare loop, and how they live with a rate limit.</summary>
internal static class VendorTiming
{
    const int Cases = 10_000;
    const int LatencyMs = 50;
    const int LimitedCases = 600;
    const int MostInTenSeconds = 60;

    public static async Task<string> OfAsync(TimeProvider time, CancellationToken cancellation)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"""
            # Runs over HTTP

            `dotnet run -c Release --project benchmarks/LayerEvals.Benchmarks -- vendors` wrote this file: {RuntimeInformation.FrameworkDescription}, {Environment.ProcessorCount} processors, {RuntimeInformation.ProcessArchitecture}.

            The vendor is a process of its own on the same processors, over plain HTTP on loopback; a call takes {LatencyMs} ms. The bare loop sends the same number of requests with a plain
            `HttpClient` under a semaphore of {Row.InFlight}, to the same server, in the same process after the run, and reads the bodies.

            | cases x 2 | asking and scoring | whole run | bare loop | bare loop / asking | processor time of the run | of the server meanwhile |
            |---:|---:|---:|---:|---:|---:|---:|

            """);
        using (var server = await VendorServer.StartAsync(LatencyMs))
        {
            var (asking, whole, worked, served) = await RunAsync(server, Cases, "{in-flight: 32}", time, cancellation);
            var bare = await BareAsync(server.Address, time, cancellation);
            text.Append(CultureInfo.InvariantCulture, $"| {Cases:N0} | {asking:0.00} s | {whole:0.00} s | {bare:0.00} s | {bare / asking:0.000} | {worked:0.00} s | {served:0.00} s |\n");
        }
        text.Append(CultureInfo.InvariantCulture, $"""

            The next server lets {MostInTenSeconds} requests in within ten seconds, in windows that begin with a request, and refuses the rest with 429. The best possible run sends {MostInTenSeconds} at once at the
            beginning of each window.

            | requests | the limit is known from | run | best possible | refused |
            |---:|---|---:|---:|---:|

            """);
        await LimitedAsync(text, saysLimits: true, "the headers of the responses", "{in-flight: 32}", time, cancellation);
        await LimitedAsync(text, saysLimits: false, "`requests-per-minute: 360`", "{in-flight: 32, requests-per-minute: 360}", time, cancellation);
        return text.ToString();
    }

    static async Task LimitedAsync(StringBuilder text, bool saysLimits, string known, string limits, TimeProvider time, CancellationToken cancellation)
    {
        using var server = await VendorServer.StartAsync(LatencyMs, MostInTenSeconds, saysLimits);
        var (asking, _, _, _) = await RunAsync(server, LimitedCases, limits, time, cancellation);
        var best = (2.0 * LimitedCases / MostInTenSeconds - 1) * 10 + LatencyMs / 1000.0;
        var refused = await server.EndAsync();
        text.Append(CultureInfo.InvariantCulture, $"| {2 * LimitedCases:N0} | {known} | {asking:0.0} s | {best:0.0} s | {refused} ({100.0 * refused / (2 * LimitedCases + refused):0.0} %) |\n");
    }

    static async Task<(double Asking, double Whole, double Worked, double Served)> RunAsync(VendorServer server, int cases, string limits, TimeProvider time, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("layerevals-benchmark-");
        try
        {
            var config = PlanFiles.Write(folder.FullName, new Row(cases));
            // One deployment: both sides share what it allows.
            await File.WriteAllTextAsync(config, $$"""
                name: atlas
                golden: [atlas.yaml]
                baseline: a
                candidate: b
                models:
                  a: {provider: openai-compatible, endpoint: "${VENDOR_ADDRESS}/v1", model: timed-1, prompts: prompts/a}
                  b: {provider: openai-compatible, endpoint: "${VENDOR_ADDRESS}/v1", model: timed-1, prompts: prompts/b}
                limits: {{limits}}
                output: evals
                """, cancellation);
            using var process = Process.GetCurrentProcess();
            var (before, servedBefore, start) = (process.TotalProcessorTime, server.ProcessorSeconds, time.GetTimestamp());
            var plan = PlanReader.Read(new PlanRequest(config) { Clients = ModelClients.For, Environment = _ => server.Address, Time = time });
            double asking;
            await using (var run = Run.Open(plan, new RunOptions(time)))
            {
                var begun = time.GetTimestamp();
                using var page = run.BeginPage(Rerun);
                if (!await run.AskAllAsync(plan.AskingOrder(), cancellation)) throw new InvalidOperationException(run.Stopped);
                asking = time.GetElapsedTime(begun).TotalSeconds;
                Finishing.Finish(run, isComplete: true, Rerun, page);
            }
            process.Refresh();
            return (asking, time.GetElapsedTime(start).TotalSeconds, (process.TotalProcessorTime - before).TotalSeconds, server.ProcessorSeconds - servedBefore);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    static string Rerun(GoldenCase golden) => $"layerevals run atlas-config.yaml --case {golden.Key}";

    static async Task<double> BareAsync(string address, TimeProvider time, CancellationToken cancellation)
    {
        using var client = new HttpClient();
        using var free = new SemaphoreSlim(Row.InFlight);
        var start = time.GetTimestamp();
        var calls = new List<Task>();
        for (var i = 0; i < 2 * Cases; i++)
        {
            await free.WaitAsync(cancellation);
            calls.Add(CallAsync(i));
        }
        await Task.WhenAll(calls);
        return time.GetElapsedTime(start).TotalSeconds;

        async Task CallAsync(int number)
        {
            var body = $$"""{"model":"timed-1","messages":[{"role":"system","content":"You answer questions about the atlas in one short sentence, in the manner a."},{"role":"user","content":"Question: What is the capital of land {{number}}?"}]}""";
            using var content = new StringContent(body, Encoding.UTF8, "application/json");
            using var response = await client.PostAsync(new Uri($"{address}/v1/chat/completions"), content, cancellation);
            await response.Content.ReadAsStringAsync(cancellation);
            free.Release();
        }
    }
}
