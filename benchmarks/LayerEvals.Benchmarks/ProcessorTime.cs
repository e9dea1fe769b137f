using System.Diagnostics;

namespace LayerEvals.Benchmarks;

/// <summary>Processor time: what a core does, however busy the machine is.</summary>
internal static class ProcessorTime
{
    /// <summary>The median of as many rounds of the same work, in seconds.</summary>
    public static double Median(int rounds, Action work) => Enumerable.Range(0, rounds).Select(_ => Of(work)).Order().ElementAt(rounds / 2);

    static double Of(Action work)
    {
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        work();
        process.Refresh();
        return (process.TotalProcessorTime - before).TotalSeconds;
    }
}
