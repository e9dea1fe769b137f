using System.Text;
using LayerEvals.Answering.Faults;
using LayerEvals.Diagnostics;
using LayerEvals.Planning;
using Microsoft.Extensions.AI;

namespace LayerEvals.Answering;

/// <summary>Asks an <see cref="IChatClient"/>, turn by turn, within a time limit for all of them.</summary>
internal sealed class ChatAttempt(IChatClient client, TimeSpan totalTimeout, TimeProvider time)
{
    /// <summary>How an <see cref="ErrorContent"/> says that its text is the vendor's field for refusals.</summary>
    public const string RefusalCode = "Refusal";

    /// <summary>Where a client keeps a tool call's arguments as the model wrote them, sound JSON or not.</summary>
    public const string WrittenArguments = "layerevals.arguments";

    public async Task<Answer> AskAsync(Asking asking, CancellationToken cancellation)
    {
        var started = time.GetTimestamp();
        var failures = new List<FailedAttempt>();
        using var limit = new CancellationTokenSource(totalTimeout, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellation, limit.Token);
        try
        {
            var answer = await ConverseAsync(new Conversation(asking, started, failures), both.Token);
            return answer with { LatencyMs = time.GetElapsedTime(started).TotalMilliseconds };
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            throw;
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            return Failed(new Conversation(asking, started, failures), $"no answer within {Numerals.Plain(totalTimeout.TotalSeconds)} s" + (failures.Count == 0 ? "" : $", {Numerals.Count(failures.Count, "attempt")} of which failed. The last: {failures[^1].Error}"));
        }
        catch (VendorFault fault)
        {
            return Failed(new Conversation(asking, started, failures), (failures.Count > 1 ? $"no answer after {Numerals.Count(failures.Count, "attempt")}. The last: " : "") + fault.Message);
        }
        // No error of this asking: the run ends.
        catch (StoppedException)
        {
            throw;
        }
        // The one catch-all: whatever a client throws is the error of this asking, never a result and never the end of the run.
        catch (Exception e)
        {
            // Some clients report a cancellation as an error of their own.
            cancellation.ThrowIfCancellationRequested();
            return Failed(new Conversation(asking, started, failures), $"{e.GetType().Name}: {Printable.Short(e.Message, 400)}");
        }
    }

    Answer Failed(Conversation conversation, string error) => Of(conversation) with
    {
        Error = error,
        Attempts = Math.Max(1, conversation.Failures.Count),
        LatencyMs = time.GetElapsedTime(conversation.Started).TotalMilliseconds,
    };

    async Task<Answer> ConverseAsync(Conversation conversation, CancellationToken cancellation)
    {
        var asking = conversation.Asking;
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
            last = await client.GetResponseAsync([.. sent], Options(conversation, texts.Count + 1, asked), cancellation).WaitAsync(cancellation);
            texts.Add(Sound(last.Text));
            sent.Add(Rendering.Message(turn, texts[^1]));
        }
        return Read(conversation, last!, texts); // at least one turn is asked
    }

    // Messages that do not end with an assistant turn to ask for are asked as a whole.
    static IEnumerable<GoldenTurn> WithLastAsked(IReadOnlyList<GoldenTurn> turns) =>
        turns is [.., { Role: "assistant", Text: null }] ? turns : turns.Append(new GoldenTurn("assistant", null));

    static Answer Read(Conversation conversation, ChatResponse response, List<string> texts) => Of(conversation) with
    {
        Text = texts[^1],
        Turns = texts.Count > 1 ? texts : [],
        ToolCalls = [.. response.Messages.SelectMany(m => m.Contents).OfType<FunctionCallContent>()
            .Select(call => new ToolCall(call.Name, Arguments(call)))],
        Refusal = response.Messages.SelectMany(m => m.Contents).OfType<ErrorContent>().FirstOrDefault(e => e.ErrorCode == RefusalCode) is { } refusal ? Sound(refusal.Message) : null,
        Model = response.ModelId,
        ResponseId = response.ResponseId,
        Fingerprint = response.AdditionalProperties?.TryGetValue("system_fingerprint", out var print) == true ? print?.ToString() : null,
        FinishReason = response.FinishReason?.Value,
        Usage = response.Usage is { } usage
            ? new TokenUsage(usage.InputTokenCount ?? 0, usage.OutputTokenCount ?? 0) { CachedInput = usage.CachedInputTokenCount ?? 0, Reasoning = usage.ReasoningTokenCount ?? 0 }
            : null,
        Attempts = conversation.Failures.Count + 1,
    };

    static string Arguments(FunctionCallContent call) =>
        call.AdditionalProperties?.GetValueOrDefault(WrittenArguments) as string ?? System.Text.Json.JsonSerializer.Serialize(call.Arguments ?? new Dictionary<string, object?>());

    static Answer Of(Conversation conversation) => new()
    {
        Case = conversation.Asking.Golden.Key,
        Configuration = conversation.Asking.Model.Name,
        Sample = conversation.Asking.Sample,
        Key = conversation.Asking.Key,
        Failures = conversation.Failures,
    };

    static AskedOptions Options(Conversation conversation, int turn, int turns)
    {
        var asking = conversation.Asking;
        var sampling = asking.Model.Sampling;
        return new AskedOptions(asking)
        {
            Started = conversation.Started,
            Failures = conversation.Failures,
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

    sealed record Conversation(Asking Asking, long Started, List<FailedAttempt> Failures);
}
