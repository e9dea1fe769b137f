using System.Buffers;
using System.Text.Json;

namespace LayerEvals.Reporting.Page;

/// <summary>A long list as several blocks, each a JSON array of some of its items: the page reads the one that it needs.</summary>
internal sealed class JsonChunks(PageBlocks blocks, string name)
{
    // Unpacked in a few milliseconds, and long enough to compress well.
    const int Length = 256 * 1024;

    readonly ArrayBufferWriter<byte> buffer = new(Length + Length / 4);
    readonly List<int> starts = [];
    Utf8JsonWriter? json;

    /// <summary>The number of the first item of each block.</summary>
    public IReadOnlyList<int> Starts => starts;

    public int Count { get; private set; }

    /// <summary>Adds an item and gives its number.</summary>
    public int Add(Action<Utf8JsonWriter> write)
    {
        if (json is null) Begin();
        write(json!); // Begin has made it.
        json!.Flush();
        if (buffer.WrittenCount > Length) End();
        return Count++;
    }

    void Begin()
    {
        starts.Add(Count);
        json = new Utf8JsonWriter(buffer, PageJson.Options);
        json.WriteStartArray();
    }

    /// <summary>Ends the block that is begun; to be called after the last item.</summary>
    public void End()
    {
        if (json is null) return;
        json.WriteEndArray();
        json.Dispose();
        json = null;
        blocks.Add($"{name}-{starts.Count - 1}", buffer.WrittenSpan);
        buffer.ResetWrittenCount();
    }
}
