using System.Buffers;
using System.Text.Json;
using LayerEvals.Answering;
using Microsoft.Extensions.AI;

namespace LayerEvals.Models.Vendors;

/// <summary>The body of a request to <c>/chat/completions</c>. What an option leaves open is left out.</summary>
internal static class ChatCompletionRequest
{
    public static byte[] Write(string model, IReadOnlyList<ChatMessage> messages, ChatOptions options, RequestRule rule)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("model", model);
            json.WriteStartArray("messages");
            foreach (var message in messages) Write(json, message);
            json.WriteEndArray();
            WriteSampling(json, options, rule);
            WriteFormat(json, options.ResponseFormat);
            WriteTools(json, options);
            json.WriteEndObject();
        }
        return buffer.WrittenSpan.ToArray();
    }

    static void Write(Utf8JsonWriter json, ChatMessage message)
    {
        var results = message.Contents.OfType<FunctionResultContent>().ToList();
        foreach (var result in results)
        {
            json.WriteStartObject();
            json.WriteString("role", "tool");
            json.WriteString("tool_call_id", result.CallId);
            json.WriteString("content", result.Result as string ?? JsonSerializer.Serialize(result.Result));
            json.WriteEndObject();
        }
        if (results.Count > 0) return;

        var calls = message.Contents.OfType<FunctionCallContent>().ToList();
        json.WriteStartObject();
        json.WriteString("role", message.Role.Value);
        if (calls.Count == 0 || message.Text.Length > 0) json.WriteString("content", message.Text);
        if (calls.Count > 0)
        {
            json.WriteStartArray("tool_calls");
            foreach (var call in calls) Write(json, call);
            json.WriteEndArray();
        }
        json.WriteEndObject();
    }

    static void Write(Utf8JsonWriter json, FunctionCallContent call)
    {
        json.WriteStartObject();
        json.WriteString("id", call.CallId);
        json.WriteString("type", "function");
        json.WriteStartObject("function");
        json.WriteString("name", call.Name);
        // As the model wrote them, where they came from one.
        json.WriteString("arguments", call.AdditionalProperties?.GetValueOrDefault(ChatAttempt.WrittenArguments) as string ?? JsonSerializer.Serialize(call.Arguments ?? new Dictionary<string, object?>()));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    static void WriteSampling(Utf8JsonWriter json, ChatOptions options, RequestRule rule)
    {
        if (options.Temperature is { } temperature) json.WriteNumber("temperature", temperature);
        if (options.TopP is { } topP) json.WriteNumber("top_p", topP);
        if (options.MaxOutputTokens is { } most) json.WriteNumber(rule.MaxTokens, most);
        if (options.Seed is { } seed) json.WriteNumber("seed", seed);
        if (options.FrequencyPenalty is { } frequency) json.WriteNumber("frequency_penalty", frequency);
        if (options.PresencePenalty is { } presence) json.WriteNumber("presence_penalty", presence);
        if (options.StopSequences is { Count: > 0 } stops)
        {
            json.WriteStartArray("stop");
            foreach (var stop in stops) json.WriteStringValue(stop);
            json.WriteEndArray();
        }
    }

    static void WriteFormat(Utf8JsonWriter json, ChatResponseFormat? format)
    {
        if (format is not ChatResponseFormatJson asked) return;
        json.WriteStartObject("response_format");
        json.WriteString("type", asked.Schema is null ? "json_object" : "json_schema");
        if (asked.Schema is { } schema)
        {
            json.WriteStartObject("json_schema");
            json.WriteString("name", asked.SchemaName ?? "answer");
            if (asked.SchemaDescription is { } description) json.WriteString("description", description);
            json.WriteBoolean("strict", true);
            json.WritePropertyName("schema");
            schema.WriteTo(json);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    static void WriteTools(Utf8JsonWriter json, ChatOptions options)
    {
        var tools = options.Tools?.OfType<AIFunctionDeclaration>().ToList() ?? [];
        if (tools.Count == 0) return;
        json.WriteStartArray("tools");
        foreach (var tool in tools)
        {
            json.WriteStartObject();
            json.WriteString("type", "function");
            json.WriteStartObject("function");
            json.WriteString("name", tool.Name);
            if (tool.Description.Length > 0) json.WriteString("description", tool.Description);
            json.WritePropertyName("parameters");
            tool.JsonSchema.WriteTo(json);
            json.WriteEndObject();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        if (options.AllowMultipleToolCalls is { } several) json.WriteBoolean("parallel_tool_calls", several);
        WriteChoice(json, options.ToolMode);
    }

    static void WriteChoice(Utf8JsonWriter json, ChatToolMode? mode)
    {
        switch (mode)
        {
            case NoneChatToolMode:
                json.WriteString("tool_choice", "none");
                break;
            case RequiredChatToolMode { RequiredFunctionName: { } name }:
                json.WriteStartObject("tool_choice");
                json.WriteString("type", "function");
                json.WriteStartObject("function");
                json.WriteString("name", name);
                json.WriteEndObject();
                json.WriteEndObject();
                break;
            case RequiredChatToolMode:
                json.WriteString("tool_choice", "required");
                break;
        }
    }
}
