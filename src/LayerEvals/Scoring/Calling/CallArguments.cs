using System.Text.Json;
using LayerEvals.Scoring.Json;

namespace LayerEvals.Scoring.Calling;

/// <summary>Reads the arguments of a call as strictly as a tool may: one JSON object, no name twice.</summary>
internal static class CallArguments
{
    /// <summary>The arguments, or why there are none. Of a tool without parameters some servers say nothing, and mean <c>{}</c>.</summary>
    public static JsonParsed Read(string written)
    {
        if (string.IsNullOrWhiteSpace(written)) written = "{}";
        var parsed = JsonDocuments.Bytes(written) is { } bytes ? JsonDocuments.Parse(bytes) : new JsonParsed(null, JsonDocuments.HalfPair);
        if (parsed.Document is not { RootElement.ValueKind: not JsonValueKind.Object and var kind } document) return parsed;
        document.Dispose();
        return new JsonParsed(null, Word(kind));
    }

    /// <summary>Why the arguments of a call can be read by no tool; null where they can.</summary>
    public static string? Fault(ToolCall call)
    {
        var parsed = Read(call.Arguments);
        using (parsed.Document) return parsed.Fault;
    }

    static string Word(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "null",
        _ => "true or false",
    };
}
