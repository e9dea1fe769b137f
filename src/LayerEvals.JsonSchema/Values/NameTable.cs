using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace LayerEvals.JsonSchema;

/// <summary>Property names of a schema, numbered, and found by the bytes of a JSON text. A name that is written with escapes is found too, only later.</summary>
internal sealed class NameTable
{
    // Among so many, comparing with each is quicker than hashing.
    const int Few = 6;

    readonly string[] _names;
    readonly byte[][] _bytes;
    readonly Dictionary<string, int> _byText;
    readonly Dictionary<byte[], int>.AlternateLookup<ReadOnlySpan<byte>> _byBytes;

    public NameTable(IEnumerable<string> names)
    {
        _names = [.. names.Distinct(StringComparer.Ordinal)];
        _byText = _names.Select((n, i) => (n, i)).ToDictionary(p => p.n, p => p.i, StringComparer.Ordinal);
        _bytes = [.. _names.Select(n => IsWrittenPlainly(n) ? Encoding.UTF8.GetBytes(n) : [(byte)'\\'])];
        var byBytes = new Dictionary<byte[], int>(new ByBytes());
        for (var i = 0; i < _names.Length; i++)
        {
            if (IsWrittenPlainly(_names[i])) byBytes.Add(_bytes[i], i);
        }
        _byBytes = byBytes.GetAlternateLookup<ReadOnlySpan<byte>>();
    }

    /// <summary>The number of the property's name, or -1. Documents often keep the schema's order: <paramref name="expected"/> is tried first, and set to the number behind the one that was found.</summary>
    public int Find(JsonProperty property, ref int expected)
    {
        var raw = JsonMarshal.GetRawUtf8PropertyName(property);
        var found = (uint)expected < (uint)_bytes.Length && raw.SequenceEqual(_bytes[expected]) ? expected : FindAnywhere(raw);
        if (found >= 0) expected = found + 1;
        return found;
    }

    int FindAnywhere(ReadOnlySpan<byte> raw)
    {
        if (_bytes.Length <= Few)
        {
            for (var i = 0; i < _bytes.Length; i++)
            {
                if (raw.SequenceEqual(_bytes[i])) return i;
            }
        }
        else if (_byBytes.TryGetValue(raw, out var found)) return found;
        return raw.Contains((byte)'\\') ? FindEscaped(raw) : -1;
    }

    int FindEscaped(ReadOnlySpan<byte> raw)
    {
        using var name = InstanceText.Of(raw, stackalloc char[InstanceText.Usual]);
        return _byText.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name.Chars, out var number) ? number : -1;
    }

    // A backslash and a lone surrogate can only be written as escapes; a name with one never equals the bytes of a JSON text.
    static bool IsWrittenPlainly(string name) =>
        !name.Contains('\\', StringComparison.Ordinal) && Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(name)) == name;

    // Quick rather than even: the names are the schema's, so no instance chooses what collides.
    sealed class ByBytes : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
    {
        public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

        public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);

        public int GetHashCode(byte[] obj) => GetHashCode(obj.AsSpan());

        public int GetHashCode(ReadOnlySpan<byte> alternate) =>
            alternate.IsEmpty ? 0 : alternate.Length * 31 + alternate[0] * 131 + alternate[^1] * 8191 + alternate[alternate.Length / 2] * 524287;

        public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();
    }
}
