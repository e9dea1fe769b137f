using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace LayerEvals.Planning;

/// <summary>A hash of texts in order: 128 bits of SHA-256 as hex. Each text is preceded by its length, so that no two lists of texts run together.</summary>
internal static class ContentHash
{
    public static string Of(params IEnumerable<string?> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[4];
        foreach (var part in parts)
        {
            var bytes = part is null ? [] : Encoding.UTF8.GetBytes(part);
            BinaryPrimitives.WriteInt32LittleEndian(length, part is null ? -1 : bytes.Length);
            hash.AppendData(length);
            hash.AppendData(bytes);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 16));
    }
}
