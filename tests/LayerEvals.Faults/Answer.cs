using System.Text.Json;

namespace LayerEvals.Faults;

/// <summary>The body of an answer in a vendor's shape.</summary>
internal static class Answer
{
    public const int InputTokens = 60;

    public const int OutputTokens = 8;

    public static string Of(Reply reply, string? text = null)
    {
        var words = JsonSerializer.Serialize(text ?? reply.Script.Answer(reply.Seen.Question));
        var model = reply.Fault == Fault.OtherModel ? $"{reply.Seen.Model}-next" : reply.Seen.Model;
        return reply.Shape == VendorShape.OpenAI ? OpenAI(reply, words, model) : Anthropic(reply, words, model);
    }

    static string OpenAI(Reply reply, string words, string model)
    {
        var calls = reply.Script.Calls(reply.Seen);
        var finish = reply.Fault == Fault.FilteredAnswer ? "content_filter" : calls.Count > 0 ? "tool_calls" : "stop";
        var print = reply.Fault == Fault.OtherFingerprint ? "fp_other" : "fp_44709d6fcb";
        var message = reply.Fault == Fault.Refusal ? $"\"content\":null,\"refusal\":\"I cannot help with that.\"" : calls.Count > 0 ? $"\"content\":null,\"tool_calls\":[{string.Join(',', calls.Select((c, i) => OpenAICall(c, i)))}]" : $"\"content\":{words},\"refusal\":null";
        return $$$"""
            {"id":"chatcmpl-{{{reply.Seen.Number}}}","object":"chat.completion","created":1788300000,"model":"{{{model}}}","system_fingerprint":"{{{print}}}",
            "choices":[{"index":0,"message":{"role":"assistant",{{{message}}}},"logprobs":null,"finish_reason":"{{{finish}}}"}],
            "usage":{"prompt_tokens":{{{InputTokens}}},"completion_tokens":{{{OutputTokens}}},"total_tokens":{{{InputTokens + OutputTokens}}},"prompt_tokens_details":{"cached_tokens":32},"completion_tokens_details":{"reasoning_tokens":5} } }
            """;
    }

    static string OpenAICall((string Name, string Arguments) call, int index) =>
        $$$"""{"id":"call_{{{index + 1}}}","type":"function","function":{"name":{{{JsonSerializer.Serialize(call.Name)}}},"arguments":{{{JsonSerializer.Serialize(call.Arguments)}}} } }""";

    static string Anthropic(Reply reply, string words, string model)
    {
        var calls = reply.Script.Calls(reply.Seen);
        var stop = reply.Fault is Fault.FilteredAnswer or Fault.Refusal ? "refusal" : calls.Count > 0 ? "tool_use" : "end_turn";
        var content = calls.Count == 0 ? $$"""{"type":"text","text":{{words}}}""" : string.Join(',', calls.Select((c, i) => $$$"""{"type":"tool_use","id":"toolu_{{{i + 1}}}","name":{{{JsonSerializer.Serialize(c.Name)}}},"input":{{{c.Arguments}}} }"""));
        return $$$"""
            {"id":"msg_{{{reply.Seen.Number}}}","type":"message","role":"assistant","model":"{{{model}}}","content":[{{{content}}}],"stop_reason":"{{{stop}}}","stop_sequence":null,
            "usage":{"input_tokens":{{{InputTokens - 32}}},"cache_read_input_tokens":32,"cache_creation_input_tokens":0,"output_tokens":{{{OutputTokens}}}}}
            """;
    }
}
