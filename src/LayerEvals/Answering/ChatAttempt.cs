using System.Text;
using LayerEvals.Diagnostics;
using LayerEvals.Planning;
using Microsoft.Extensions.AI;

namespace LayerEvals.Answering;

/// <summary>Asks an <see cref="IChatClient"/>, turn by turn, within a time limit.</summary>
internal sealed class ChatAttempt(IChatClient client, TimeSpan timeout, TimeProvider time)
{
    public async Task<Answer> AskAsync(Asking asking, CancellationToken cancellation)
    {
        var started = time.GetTimestamp();
        using var limit = new CancellationTokenSource(timeout, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellation, limit.Token);
        try
        {
            var answer = await ConverseAsync(asking, both.Token);
            return answer with { LatencyMs = time.GetElapsedTime(started).TotalMilliseconds };
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            throw;
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            return Failed(asking, started, $"no answer within {Numerals.Plain(timeout.TotalSeconds)} s");
        }
        // The one catch-all: whatever a client throws is the error of this asking, never a result and never the end of the run.
        catch (Exception e)
        {
            // Some clients report a cancellation as an error of their own.
            cancellation.ThrowIfCancellationRequested();
            return Failed(asking, started, $"{e.GetType().Name}: {Printable.Short(e.Message, 400)}");
        }
    }

    Answer Failed(Asking asking, long started, string error) => Of(asking) with
    {
        Error = error,
        LatencyMs = time.GetElapsedTime(started).TotalMilliseconds,
    };

    async Task<Answer> ConverseAsync(Asking asking, CancellationToken cancellation)
    {
        var sent = new List<ChatMessage>();
        var texts = new List<string>();
        ChatResponse? last = null;
        var turns = WithLastAsked(asking.Messages).ToList();
        var asked = turns.Count(t => t.Text is null);
        foreach (var turn in turns)
        {
            if (turn.Text is { } text)
            {
                sent.Add(Rendering.Message(turn, text));
                continue;
            }
            // A client that does not listen to its token ends at the limit all the same.
            last = await client.GetResponseAsync([.. sent], Options(asking, texts.Count + 1, asked), cancellation).WaitAsync(cancellation);
            texts.Add(Sound(last.Text));
            sent.Add(Rendering.Message(turn, texts[^1]));
        }
        return Read(asking, last!, texts);
    }

    // Messages that do not end with an assistant turn to ask for are asked as a whole.
    static IEnumerable<GoldenTurn> WithLastAsked(IReadOnlyList<GoldenTurn> turns) =>
        turns is [.., { Role: "assistant", Text: null }] ? turns : turns.Append(new GoldenTurn("assistant", null));

    static Answer Read(Asking asking, ChatResponse response, List<string> texts) => Of(asking) with
    {
        Text = texts[^1],
        Turns = texts.Count > 1 ? texts : [],
        ToolCalls = [.. response.Messages.SelectMany(m => m.Contents).OfType<FunctionCallContent>()
            .Select(call => new ToolCall(call.Name, System.Text.Json.JsonSerializer.Serialize(call.Arguments ?? new Dictionary<string, object?>())))],
        Model = response.ModelId,
        Fingerprint = response.AdditionalProperties?.TryGetValue("system_fingerprint", out var print) == true ? print?.ToString() : null,
        FinishReason = response.FinishReason?.Value,
        Usage = response.Usage is { } usage ? new TokenUsage(usage.InputTokenCount ?? 0, usage.OutputTokenCount ?? 0) { CachedInput = usage.CachedInputTokenCount ?? 0, Reasoning = usage.ReasoningTokenCount ?? 0 } : null,
    };

    static Answer Of(Asking asking) => new()
    {
        Case = asking.Golden.Key,
        Configuration = asking.Model.Name,
        Sample = asking.Sample,
        Key = asking.Key,
    };

    static ChatOptions Options(Asking asking, int turn, int turns)
    {
        var sampling = asking.Model.Sampling;
        return new ChatOptions
        {
            ModelId = asking.Model.Model,
            Temperature = (float?)sampling.Temperature,
            TopP = (float?)sampling.TopP,
            MaxOutputTokens = sampling.MaxOutputTokens,
            Seed = sampling.Seed + asking.Sample - 1,
            ResponseFormat = sampling.ResponseFormat == "json" ? ChatResponseFormat.Json
                : asking.Schema is { } schema && schema.IsFor(turn, isLast: turn == turns) ? schema.Format : null,
        };
    }

    // A lone surrogate cannot be written as UTF-8: it becomes U+FFFD here, once, so that the record and the checks see the same text.
    static string Sound(string text) => text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0 ? text : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
