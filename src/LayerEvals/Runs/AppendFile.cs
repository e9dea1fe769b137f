using System.Threading.Channels;
using Microsoft.Win32.SafeHandles;

namespace LayerEvals.Runs;

/// <summary>Where a line lies in a file.</summary>
internal readonly record struct Place(long Offset, int Length);

/// <summary>
/// A file that only grows. Lines from any thread go through one channel to one writer, which writes what has gathered in one go and hands it to the operating
/// system before anyone is told that it is written: a killed process loses nothing of it. With a clock it is also forced to the disk, by the second and at its end:
/// a machine that loses its power loses at most what was written in the second after the last time.
/// </summary>
internal sealed class AppendFile : IAsyncDisposable
{
    static readonly TimeSpan SyncEvery = TimeSpan.FromSeconds(1);

    readonly SafeFileHandle handle;
    readonly TimeProvider? syncs;
    readonly Channel<(byte[] Line, TaskCompletionSource<Place> Written)> lines = Channel.CreateUnbounded<(byte[], TaskCompletionSource<Place>)>(new UnboundedChannelOptions { SingleReader = true });
    readonly Task writer;
    long end;
    long synced;

    /// <param name="path">The file.</param>
    /// <param name="mode">How it is opened.</param>
    /// <param name="syncs">The clock by which it is forced to the disk; null for when the operating system likes.</param>
    public AppendFile(string path, FileMode mode, TimeProvider? syncs = null)
    {
        this.syncs = syncs;
        synced = syncs?.GetTimestamp() ?? 0;
        handle = File.OpenHandle(path, mode, FileAccess.ReadWrite, FileShare.Read);
        end = RandomAccess.GetLength(handle);
        writer = Task.Run(WriteAsync);
    }

    /// <summary>Appends a line, line break included. The task ends when the operating system has it.</summary>
    public Task<Place> AppendAsync(byte[] line)
    {
        var written = new TaskCompletionSource<Place>(TaskCreationOptions.RunContinuationsAsynchronously);
        if (!lines.Writer.TryWrite((line, written))) throw new ObjectDisposedException(nameof(AppendFile));
        return written.Task;
    }

    /// <summary>A line that was written.</summary>
    public byte[] Read(Place place)
    {
        var bytes = new byte[place.Length];
        var read = RandomAccess.Read(handle, bytes, place.Offset);
        return read == bytes.Length ? bytes : throw new EndOfStreamException($"a line of {place.Length} bytes ended after {read}");
    }

    public async ValueTask DisposeAsync()
    {
        lines.Writer.TryComplete();
        await writer;
        if (syncs is not null && !handle.IsClosed) RandomAccess.FlushToDisk(handle);
        handle.Dispose();
    }

    void Sync(TimeProvider time)
    {
        RandomAccess.FlushToDisk(handle);
        synced = time.GetTimestamp();
    }

    async Task WriteAsync()
    {
        var batch = new List<(byte[] Line, TaskCompletionSource<Place> Written)>();
        while (await lines.Reader.WaitToReadAsync())
        {
            batch.Clear();
            while (batch.Count < 1024 && lines.Reader.TryRead(out var line)) batch.Add(line);
            try
            {
                RandomAccess.Write(handle, [.. batch.Select(b => (ReadOnlyMemory<byte>)b.Line)], end);
                if (syncs?.GetElapsedTime(synced) >= SyncEvery) Sync(syncs);
            }
            catch (IOException e)
            {
                // A full disk: everyone who waits is told, and what was there before stays as it is.
                foreach (var (_, written) in batch) written.SetException(e);
                continue;
            }
            foreach (var (line, written) in batch)
            {
                written.SetResult(new Place(end, line.Length));
                end += line.Length;
            }
        }
    }
}
