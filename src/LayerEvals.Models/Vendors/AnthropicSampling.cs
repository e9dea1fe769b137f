using System.Text.Json;
using Anthropic.Models.Messages;
using Microsoft.Extensions.AI;

namespace LayerEvals.Models.Vendors;

/// <summary>
/// Sends <c>temperature</c> and <c>top_p</c> to Anthropic's models that take them. The SDK's own client leaves both out without a word, since its newest models refuse
/// them: a configuration would say one thing and the request another.
/// </summary>
internal sealed class AnthropicSampling(IChatClient inner) : DelegatingChatClient(inner)
{
    static readonly IReadOnlyDictionary<string, JsonElement> Nothing = new Dictionary<string, JsonElement>();

    public override Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        if (options is null || options.Temperature is null && options.TopP is null) return base.GetResponseAsync(messages, options, cancellationToken);
        var told = options.Clone();
        // The SDK adds messages, tools and the rest to what stands here. It sends the model and the token limit from here, and needs them.
        var body = new Dictionary<string, JsonElement>
        {
            ["model"] = JsonSerializer.SerializeToElement(options.ModelId),
            ["max_tokens"] = JsonSerializer.SerializeToElement(options.MaxOutputTokens ?? VendorClients.AnthropicMaxTokens),
            ["messages"] = JsonSerializer.SerializeToElement(Array.Empty<int>()),
        };
        if (options.Temperature is { } temperature) body["temperature"] = JsonSerializer.SerializeToElement(temperature);
        if (options.TopP is { } topP) body["top_p"] = JsonSerializer.SerializeToElement(topP);
        told.RawRepresentationFactory = _ => MessageCreateParams.FromRawUnchecked(Nothing, Nothing, body);
        return base.GetResponseAsync(messages, told, cancellationToken);
    }
}
