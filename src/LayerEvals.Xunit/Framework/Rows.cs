using LayerEvals.Session;
using Xunit.v3;

namespace LayerEvals.Framework;

/// <summary>Runs rows in order of their start, at most <c>in-flight</c> at a time.</summary>
internal static class Rows
{
    /// <summary>The case of a row that was made at discovery; null for any other test.</summary>
    public static string? KeyOf(IXunitTestCase testCase) => testCase is XunitTestCase row ? KeyOf(row.TestMethodArguments) : null;

    public static string? KeyOf(object?[] arguments) => arguments is [GoldenCase golden, ..] ? golden.Key : null;

    public static async Task<RunSummary> RunAsync(IReadOnlyList<(string? Key, Func<ValueTask<RunSummary>> Run)> rows, string test, CancellationToken cancellation)
    {
        var session = EvalSession.Current;
        var limit = session?.Refused is null ? session?.Plan.Config.Limits.InFlight ?? 1 : 1;
        // A row that blocks its thread holds one of the pool: without as many threads as rows, 32 blocking rows took four times as long.
        ThreadPool.GetMinThreads(out var workers, out var ports);
        if (workers < limit + 4) ThreadPool.SetMinThreads(limit + 4, ports);

        using var slots = new SemaphoreSlim(limit);
        var total = new RunSummary();
        var sync = new Lock();
        var running = new List<Task>(rows.Count);
        foreach (var (key, run) in rows)
        {
            try
            {
                await slots.WaitAsync(cancellation);
            }
            catch (OperationCanceledException)
            {
                break;
            }
            running.Add(Task.Run(async () =>
            {
                try
                {
                    var summary = await run();
                    if (key is not null && summary.Failed + summary.Skipped > 0) session?.MarkCutShort(key, test);
                    lock (sync) total.Aggregate(summary);
                }
                finally
                {
                    slots.Release();
                }
            }, CancellationToken.None));
        }
        await Task.WhenAll(running);
        return total;
    }
}
