using System.Text.Json;
using LayerEvals.Answering;
using LayerEvals.Answering.Faults;
using LayerEvals.Diagnostics;
using Microsoft.Extensions.AI;

namespace LayerEvals.Models.Vendors;

/// <summary>Reads the body of an answer of <c>/chat/completions</c>: as much as is there, and nothing that is not.</summary>
internal static class ChatCompletionResponse
{
    /// <exception cref="VendorFault">The body is no such answer.</exception>
    public static ChatResponse Read(ReadOnlyMemory<byte> body)
    {
        using var json = JsonDocument.Parse(body);
        var root = json.RootElement;
        // Gateways answer 200 and put the refusal of the vendor behind them into the body.
        if (Object(root, "error") is { } error) throw OfGateway(error);
        if (Array(root, "choices").FirstOrDefault() is not { ValueKind: JsonValueKind.Object } choice || Object(choice, "message") is not { } message)
            throw Unreadable("it has no `choices` with a `message`");
        return new ChatResponse(new ChatMessage(ChatRole.Assistant, Contents(message)))
        {
            ResponseId = Text(root, "id"),
            ModelId = Text(root, "model"),
            FinishReason = Text(choice, "finish_reason") is { Length: > 0 } reason ? new ChatFinishReason(reason) : null,
            Usage = Object(root, "usage") is { } usage ? Usage(usage) : null,
            AdditionalProperties = Text(root, "system_fingerprint") is { } print ? new AdditionalPropertiesDictionary { ["system_fingerprint"] = print } : null,
        };
    }

    static List<AIContent> Contents(JsonElement message)
    {
        var contents = new List<AIContent>();
        if (Text(message, "content") is { } text) contents.Add(new TextContent(text));
        foreach (var part in Array(message, "content"))
            if (Text(part, "text") is { } piece) contents.Add(new TextContent(piece));
        if (Text(message, "refusal") is { } refusal) contents.Add(new ErrorContent(refusal) { ErrorCode = ChatAttempt.RefusalCode });
        foreach (var call in Array(message, "tool_calls"))
            if (Object(call, "function") is { } function) contents.Add(Call(Text(call, "id") ?? "", function));
        return contents;
    }

    // The arguments as the model wrote them: what it got wrong in them is what a check wants to see.
    static FunctionCallContent Call(string id, JsonElement function)
    {
        var written = Text(function, "arguments") ?? "{}";
        return new FunctionCallContent(id, Text(function, "name") ?? "") { AdditionalProperties = new AdditionalPropertiesDictionary { [ChatAttempt.WrittenArguments] = written } };
    }

    static UsageDetails Usage(JsonElement usage) => new()
    {
        InputTokenCount = Number(usage, "prompt_tokens"),
        OutputTokenCount = Number(usage, "completion_tokens"),
        TotalTokenCount = Number(usage, "total_tokens"),
        CachedInputTokenCount = Object(usage, "prompt_tokens_details") is { } input ? Number(input, "cached_tokens") : null,
        ReasoningTokenCount = Object(usage, "completion_tokens_details") is { } output ? Number(output, "reasoning_tokens") : null,
    };

    static VendorFault OfGateway(JsonElement error)
    {
        var body = ErrorBody.Of(error);
        var status = error.TryGetProperty("code", out var code) && code.TryGetInt32(out var number) && number is >= 400 and < 600 ? number : 502;
        return ErrorResponse.Fault(status, body, new LimitHeaders(_ => null), Access.None);
    }

    static VendorFault Unreadable(string why) => new(FaultKind.Unreadable, FaultText.Of(FaultKind.Unreadable, why));

    static JsonElement? Object(JsonElement element, string name) => element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object ? value : null;

    static IEnumerable<JsonElement> Array(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object) : [];

    static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    static long? Number(JsonElement element, string name) => element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) ? number : null;
}
