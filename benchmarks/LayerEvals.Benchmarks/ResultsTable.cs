using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace LayerEvals.Benchmarks;

/// <summary>Writes what was measured as Markdown.</summary>
internal static class ResultsTable
{
    public static string Of(IReadOnlyList<(Row Row, Measured Measured)> results)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"""
            # What the harness costs

            `dotnet run -c Release --project benchmarks/LayerEvals.Benchmarks` wrote this file: {RuntimeInformation.FrameworkDescription}, {Environment.ProcessorCount} processors, {RuntimeInformation.ProcessArchitecture}.

            Each row is a process of its own that makes a whole run of two configurations, {Row.InFlight} calls in flight: it reads the plan, asks, records every answer before it
            counts, scores four checks a case, compares, and writes scores and reports. The bare loop makes the same calls in the same process, under a semaphore of the same
            width, and does nothing with the answers. A call that answers at once leaves only the harness to measure; the ratio means something where a call takes time.
            Processor time is what a run costs however busy the machine is.

            | cases x 2 | answered | whole run | asking and scoring | cases a second | to the first answer | processor time | peak memory | bare loop | whole run / bare loop |
            |---:|---|---:|---:|---:|---:|---:|---:|---:|---:|

            """);
        foreach (var (row, measured) in results)
        {
            var bare = measured.BareSeconds is { } seconds ? $"{Seconds(seconds)} | {(row.LatencyMs == 0 ? "-" : string.Create(CultureInfo.InvariantCulture, $"{measured.Seconds / seconds:0.000}"))}" : "- | -";
            text.Append(CultureInfo.InvariantCulture, $"| {row.Cases:N0} | {row.Answered} | {Seconds(measured.Seconds)} | {Seconds(measured.Asking)} | {row.Cases / measured.Seconds:N0} | {(row.IsRecorded ? "-" : Seconds(measured.ToFirstAnswer))} | {Seconds(measured.ProcessorSeconds)} | {measured.PeakMegabytes:N0} MB | {bare} |\n");
        }
        return text.ToString();
    }

    static string Seconds(double seconds) => string.Create(CultureInfo.InvariantCulture, $"{seconds:0.00} s");
}
