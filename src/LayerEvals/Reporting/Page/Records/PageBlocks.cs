using System.Buffers;
using System.Buffers.Text;
using System.IO.Compression;
using System.Text;

namespace LayerEvals.Reporting.Page;

/// <summary>
/// Writes data as script elements that no browser runs: as JSON where it is short, compressed where it is not. Blocks are compressed side by side and written in
/// the order in which they came.
/// </summary>
internal sealed class PageBlocks(Stream stream)
{
    // A reader of the source sees a small run as it is; above, compression pays.
    const int Longest = 16 * 1024;

    const int AtOnce = 16;

    readonly List<(string Id, byte[] Json)> waiting = [];

    /// <summary>How many processors compressing may take; with one, each block is written as it comes.</summary>
    public int Processors { get; set; } = Environment.ProcessorCount;

    public void Add(string id, ReadOnlySpan<byte> json)
    {
        waiting.Add((id, json.ToArray()));
        if (waiting.Count >= (Processors == 1 ? 1 : AtOnce)) Flush();
    }

    public void Flush()
    {
        var elements = new byte[waiting.Count][];
        Parallel.For(0, waiting.Count, new ParallelOptions { MaxDegreeOfParallelism = Processors }, i => elements[i] = Element(waiting[i].Id, waiting[i].Json));
        foreach (var element in elements) stream.Write(element);
        waiting.Clear();
    }

    // The JSON holds no `<`: it was written by PageJson.
    static byte[] Element(string id, byte[] json)
    {
        var isLong = json.Length > Longest;
        var text = isLong ? Base64(Compressed(json)) : json;
        return [.. Encoding.ASCII.GetBytes($"<script type=\"application/{(isLong ? "gzip" : "json")}\" id=\"{id}\">"), .. text, .. "</script>\n"u8];
    }

    static ReadOnlyMemory<byte> Compressed(byte[] json)
    {
        var compressed = new MemoryStream(json.Length / 4);
        using (var gzip = new GZipStream(compressed, CompressionLevel.Optimal, leaveOpen: true)) gzip.Write(json);
        return compressed.GetBuffer().AsMemory(0, (int)compressed.Length);
    }

    static byte[] Base64(ReadOnlyMemory<byte> bytes)
    {
        var text = new byte[Base64Length(bytes.Length)];
        var status = System.Buffers.Text.Base64.EncodeToUtf8(bytes.Span, text, out _, out var written);
        return status == OperationStatus.Done && written == text.Length ? text : throw new InvalidOperationException($"expected {text.Length} letters of base64, found {written}");
    }

    static int Base64Length(int bytes) => System.Buffers.Text.Base64.GetMaxEncodedToUtf8Length(bytes);
}
