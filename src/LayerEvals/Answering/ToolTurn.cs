using LayerEvals.Diagnostics;
using LayerEvals.GoldenSets;
using LayerEvals.Scoring.Calling;
using Microsoft.Extensions.AI;

namespace LayerEvals.Answering;

/// <summary>What the model called in a turn, and what a script answers.</summary>
/// <param name="Calls">All calls, as the record has them.</param>
/// <param name="Pending">Those that wait for a result: a client that runs its own tools has answered its calls.</param>
internal sealed record ToolTurn(IReadOnlyList<ToolCall> Calls, IReadOnlyList<(FunctionCallContent Content, ToolCall Call)> Pending)
{
    public static ToolTurn Of(ChatResponse response, Func<FunctionCallContent, ToolCall> read)
    {
        var contents = response.Messages.SelectMany(m => m.Contents).ToList();
        var answered = contents.OfType<FunctionResultContent>().Select(r => r.CallId).ToHashSet(StringComparer.Ordinal);
        var calls = contents.OfType<FunctionCallContent>().Select(c => (Content: c, Call: read(c))).ToList();
        return new ToolTurn(calls.ConvertAll(c => c.Call), calls.FindAll(c => !answered.Contains(c.Content.CallId)));
    }

    /// <summary>Whether something was called, and a script has a result for every call.</summary>
    public bool TakesOnly(GoldenCase golden, ToolScript script) => Pending.Count > 0 && WhyNot(golden, script) is null;

    /// <summary>The messages that go back to the model: its calls and their results. Or why there are none: a call that nothing is scripted for ends the conversation, whatever it was.</summary>
    /// <param name="golden">The case.</param>
    /// <param name="script">The results; null where the turn after is none of a tool.</param>
    /// <param name="response">What the model said.</param>
    public (IReadOnlyList<ChatMessage> Messages, string? Why) Answer(GoldenCase golden, ToolScript? script, ChatResponse response)
    {
        if (WhyNot(golden, script) is { } why) return ([], why);
        var results = new List<AIContent>();
        foreach (var (call, time) in Times()) results.Add(new FunctionResultContent(IdOf(results.Count), script!.Results[call.Name][time - 1])); // looked up just before
        return ([.. Told(response), new ChatMessage(ChatRole.Tool, results)], null);
    }

    string? WhyNot(GoldenCase golden, ToolScript? script) => Times().Select(c => WhyNot(golden, script, c.Call, c.Time)).FirstOrDefault(why => why is not null);

    // The calls that wait, and which of the tool's each is.
    IEnumerable<(ToolCall Call, int Time)> Times()
    {
        var times = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (_, call) in Pending) yield return (call, times[call.Name] = times.GetValueOrDefault(call.Name) + 1);
    }

    static string? WhyNot(GoldenCase golden, ToolScript? script, ToolCall call, int time)
    {
        var name = $"the model called `{Printable.Short(call.Name, 60)}`";
        if (golden.Tools.All(t => t.Name != call.Name)) return $"{name}, which the case does not declare";
        if (script is null) return $"{name}, and no `tool:` turn follows";
        var given = script.IsRest ? "left" : "scripted";
        if (!script.Results.TryGetValue(call.Name, out var scripted)) return $"{name}, and results are {given} for {string.Join(", ", script.Results.Keys.Select(n => $"`{Printable.Short(n, 60)}`"))} alone";
        if (time > scripted.Count) return $"{name} {Numerals.Count(time, "time")} in a turn, and {Numerals.Count(scripted.Count, "result")} {(scripted.Count == 1 ? "is" : "are")} {given}";
        return CallArguments.Fault(call) is { } fault ? $"{name} with arguments that are no JSON object: {fault}" : null;
    }

    // A server that numbers its calls badly, or not at all, is told of them by numbers of ours.
    bool AreNumbered => Pending.All(p => p.Content.CallId.Length > 0) && Pending.DistinctBy(p => p.Content.CallId, StringComparer.Ordinal).Count() == Pending.Count;

    string IdOf(int index) => AreNumbered ? Pending[index].Content.CallId : $"call_{index + 1}";

    IEnumerable<ChatMessage> Told(ChatResponse response)
    {
        if (AreNumbered) return response.Messages;
        var calls = Pending.Select((p, i) => new FunctionCallContent(IdOf(i), p.Content.Name, p.Content.Arguments) { AdditionalProperties = p.Content.AdditionalProperties });
        return [new ChatMessage(ChatRole.Assistant, [.. response.Text.Length > 0 ? [new TextContent(response.Text)] : Array.Empty<AIContent>(), .. calls])];
    }
}
