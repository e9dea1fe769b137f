using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using LayerEvals.Answering.Faults;
using LayerEvals.Diagnostics;
using LayerEvals.GoldenSets;
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

    // Letters of every script as they are: the arguments are read by people too.
    static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

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
        var golden = conversation.Asking.Golden;
        var turns = WithLastAsked(conversation.Asking.Messages).ToList();
        var asked = turns.Count(t => t.Text is null);
        var sent = new List<ChatMessage>();
        var said = new Said([], [], []);
        ToolScript? left = null;
        ChatResponse? last = null;
        for (var i = 0; i < turns.Count && said.Why is null;)
        {
            if (turns[i].Text is { } text)
            {
                sent.Add(Rendering.Message(turns[i++], text));
                continue;
            }
            // A client that does not listen to its token ends at the limit all the same.
            last = await client.GetResponseAsync([.. sent], Options(conversation, said.Texts.Count + 1, asked), cancellation).WaitAsync(cancellation);
            var tools = ToolTurn.Of(last, call => new ToolCall(Sound(call.Name), Sound(Arguments(call))));
            // Whether a model calls for a turn's results together or one after the other is its own affair: the turn goes on, and the next is asked again.
            var goesOn = left is not null && tools.TakesOnly(golden, left);
            said.Add(Sound(last.Text), tools.Calls, goesOn, asked);
            said.Usages.Add(last.Usage);
            if (!goesOn && i == turns.Count - 1) break;
            if (tools.Pending.Count == 0)
            {
                left = null;
                sent.Add(Rendering.Message(turns[i], said.Texts[^1]));
                i = Answered(turns, i, said);
                continue;
            }
            var script = goesOn ? left : ToolScript.Of(left, turns[i + 1]);
            var (messages, why) = tools.Answer(golden, script, last);
            if (why is not null) said = said with { Why = $"the conversation ended at turn {said.Texts.Count} of {asked}: {why}" };
            sent.AddRange(messages);
            left = script?.After(tools.Pending.Select(p => p.Call.Name));
            if (!goesOn) i += 2;
        }
        return Read(conversation, last!, said); // at least one turn is asked
    }

    // Who answers without the call that a result is scripted for has answered: the text stands for the turn after the result, and the result is given to nobody.
    static int Answered(List<GoldenTurn> turns, int at, Said said)
    {
        while (at + 1 < turns.Count && turns[at + 1].Role == ToolScript.Role)
        {
            said.Texts.Add(said.Texts[^1]);
            at += 2;
        }
        return at + 1;
    }

    // Messages that do not end with an assistant turn to ask for are asked as a whole.
    static IEnumerable<GoldenTurn> WithLastAsked(IReadOnlyList<GoldenTurn> turns) =>
        turns is [.., { Role: "assistant", Text: null }] ? turns : turns.Append(new GoldenTurn("assistant", null));

    static Answer Read(Conversation conversation, ChatResponse response, Said said) => Of(conversation) with
    {
        Text = said.Texts[^1],
        Turns = said.Texts.Count > 1 ? said.Texts : [],
        ToolCalls = said.Calls,
        EndedEarly = said.Why,
        Refusal = response.Messages.SelectMany(m => m.Contents).OfType<ErrorContent>().FirstOrDefault(e => e.ErrorCode == RefusalCode) is { } refusal ? Sound(refusal.Message) : null,
        Model = response.ModelId,
        ResponseId = response.ResponseId,
        Fingerprint = response.AdditionalProperties?.TryGetValue("system_fingerprint", out var print) == true ? print?.ToString() : null,
        FinishReason = response.FinishReason?.Value,
        Usage = Together(said.Usages),
        Attempts = conversation.Failures.Count + 1,
    };

    // Of all turns: each was paid for. A turn that was not counted leaves the whole unknown.
    static TokenUsage? Together(List<UsageDetails?> turns)
    {
        var sum = new TokenUsage(0, 0);
        foreach (var turn in turns)
        {
            if (turn is not { } usage) return null;
            sum = new TokenUsage(sum.Input + (usage.InputTokenCount ?? 0), sum.Output + (usage.OutputTokenCount ?? 0))
            {
                CachedInput = sum.CachedInput + (usage.CachedInputTokenCount ?? 0),
                Reasoning = sum.Reasoning + (usage.ReasoningTokenCount ?? 0),
            };
        }
        return sum;
    }

    static string Arguments(FunctionCallContent call) =>
        call.AdditionalProperties?.GetValueOrDefault(WrittenArguments) as string ?? JsonSerializer.Serialize(call.Arguments ?? new Dictionary<string, object?>(), Plain);

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
            Tools = asking.Golden.Tools.Count == 0 ? null : [.. asking.Golden.Tools.Select(t => t.Declaration)],
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

    // What came so far, and why nothing more will.
    sealed record Said(List<string> Texts, List<ToolCall> Calls, List<UsageDetails?> Usages)
    {
        public string? Why { get; init; }

        public void Add(string text, IReadOnlyList<ToolCall> calls, bool goesOn, int asked)
        {
            if (!goesOn) Texts.Add(text);
            else if (text.Length > 0) Texts[^1] = Texts[^1].Length > 0 ? $"{Texts[^1]}\n{text}" : text;
            Calls.AddRange(calls.Select(c => c with { Turn = asked > 1 ? Texts.Count : null }));
        }
    }
}
