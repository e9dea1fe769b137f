using System.Collections.Concurrent;
using Microsoft.Extensions.AI;

namespace LayerEvals.Tests.Answering;

/// <summary>A model that answers as a test says, and remembers what it was asked.</summary>
internal sealed class ScriptedModel(Func<IReadOnlyList<ChatMessage>, CancellationToken, Task<ChatResponse>> reply) : IChatClient
{
    public ConcurrentQueue<(IReadOnlyList<ChatMessage> Messages, ChatOptions? Options)> Asked { get; } = new();

    /// <summary>Answers each question by a text of its last message.</summary>
    public static ScriptedModel Saying(Func<string, string> reply) => new((messages, _) => Task.FromResult(Response(reply(messages[^1].Text))));

    /// <summary>Answers the first question with the first text, and so on.</summary>
    public static ScriptedModel Saying(params IEnumerable<string> texts)
    {
        var left = new ConcurrentQueue<string>(texts);
        return Saying(_ => left.TryDequeue(out var text) ? text : throw new InvalidOperationException("the script is at its end"));
    }

    public static ChatResponse Response(string text) => new(new ChatMessage(ChatRole.Assistant, text));

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        List<ChatMessage> sent = [.. messages];
        Asked.Enqueue((sent, options));
        return reply(sent, cancellationToken);
    }

    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }
}
