using System.Text;
using LayerEvals.Answering;
using LayerEvals.GoldenSets;
using LayerEvals.Testing;
using Microsoft.Extensions.AI;

namespace LayerEvals.Tests.Answering;

/// <summary>Conversations with scripted tool results: each way in which a model may leave the script has an outcome of its own, and none hangs.</summary>
public sealed class ToolConversationTests
{
    static readonly GoldenTool Find = new("find_claim", "Finds a claim.", """{"type":"object","properties":{"id":{"type":"string"}}}""");
    static readonly GoldenTool Pay = new("pay", null, GoldenTool.NoParameters);

    static readonly GoldenTurn[] Script =
    [
        new("user", "Is HT-26 paid?"), new("assistant", null), new("tool", """{"find_claim":["{\"status\":\"paid\"}"]}"""), new("assistant", null), new("user", "Sure?"), new("assistant", null),
    ];

    [Fact]
    public async Task A_call_is_answered_with_its_scripted_result()
    {
        var model = Model([Call("find_claim", """{"id":"HT-26"}""")], [Text("It is paid.")], [Text("Yes.")]);

        var answer = await AskAsync(model);

        answer.ShouldSatisfyAllConditions(
            a => a.Text.ShouldBe("Yes."), a => a.Turns.ShouldBe(["", "It is paid.", "Yes."]), a => a.EndedEarly.ShouldBeNull(),
            a => a.ToolCalls.ShouldBe([new ToolCall("find_claim", """{"id":"HT-26"}""") { Turn = 1 }]));
        var sent = model.Asked.Last().Messages;
        sent.Select(m => m.Role.Value).ShouldBe(["user", "assistant", "tool", "assistant", "user"]);
        var call = sent[1].Contents.OfType<FunctionCallContent>().ShouldHaveSingleItem();
        var result = sent[2].Contents.OfType<FunctionResultContent>().ShouldHaveSingleItem();
        (result.CallId, result.Result).ShouldBe((call.CallId, """{"status":"paid"}"""));
    }

    [Fact]
    public async Task The_tools_of_a_case_are_declared_in_every_turn()
    {
        var model = Model([Call("find_claim", "{}")], [Text("It is paid.")], [Text("Yes.")]);

        await AskAsync(model);

        foreach (var (_, options) in model.Asked)
            options.ShouldNotBeNull().Tools.ShouldNotBeNull().OfType<AIFunctionDeclaration>().Select(t => (t.Name, t.Description, t.JsonSchema.GetRawText()))
                .ShouldBe([("find_claim", "Finds a claim.", Find.Parameters), ("pay", "", GoldenTool.NoParameters)]);
    }

    [Fact]
    public async Task A_case_without_tools_offers_none()
    {
        var model = ScriptedModel.Saying("30 days.");

        await AskAsync(model, [new("user", "How long?")], []);

        model.Asked.ShouldHaveSingleItem().Options.ShouldNotBeNull().Tools.ShouldBeNull();
    }

