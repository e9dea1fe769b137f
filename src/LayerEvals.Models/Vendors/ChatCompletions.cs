using System.ClientModel;
using System.ClientModel.Primitives;
using Microsoft.Extensions.AI;
using OpenAI.Chat;
using AIMessage = Microsoft.Extensions.AI.ChatMessage;

namespace LayerEvals.Models.Vendors;

/// <summary>
/// An <see cref="IChatClient"/> over the OpenAI SDK's chat client. It sends and reads the JSON itself (the SDK's protocol method): the SDK's own types refuse what
/// compatible servers say beyond the specification, such as a finish reason of their own.
/// </summary>
internal sealed class ChatCompletions(ChatClient client, RequestRule rule) : IChatClient
{
#pragma warning disable OPENAI001 // Model and Endpoint are marked as experimental; nothing else says what the client was made for.
    readonly ChatClientMetadata metadata = new("openai", client.Endpoint, client.Model);
    readonly string model = client.Model;
#pragma warning restore OPENAI001

    public async Task<ChatResponse> GetResponseAsync(IEnumerable<AIMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        using var content = BinaryContent.Create(new BinaryData(ChatCompletionRequest.Write(model, [.. messages], options ?? new ChatOptions(), rule)));
        var result = await client.CompleteChatAsync(content, new RequestOptions { CancellationToken = cancellationToken });
        return ChatCompletionResponse.Read(result.GetRawResponse().Content.ToMemory());
    }

    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<AIMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("no eval streams");

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is not null ? null
        : serviceType == typeof(ChatClientMetadata) ? metadata
        : serviceType.IsInstanceOfType(client) ? client
        : serviceType.IsInstanceOfType(this) ? this
        : null;

    public void Dispose()
    {
    }
}
