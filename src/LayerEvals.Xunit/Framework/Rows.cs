using LayerEvals.Session;
using Xunit.v3;

namespace LayerEvals.Framework;

/// <summary>Runs rows in order of their start, at most <c>in-flight</c> of them at a time, all classes together.</summary>
internal static class Rows
{
    /// <summary>The case of a row that was made at discovery; null for any other test.</summary>
    public static string? KeyOf(IXunitTestCase testCase) => testCase is XunitTestCase row ? KeyOf(row.TestMethodArguments) : null;

    public static string? KeyOf(object?[] arguments) => arguments is [GoldenCase golden, ..] ? golden.Key : null;

    public static async Task<RunSummary> RunAsync(IReadOnlyList<(string? Key, Func<ValueTask<RunSummary>> Run)> rows, string test, CancellationToken cancellation)
    {
        var session = EvalSession.Current ?? throw new InvalidOperationException("expected to run under the test framework of LayerEvals");
        var limit = session.MostRows;
        // A row that blocks its thread holds one of the pool: without as many threads as rows, 32 blocking rows took four times as long.
        ThreadPool.GetMinThreads(out var workers, out var ports);
        if (workers < limit + 4) ThreadPool.SetMinThreads(limit + 4, ports);

        var total = new RunSummary();
        var sync = new Lock();
        var running = new List<Task>(rows.Count);
        foreach (var (key, run) in rows)
        {
            try
            {
                await session.Slots.WaitAsync(cancellation);
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
                    if (key is not null && summary.Failed + summary.Skipped > 0) session.MarkCutShort(key, test);
                    lock (sync) total.Aggregate(summary);
                }
                finally
                {
                    session.Slots.Release();
                }
            }, CancellationToken.None));
        }
        await Task.WhenAll(running);
        return total;
    }
}
