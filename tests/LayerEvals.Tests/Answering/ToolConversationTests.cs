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

    // Two tools, and two results of one, in a turn; then another turn.
    static readonly GoldenTurn[] Wide =
    [
        new("user", "Are HT-26 and HT-27 paid?"), new("assistant", null), new("tool", """{"find_claim":["26","27"],"pay":["done"]}"""), new("assistant", null), new("user", "Sure?"), new("assistant", null),
    ];

    static readonly GoldenTurn[] OneAfterTheOther =
    [
        new("user", "Is HT-26 paid?"), new("assistant", null), new("tool", """{"find_claim":["26","27"]}"""), new("assistant", null), new("tool", """{"pay":["done"],"find_claim":["28"]}"""), new("assistant", null),
    ];

    static readonly (string Kind, GoldenTurn[] Messages, AIContent[][] Says)[] WaysOfOneTurn =
    [
        ("all at once", Wide, [[Call("find_claim", "{}", "1"), Call("find_claim", "{}", "2"), Call("pay", "{}", "3")], [Text("Both.")], [Text("Yes.")]]),
        ("one by one", Wide, [[Call("find_claim", "{}", "1")], [Call("find_claim", "{}", "2")], [Call("pay", "{}", "3")], [Text("Both.")], [Text("Yes.")]]),
        ("one by one, in another order", Wide, [[Call("pay", "{}", "1")], [Call("find_claim", "{}", "2")], [Call("find_claim", "{}", "3")], [Text("Both.")], [Text("Yes.")]]),
        ("with words between", Wide, [[Text("The first."), Call("find_claim", "{}", "1")], [Text("And the second."), Call("find_claim", "{}", "2")], [Text("Both.")], [Text("Yes.")]]),
        ("more than there are", Wide, [[Call("find_claim", "{}", "1")], [Call("find_claim", "{}", "2"), Call("find_claim", "{}", "3")]]),
        ("once more than there are", Wide, [[Call("find_claim", "{}", "1"), Call("find_claim", "{}", "2")], [Call("find_claim", "{}", "3")]]),
        ("broken arguments for what is left", Wide, [[Call("find_claim", "{}", "1")], [Call("pay", "[]", "2")]]),
        ("what is left, and a tool that nobody declared", Wide, [[Call("find_claim", "{}", "1")], [Call("pay", "{}", "2"), Call("delete", "{}", "3")]]),
        ("what is left, after an answer", Wide, [[Call("find_claim", "{}", "1")], [Text("One.")], [Call("pay", "{}", "2")]]),
        ("two turns at once", OneAfterTheOther, [[Call("find_claim", "{}", "1"), Call("pay", "{}", "2")]]),
        ("what is left, and a result of the next turn", OneAfterTheOther, [[Call("find_claim", "{}", "1")], [Call("find_claim", "{}", "2"), Call("pay", "{}", "3")], [Call("find_claim", "{}", "4")], [Text("28.")]]),
        ("the next turn's before what is left", OneAfterTheOther, [[Call("find_claim", "{}", "1")], [Call("pay", "{}", "2")], [Call("find_claim", "{}", "3")], [Call("find_claim", "{}", "4")], [Call("find_claim", "{}", "5")]]),
    ];

    [Fact]
    public Task Every_way_to_leave_the_script_has_an_outcome() => ApproveAsync(Ways);

    [Fact]
    public Task Results_of_one_turn_may_be_called_for_together_or_one_after_the_other() => ApproveAsync(WaysOfOneTurn);

    [Fact]
    public async Task Checks_see_the_same_whether_a_turn_s_calls_come_together_or_not()
    {
        var together = await AskAsync(Model([Call("find_claim", "{}", "1"), Call("find_claim", "{}", "2"), Call("pay", "{}", "3")], [Text("Both.")], [Text("Yes.")]), Wide);
        var split = await AskAsync(Model([Call("find_claim", "{}", "1")], [Call("find_claim", "{}", "2"), Call("pay", "{}", "3")], [Text("Both.")], [Text("Yes.")]), Wide);

        split.ToolCalls.ShouldBe(together.ToolCalls);
        split.ToolCalls.ShouldAllBe(c => c.Turn == 1);
        split.Turns.ShouldBe(together.Turns);
        split.EndedEarly.ShouldBeNull();
    }

    [Fact]
    public async Task Tokens_are_those_of_all_turns_and_unknown_where_one_was_not_counted()
    {
        (await AskAsync(Counted(1, 10, 100), Wide)).Usage.ShouldBe(new TokenUsage(111, 222) { CachedInput = 333, Reasoning = 444 });
        (await AskAsync(Counted(1, null, 100), Wide)).Usage.ShouldBeNull();

        static ScriptedModel Counted(params int?[] tokens)
        {
            var left = new Queue<int?>(tokens);
            return new ScriptedModel((_, _) => Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, [left.Count == 3 ? Call("pay", "{}") : Text("Yes.")]))
            {
                Usage = left.Dequeue() is { } n ? new UsageDetails { InputTokenCount = n, OutputTokenCount = 2 * n, CachedInputTokenCount = 3 * n, ReasoningTokenCount = 4 * n } : null,
            }));
        }
    }

    static async Task ApproveAsync((string Kind, GoldenTurn[] Messages, AIContent[][] Says)[] ways, [System.Runtime.CompilerServices.CallerMemberName] string name = "")
    {
        var said = new StringBuilder();
        foreach (var (kind, messages, says) in ways)
        {
            var model = Model(says);
            var answer = await AskAsync(model, messages, [Find, Pay]);

            answer.Error.ShouldBeNull(kind);
            said.AppendLine($"# {kind}").AppendLine($"turns: {string.Join(" | ", answer.Turns.Count > 0 ? answer.Turns : [answer.Text])}")
                .AppendLine($"calls: {string.Join("; ", answer.ToolCalls.Select(c => $"{c.Turn}: {Printable.Line(c.Name)} {c.Arguments}"))}").AppendLine($"ended: {answer.EndedEarly ?? "at its end"}")
                .AppendLine($"last sent: {string.Join(" | ", model.Asked.Last().Messages.Select(Shown))}").AppendLine();
        }
        Approve.Text(said.ToString(), name);
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
