using System.Text.Json;

namespace LayerEvals.Scoring.Json;

/// <summary>
/// Finds the first complete object or list in a text. What stands inside a bracket that is no JSON is never taken: a part of a broken or cut answer is not the
/// answer. Linear in the length of the text.
/// </summary>
internal static class FirstValue
{
    /// <summary>Where it stands; null where there is none.</summary>
    public static Range? In(ReadOnlySpan<byte> text)
    {
        var from = 0;
        while (true)
        {
            var open = text[from..].IndexOfAny((byte)'{', (byte)'[');
            if (open < 0) return null;
            from += open;
            if (Length(text[from..]) is { } length) return from..(from + length);
            if (Extent(text[from..]) is not { } extent) return null;
            from += extent;
        }
    }

    // Null where what starts here is no complete JSON.
    static int? Length(ReadOnlySpan<byte> text)
    {
        try
        {
            var reader = new Utf8JsonReader(text, isFinalBlock: false, new JsonReaderState(new JsonReaderOptions { MaxDepth = JsonDocuments.MaxDepth }));
            while (reader.Read())
                if (reader.CurrentDepth == 0 && reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray) return (int)reader.BytesConsumed;
            return null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // How far the brackets reach that open here; null where they never close.
    static int? Extent(ReadOnlySpan<byte> text)
    {
        var depth = 0;
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case (byte)'{' or (byte)'[':
                    depth++;
                    break;
                case (byte)'}' or (byte)']' when --depth == 0:
                    return i + 1;
                case (byte)'"':
                    i = EndOfText(text, i);
                    break;
            }
        }
        return null;
    }

    static int EndOfText(ReadOnlySpan<byte> text, int quote)
    {
        for (var i = quote + 1; i < text.Length; i++)
        {
            if (text[i] == (byte)'\\') i++;
            else if (text[i] == (byte)'"') return i;
        }
        return text.Length;
    }
}
