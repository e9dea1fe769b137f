using Microsoft.Extensions.AI;

namespace LayerEvals.Benchmarks;

/// <summary>A model that repeats the number in the question, after a set time, and notes when it answered first.</summary>
internal sealed class TimedClient(TimeSpan latency, TimeProvider time) : IChatClient
{
    long first;

    /// <summary>The timestamp of the first answer; 0 before it.</summary>
    public long First => first;

    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        if (latency > TimeSpan.Zero) await Task.Delay(latency, time, cancellationToken);
        if (first == 0) Interlocked.CompareExchange(ref first, time.GetTimestamp(), 0);
        var question = messages.Last().Text;
        return new ChatResponse(new ChatMessage(ChatRole.Assistant, $"It is Town {question[(question.LastIndexOf(' ') + 1)..].TrimEnd('?')}."))
        {
            ModelId = "timed-1",
            FinishReason = ChatFinishReason.Stop,
            Usage = new UsageDetails { InputTokenCount = 60, OutputTokenCount = 8 },
        };
    }

    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("no eval streams");

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }
}
