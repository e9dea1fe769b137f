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
        var finish = reply.Fault == Fault.FilteredAnswer ? "content_filter" : "stop";
        var print = reply.Fault == Fault.OtherFingerprint ? "fp_other" : "fp_44709d6fcb";
        var message = reply.Fault == Fault.Refusal ? $"\"content\":null,\"refusal\":\"I cannot help with that.\"" : $"\"content\":{words},\"refusal\":null";
        return $$$"""
            {"id":"chatcmpl-{{{reply.Seen.Number}}}","object":"chat.completion","created":1788300000,"model":"{{{model}}}","system_fingerprint":"{{{print}}}",
            "choices":[{"index":0,"message":{"role":"assistant",{{{message}}}},"logprobs":null,"finish_reason":"{{{finish}}}"}],
            "usage":{"prompt_tokens":{{{InputTokens}}},"completion_tokens":{{{OutputTokens}}},"total_tokens":{{{InputTokens + OutputTokens}}},"prompt_tokens_details":{"cached_tokens":32},"completion_tokens_details":{"reasoning_tokens":5} } }
            """;
    }

    static string Anthropic(Reply reply, string words, string model)
    {
        var stop = reply.Fault is Fault.FilteredAnswer or Fault.Refusal ? "refusal" : "end_turn";
        return $$$"""
            {"id":"msg_{{{reply.Seen.Number}}}","type":"message","role":"assistant","model":"{{{model}}}","content":[{"type":"text","text":{{{words}}}}],"stop_reason":"{{{stop}}}","stop_sequence":null,
            "usage":{"input_tokens":{{{InputTokens - 32}}},"cache_read_input_tokens":32,"cache_creation_input_tokens":0,"output_tokens":{{{OutputTokens}}}}}
            """;
    }
}
