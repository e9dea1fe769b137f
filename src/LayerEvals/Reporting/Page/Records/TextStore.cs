using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace LayerEvals.Reporting.Page;

/// <summary>Every text of the page once, by number. What is in memory is a hash a text, not the text.</summary>
internal sealed class TextStore(PageBlocks blocks) : IDisposable
{
    readonly JsonChunks chunks = new(blocks, "texts");
    readonly Dictionary<UInt128, int> numbers = [];

    public IReadOnlyList<int> Starts => chunks.Starts;

    /// <summary>The number of a text; equal texts have one.</summary>
    public int Add(string text)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(MemoryMarshal.AsBytes(text.AsSpan()), hash);
        var key = BinaryPrimitives.ReadUInt128LittleEndian(hash);
        if (!numbers.TryGetValue(key, out var number)) numbers[key] = number = chunks.Add(json => json.WriteStringValue(text));
        return number;
    }

    public void Dispose() => chunks.Dispose();
}
