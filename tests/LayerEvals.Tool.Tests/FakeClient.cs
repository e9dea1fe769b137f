using Microsoft.Extensions.AI;

namespace LayerEvals.Tool.Tests;

/// <summary>A model that answers what a test says.</summary>
internal sealed class FakeClient(Func<CancellationToken, Task<string>> answer) : IChatClient
{
    /// <summary>Who answers; null says nothing of it.</summary>
    public string? Model { get; init; }

    /// <summary>What each answer counts; null counts nothing.</summary>
    public int? OutputTokens { get; init; }

    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        new(new ChatMessage(ChatRole.Assistant, await answer(cancellationToken)))
        {
            ModelId = Model,
            Usage = OutputTokens is { } tokens ? new UsageDetails { InputTokenCount = 0, OutputTokenCount = tokens } : null,
        };

    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("no eval streams");

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }
}
