using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace LayerEvals.Benchmarks;

/// <summary>Registered for <c>provider: code</c>.</summary>
public sealed class WaitingClients : IChatClients
{
    public IChatClient? For(ModelConfiguration model) => new WaitingClient();
}

/// <summary>A model that thinks for 50 ms and says yes.</summary>
internal sealed class WaitingClient : IChatClient
{
    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        await Task.Delay(50, cancellationToken);
        return new ChatResponse(new ChatMessage(ChatRole.Assistant, "yes"));
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await Task.CompletedTask;
        yield break;
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }
}
