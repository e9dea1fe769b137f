using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace LayerEvals.Nested;

/// <summary>What the models of one execution answer, and what they were asked.</summary>
internal sealed class ScriptedModels(Func<string, string, CancellationToken, Task<string>> answer)
{
    static readonly AsyncLocal<ScriptedModels?> Flowing = new();
    readonly ConcurrentQueue<(string Model, string Question)> asked = new();
    int inFlight;
    int mostInFlight;

    public static ScriptedModels? Here
    {
        get => Flowing.Value;
        set => Flowing.Value = value;
    }

    public IReadOnlyCollection<(string Model, string Question)> Asked => asked;

    public int MostInFlight => mostInFlight;

    /// <summary>Says yes, and the first calls end only when so many are in flight: with fewer at the same time a run would never end.</summary>
    public static Func<string, string, CancellationToken, Task<string>> HeldUntil(int inFlight)
    {
        var open = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var missing = inFlight;
        return async (_, _, cancellation) =>
        {
            if (Interlocked.Decrement(ref missing) == 0) open.SetResult();
            await open.Task.WaitAsync(cancellation);
            return "yes";
        };
    }

    /// <summary>Says yes so many times, and after that nothing until it is cancelled: a run that stops in the middle stops there however fast it is.</summary>
    public static Func<string, string, CancellationToken, Task<string>> SilentAfter(int answers)
    {
        var left = answers;
        return async (_, _, cancellation) =>
        {
            if (Interlocked.Decrement(ref left) < 0) await Task.Delay(Timeout.Infinite, cancellation);
            return "yes";
        };
    }

    public async Task<string> AnswerAsync(string model, string question, CancellationToken cancellation)
    {
        asked.Enqueue((model, question));
        var now = Interlocked.Increment(ref inFlight);
        for (var most = mostInFlight; now > most; most = mostInFlight) Interlocked.CompareExchange(ref mostInFlight, now, most);
        try
        {
            return await answer(model, question, cancellation);
        }
        finally
        {
            Interlocked.Decrement(ref inFlight);
        }
    }
}

/// <summary>The clients of this test project: what <c>[ChatClients]</c> names.</summary>
internal sealed class ScriptedClients : IChatClients
{
    public ScriptedClients()
    {
    }

    public IChatClient? For(ModelConfiguration model) => model.Provider == "code" && ScriptedModels.Here is { } models ? new ScriptedClient(models, model.Name) : null;
}

internal sealed class ScriptedClient(ScriptedModels models, string name) : IChatClient
{
    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        new(new ChatMessage(ChatRole.Assistant, await models.AnswerAsync(name, messages.Last().Text, cancellationToken)));

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
