using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace LayerEvals.Planning;

/// <summary>A hash of texts in order: 128 bits of SHA-256 as hex. Each text is preceded by its length, so that no two lists of texts run together.</summary>
internal static class ContentHash
{
    public static string Of(params IEnumerable<string?> parts)
    {
        // One buffer and one call: a hash is made for every case and every asking.
        var buffer = new ArrayBufferWriter<byte>(1024);
        foreach (var part in parts)
        {
            var most = part is null ? 0 : Encoding.UTF8.GetMaxByteCount(part.Length);
            var room = buffer.GetSpan(4 + most);
            var length = part is null ? 0 : Encoding.UTF8.GetBytes(part, room[4..]);
            BinaryPrimitives.WriteInt32LittleEndian(room, part is null ? -1 : length);
            buffer.Advance(4 + length);
        }
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(buffer.WrittenSpan, hash);
        return Convert.ToHexStringLower(hash[..16]);
    }
}
