using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace LayerEvals.Reporting.Page;

/// <summary>Every text of the page once, by number. What is in memory is a hash a text, not the text.</summary>
internal sealed class TextStore(PageBlocks blocks)
{
    readonly JsonChunks chunks = new(blocks, "texts");
    readonly Dictionary<UInt128, int> numbers = [];

    // The texts of one case, which are asked for again and again, by the object: that needs no hash.
    readonly Dictionary<string, int> ofCase = new(ReferenceEqualityComparer.Instance);

    public IReadOnlyList<int> Starts => chunks.Starts;

    /// <summary>The number of a text; equal texts have one.</summary>
    public int Add(string text)
    {
        if (ofCase.TryGetValue(text, out var known)) return known;
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(MemoryMarshal.AsBytes(text.AsSpan()), hash);
        var key = BinaryPrimitives.ReadUInt128LittleEndian(hash);
        if (!numbers.TryGetValue(key, out var number)) numbers[key] = number = chunks.Add(json => json.WriteStringValue(text));
        return ofCase[text] = number;
    }

    public void EndCase() => ofCase.Clear();

    /// <summary>To be called after the last text.</summary>
    public void End() => chunks.End();
}
