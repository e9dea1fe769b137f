using System.Diagnostics;
using LayerEvals.Answering.Faults;
using LayerEvals.Planning;
using Microsoft.Extensions.AI;

namespace LayerEvals.Answering.Telemetry;

/// <summary>Makes a span of each attempt, and measures it. Texts are in it only on request.</summary>
internal sealed class TracedClient(IChatClient inner, ModelConfiguration model, bool tellsMessages, TimeProvider time) : DelegatingChatClient(inner)
{
    // What every span and measurement of the configuration has.
    readonly KeyValuePair<string, object?>[] common =
    [
        new("gen_ai.operation.name", "chat"),
        new("gen_ai.provider.name", model.Provider == "azure-openai" ? "azure.ai.openai" : model.Provider),
        new("gen_ai.request.model", model.Model),
    ];

    public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        using var span = CallTelemetry.Source.StartActivity(ActivityKind.Client, tags: common, name: $"chat {model.Model}");
        if (span is not null) Asked(span, messages, options);
        var started = time.GetTimestamp();
        var tags = new TagList(common);
        try
        {
            var response = await base.GetResponseAsync(messages, options, cancellationToken);
            tags.Add("gen_ai.response.model", response.ModelId);
            if (span is not null) Answered(span, response);
            Count(response.Usage, tags);
            return response;
        }
        catch (Exception e)
        {
            var type = e is VendorFault fault ? fault.Kind.ToString() : e.GetType().Name;
            tags.Add("error.type", type);
            span?.SetTag("error.type", type).SetStatus(ActivityStatusCode.Error, e is VendorFault ? e.Message : type);
            throw;
        }
        finally
        {
            CallTelemetry.Duration.Record(time.GetElapsedTime(started).TotalSeconds, tags);
        }
    }

    void Asked(Activity span, IEnumerable<ChatMessage> messages, ChatOptions? options)
    {
        if (options?.Temperature is { } temperature) span.SetTag("gen_ai.request.temperature", temperature);
        if (options?.TopP is { } topP) span.SetTag("gen_ai.request.top_p", topP);
        if (options?.MaxOutputTokens is { } most) span.SetTag("gen_ai.request.max_tokens", most);
        if (options?.Seed is { } seed) span.SetTag("gen_ai.request.seed", seed);
        if (options?.ResponseFormat is ChatResponseFormatJson) span.SetTag("gen_ai.output.type", "json");
        if (tellsMessages) span.SetTag("gen_ai.input.messages", MessageJson.Of(messages));
        if (options is not AskedOptions { Asking: var asking } asked) return;
        span.SetTag("layerevals.case", asking.Golden.Key).SetTag("layerevals.configuration", asking.Model.Name).SetTag("layerevals.sample", asking.Sample)
            .SetTag("layerevals.layers", LayerSizes.LayersOf(asking.Golden).ToArray()).SetTag("layerevals.attempt", asked.Failures.Count + 1);
    }

    void Answered(Activity span, ChatResponse response)
    {
        span.SetTag("gen_ai.response.model", response.ModelId).SetTag("gen_ai.response.id", response.ResponseId);
        if (response.FinishReason is { } reason) span.SetTag("gen_ai.response.finish_reasons", new[] { reason.Value });
        if (response.Usage?.InputTokenCount is { } input) span.SetTag("gen_ai.usage.input_tokens", input);
        if (response.Usage?.OutputTokenCount is { } output) span.SetTag("gen_ai.usage.output_tokens", output);
        if (tellsMessages) span.SetTag("gen_ai.output.messages", MessageJson.Of(response.Messages));
    }

    static void Count(UsageDetails? usage, TagList tags)
    {
        if (usage?.InputTokenCount is { } input) CallTelemetry.Tokens.Record(input, [.. tags, new("gen_ai.token.type", "input")]);
        if (usage?.OutputTokenCount is { } output) CallTelemetry.Tokens.Record(output, [.. tags, new("gen_ai.token.type", "output")]);
    }
}
