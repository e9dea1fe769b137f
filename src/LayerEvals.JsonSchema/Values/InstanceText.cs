using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace LayerEvals.JsonSchema;

/// <summary>The characters of a JSON string or name, unescaped into a caller's buffer. Unlike <c>GetString</c> it takes any text, lone surrogates too, and allocates nothing.</summary>
internal ref struct InstanceText : IDisposable
{
    /// <summary>How many characters a caller's buffer should hold.</summary>
    public const int Usual = 256;

    char[]? _rented;

    InstanceText(ReadOnlySpan<byte> raw, Span<char> buffer)
    {
        // UTF-16 units are never more than the UTF-8 bytes.
        if (raw.Length > buffer.Length) buffer = _rented = ArrayPool<char>.Shared.Rent(raw.Length);
        Chars = buffer[..Unescape(raw, buffer)];
    }

    public ReadOnlySpan<char> Chars { get; }

    public static InstanceText Of(JsonElement text, Span<char> buffer) => new(Raw(text), buffer);

    /// <summary>The text whose bytes between the quotes are given.</summary>
    public static InstanceText Of(ReadOnlySpan<byte> raw, Span<char> buffer) => new(raw, buffer);

    public static InstanceText OfName(JsonProperty property, Span<char> buffer) => new(JsonMarshal.GetRawUtf8PropertyName(property), buffer);

    public static string NameOf(JsonProperty property)
    {
        using var name = OfName(property, stackalloc char[Usual]);
        return name.Chars.ToString();
    }

    public static string StringOf(JsonElement text)
    {
        using var chars = Of(text, stackalloc char[Usual]);
        return chars.Chars.ToString();
    }

    /// <summary>The bytes between the quotes, escapes as written.</summary>
    public static ReadOnlySpan<byte> Raw(JsonElement text) => JsonMarshal.GetRawUtf8Value(text)[1..^1];

    /// <summary>How many code points the text has.</summary>
    public static int CodePoints(JsonElement text)
    {
        var raw = Raw(text);
        if (!raw.Contains((byte)'\\') && Ascii.IsValid(raw)) return raw.Length;
        using var chars = Of(text, stackalloc char[Usual]);
        var count = chars.Chars.Length;
        for (var i = 1; i < chars.Chars.Length; i++)
        {
            if (char.IsSurrogatePair(chars.Chars[i - 1], chars.Chars[i])) count--;
        }
        return count;
    }

    public void Dispose()
    {
        if (_rented is null) return;
        ArrayPool<char>.Shared.Return(_rented);
        _rented = null;
    }

    static int Unescape(ReadOnlySpan<byte> raw, Span<char> into)
    {
        var written = 0;
        while (true)
        {
            var slash = raw.IndexOf((byte)'\\');
            written += Encoding.UTF8.GetChars(slash < 0 ? raw : raw[..slash], into[written..]);
            if (slash < 0) return written;
            var escape = raw[(slash + 1)..];
            into[written++] = Unescaped(escape);
            raw = escape[(escape[0] == 'u' ? 5 : 1)..];
        }
    }

    static char Unescaped(ReadOnlySpan<byte> escape) => (char)escape[0] switch
    {
        'b' => '\b',
        'f' => '\f',
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        'u' => (char)(Hex(escape[1]) << 12 | Hex(escape[2]) << 8 | Hex(escape[3]) << 4 | Hex(escape[4])),
        var itself => itself,
    };

    static int Hex(byte digit) => digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;
}
