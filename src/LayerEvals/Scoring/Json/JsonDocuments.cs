using System.Text;
using System.Text.Json;
using LayerEvals.Scoring.Checks;

namespace LayerEvals.Scoring.Json;

/// <summary>Parses JSON as strictly as any consumer may: no name twice in an object, no half of a surrogate pair.</summary>
internal static class JsonDocuments
{
    // Deeper than any answer that is meant; a hostile one costs neither stack nor time.
    public const int MaxDepth = 512;

    static readonly JsonDocumentOptions Strict = new() { MaxDepth = MaxDepth, AllowDuplicateProperties = false };
    static readonly JsonDocumentOptions Tolerant = new() { MaxDepth = MaxDepth };
    static readonly UTF8Encoding Exact = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text as UTF-8; null where it holds half of a surrogate pair.</summary>
    public static byte[]? Bytes(string text)
    {
        try
        {
            return Exact.GetBytes(text);
        }
        catch (EncoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>The document, or what is wrong with it.</summary>
    public static JsonParsed Parse(ReadOnlyMemory<byte> json)
    {
        try
        {
            return Sound(JsonDocument.Parse(json, Strict));
        }
        catch (InvalidOperationException)
        {
            // A name holds half of a surrogate pair: it could not be compared with the others.
            return new JsonParsed(null, HalfPair);
        }
        catch (JsonException e)
        {
            return new JsonParsed(null, IsJson(json) && DuplicateName.First(json.Span) is { } twice ? twice.ToString() : Syntax(e), e);
        }
    }

    public const string HalfPair = "a text in it holds half of a surrogate pair";

    static JsonParsed Sound(JsonDocument document)
    {
        if (JsonCheck.IsUnicode(document.RootElement)) return new JsonParsed(document, null);
        document.Dispose();
        return new JsonParsed(null, HalfPair);
    }

    static bool IsJson(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Tolerant);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    static string Syntax(JsonException e)
    {
        var reason = Printable.Short(e.Message.Split(" LineNumber:")[0].Split(" Change the reader options")[0].TrimEnd('.'));
        return e.LineNumber is { } line && e.BytePositionInLine is { } at ? $"{reason} (line {line + 1}, byte {at + 1})" : reason;
    }
}

/// <summary>A text parsed as JSON.</summary>
/// <param name="Document">The document; null where it is none.</param>
/// <param name="Fault">Why it is none.</param>
/// <param name="Error">What the parser said, with its line.</param>
internal sealed record JsonParsed(JsonDocument? Document, string? Fault, JsonException? Error = null);