    // What the model does in the first turn, and what comes of it.
    static readonly (string Kind, GoldenTurn[] Messages, AIContent[][] Says)[] Ways =
    [
        ("another tool than scripted", Script, [[Call("pay", "{}")]]),
        ("a tool that nobody declared", Script, [[Call("delete_\u001b[31mall", "{}")]]),
        ("a second call beside the scripted one", Script, [[Call("find_claim", "{}", "1"), Call("pay", "{}", "2")]]),
        ("the same tool twice in a turn", Script, [[Call("find_claim", "{}", "1"), Call("find_claim", "{}", "2")]]),
        ("the same tool again in the next turn", Script, [[Call("find_claim", "{}")], [Call("find_claim", "{}")]]),
        ("broken arguments", Script, [[Call("find_claim", """{"id": HT""")]]),
        ("arguments with a name twice", Script, [[Call("find_claim", """{"id": 1, "id": 2}""")]]),
        ("arguments that are no object", Script, [[Call("find_claim", "[]")]]),
        ("no arguments at all", Script, [[Call("find_claim", "")], [Text("It is paid.")], [Text("Yes.")]]),
        ("text and a call", Script, [[Text("Let me see."), Call("find_claim", "{}")], [Text("It is paid.")], [Text("Yes.")]]),
        ("an answer without the call", Script, [[Text("It is paid, I think.")], [Text("Yes.")]]),
        ("nothing at all", Script, [[], [Text("Yes.")]]),
        ("calls without ids", Script, [[Call("find_claim", "{}", "")], [Text("It is paid.")], [Text("Yes.")]]),
        ("a call where no result follows", [new("user", "Is HT-26 paid?"), new("assistant", null), new("user", "Sure?")], [[Call("pay", "{}")]]),
        ("a call in the last turn", [new("user", "Pay HT-26.")], [[Call("pay", "{}")]]),
        ("two results of a tool, one call", [new("user", "Both?"), new("assistant", null), new("tool", """{"find_claim":["a","b"]}""")], [[Call("find_claim", "{}")], [Text("One.")]]),
        ("two results of a tool, two calls", [new("user", "Both?"), new("assistant", null), new("tool", """{"find_claim":["a","b"]}""")], [[Call("find_claim", "{}", "1"), Call("find_claim", "{}", "2")], [Text("Two.")]]),
        ("a client that runs its own tools", Script, [[Call("find_claim", "{}", "1"), new FunctionResultContent("1", "paid"), Text("It is paid.")], [Text("Yes.")]]),
    ];

    [Fact]
    public async Task Every_way_to_leave_the_script_has_an_outcome()
    {
        var said = new StringBuilder();
        foreach (var (kind, messages, says) in Ways)
        {
            var model = Model(says);
            var answer = await AskAsync(model, messages, [Find, Pay]);

            answer.Error.ShouldBeNull(kind);
            said.AppendLine($"# {kind}").AppendLine($"turns: {string.Join(" | ", answer.Turns.Count > 0 ? answer.Turns : [answer.Text])}")
                .AppendLine($"calls: {string.Join("; ", answer.ToolCalls.Select(c => $"{c.Turn}: {Printable.Line(c.Name)} {c.Arguments}"))}").AppendLine($"ended: {answer.EndedEarly ?? "at its end"}")
                .AppendLine($"last sent: {string.Join(" | ", model.Asked.Last().Messages.Select(Shown))}").AppendLine();
        }
        Approve.Text(said.ToString());
    }

    [Fact]
    public async Task Half_of_a_surrogate_pair_in_a_call_is_recorded_as_the_checks_see_it()
    {
        var answer = await AskAsync(Model([[Call("pay\uD800", "{\"a\": \"\uD800\"}")]]), [new("user", "Pay.")], [Pay]);

        answer.ToolCalls.ShouldBe([new ToolCall("pay\uFFFD", "{\"a\": \"\uFFFD\"}")]);
    }

    static string Shown(ChatMessage message) => $"{message.Role.Value}: {string.Join(" + ", message.Contents.Select(c => c switch
    {
        TextContent text => text.Text,
        FunctionCallContent call => $"call {call.CallId} {call.Name}",
        FunctionResultContent result => $"result {result.CallId} {result.Result}",
        _ => c.GetType().Name,
    }))}";

    static ScriptedModel Model(params AIContent[][] says)
    {
        var left = new Queue<AIContent[]>(says);
        return new ScriptedModel((_, _) => Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, [.. left.Dequeue()]))));
    }

    static TextContent Text(string text) => new(text);

    static FunctionCallContent Call(string name, string arguments, string id = "call-1") =>
        new(id, name) { AdditionalProperties = new AdditionalPropertiesDictionary { [ChatAttempt.WrittenArguments] = arguments } };

    static Task<Answer> AskAsync(ScriptedModel model, GoldenTurn[]? messages = null, GoldenTool[]? tools = null) =>
        new ChatAttempt(model, TimeSpan.FromSeconds(60), new HandMovedClock()).AskAsync(
            new Asking(new GoldenCase { Set = "set", Id = "case", Tools = tools ?? [Find, Pay] }, new ModelConfiguration { Name = "candidate", Provider = "code", Model = "vendor-1" }, 1, messages ?? Script), TestContext.Current.CancellationToken);
}
