using System.Globalization;
using LayerEvals.Comparing;
using LayerEvals.Configs;

namespace LayerEvals.Benchmarks;

/// <summary>How long the table of <c>layerevals power</c> takes: eight layers of so many cases and the whole, at several discordances.</summary>
internal static class PowerTiming
{
    public static void Write(TextWriter print, TimeProvider time)
    {
        // Compiled code is measured, as in the second table that anyone asks for.
        Measure(100, 0.05, time);
        print.WriteLine("| cases a layer | discordance | table |\n|---:|---:|---:|");
        foreach (var cases in new[] { 20, 100, 1_000, 10_000, 20_000, 100_000, 1_000_000 })
            foreach (var discordance in new[] { 0.02, 0.05, 0.20, 0.50 })
                print.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {cases:N0} | {discordance * 100:0} % | {Measure(cases, discordance, time).TotalMilliseconds:0} ms |"));
    }

    static TimeSpan Measure(int cases, double discordance, TimeProvider time)
    {
        var start = time.GetTimestamp();
        PowerTable.Of([.. Enumerable.Range(1, 8).Select(i => ($"layer-{i}", cases))], cases, (new Gate(), new PowerAssumption(discordance)));
        return time.GetElapsedTime(start);
    }
}
