using System.Threading.Channels;
using LayerEvals.Runs;

namespace LayerEvals.Reporting.Page;

/// <summary>
/// Writes the cases of the page in the background as they are scored, so that little is left to do when the last answer has come. They are written in the order in
/// which they are asked, whatever is answered first: the same answers give the same bytes.
/// </summary>
internal sealed class PageUnderway : IDisposable
{
    // So many are worth a batch; fewer wait for the next ones. Small enough to keep a processor for some milliseconds only.
    const int Worth = 64;

    readonly Channel<CaseRecord> scored = Channel.CreateUnbounded<CaseRecord>(new UnboundedChannelOptions { SingleReader = true });
    readonly Queue<GoldenCase> order;
    readonly Dictionary<string, CaseRecord> early = new(StringComparer.Ordinal);
    readonly PageRecords records;
    readonly Task<PageRecords> writing;

    /// <param name="run">The run.</param>
    /// <param name="rerun">The command that runs one case again.</param>
    /// <param name="whileAsking">Whether answers are awaited meanwhile: then it keeps to one processor.</param>
    public PageUnderway(Run run, Func<GoldenCase, string> rerun, bool whileAsking)
    {
        order = new Queue<GoldenCase>(run.Plan.AskingOrder());
        records = new PageRecords(run, rerun) { Processors = whileAsking ? 1 : Environment.ProcessorCount };
        writing = Task.Run(WriteAsync);
    }

    /// <summary>A case that is scored for good.</summary>
    public void Add(CaseRecord record) => scored.Writer.TryWrite(record);

    /// <summary>Waits until all that were added are written; none can be added any more.</summary>
    public PageRecords End()
    {
        records.Processors = Environment.ProcessorCount;
        scored.Writer.TryComplete();
        return writing.GetAwaiter().GetResult();
    }

    /// <summary>Ends it, whatever else went wrong: its file is gone when this returns.</summary>
    public void Dispose()
    {
        scored.Writer.TryComplete();
        Task.WaitAny(writing);
        if (writing.IsCompletedSuccessfully) writing.Result.Dispose();
    }

    async Task<PageRecords> WriteAsync()
    {
        try
        {
            var ready = new List<CaseRecord>();
            while (await scored.Reader.WaitToReadAsync())
            {
                while (scored.Reader.TryRead(out var record)) early[record.Case.Key] = record;
                while (order.TryPeek(out var next) && early.Remove(next.Key, out var record))
                {
                    ready.Add(record);
                    order.Dequeue();
                }
                if (ready.Count < Worth) continue;
                records.Add(ready);
                ready.Clear();
            }
            // What was never asked leaves gaps, which nobody waits for any more.
            records.Add(ready.Concat(order.Select(golden => early.GetValueOrDefault(golden.Key)).OfType<CaseRecord>()));
            records.End();
            return records;
        }
        catch
        {
            records.Dispose();
            throw;
        }
    }
}
