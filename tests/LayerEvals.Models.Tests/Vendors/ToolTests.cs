using System.Text.Json;
using LayerEvals.Answering;
using LayerEvals.Faults;
using LayerEvals.GoldenSets;

namespace LayerEvals.Models.Tests.Vendors;

/// <summary>The tools of a case, sent to each vendor in its shape, and the conversation that goes on from a call.</summary>
public sealed class ToolTests
{
    static readonly GoldenTool Find = new("find_claim", "Finds a claim.", """{"type":"object","properties":{"id":{"type":"string"}},"required":["id"]}""");

    static readonly GoldenTurn[] Script = [new("user", "Is HT-26 paid?"), new("assistant", null), new("tool", """{"find_claim":["paid"]}"""), new("assistant", null), new("user", "Sure?")];

    public static TheoryData<string> Vendors => ["openai", "anthropic"];

    [Theory, MemberData(nameof(Vendors))]
    public async Task A_call_gets_its_result_and_the_conversation_goes_on(string provider)
    {
        await using var vendor = await StartAsync(provider, seen => seen.Number == 1 ? [("find_claim", """{"id":"HT-26"}""")] : []);

        var answer = await AskAsync(vendor, Script);

        answer.Error.ShouldBeNull();
        answer.EndedEarly.ShouldBeNull();
        answer.Turns.Count.ShouldBe(3);
        answer.Text.ShouldBe("You asked: Sure?");
        answer.ToolCalls.ShouldBe([new ToolCall("find_claim", """{"id":"HT-26"}""") { Turn = 1 }]);
        vendor.Server.Counts.Requests.ShouldBe(3);
    }

    [Fact]
    public async Task OpenAI_is_sent_functions_calls_and_results()
    {
        await using var vendor = await StartAsync("openai", seen => seen.Number == 1 ? [("find_claim", """{ "id":"HT-26"}""")] : []);

        await AskAsync(vendor, Script);

        var sent = Bodies(vendor);
        foreach (var body in sent)
            body.GetProperty("tools").GetRawText().ShouldBe("""[{"type":"function","function":{"name":"find_claim","description":"Finds a claim.","parameters":{"type":"object","properties":{"id":{"type":"string"}},"required":["id"]}}}]""");
        var messages = sent[1].GetProperty("messages");
        messages[1].GetProperty("tool_calls")[0].GetProperty("function").GetProperty("arguments").GetString().ShouldBe("""{ "id":"HT-26"}""");
        (messages[2].GetProperty("role").GetString(), messages[2].GetProperty("tool_call_id").GetString(), messages[2].GetProperty("content").GetString()).ShouldBe(("tool", "call_1", "paid"));
        sent[2].GetProperty("messages").GetArrayLength().ShouldBe(5);
    }

    [Fact]
    public async Task Anthropic_is_sent_tools_calls_and_results()
    {
        await using var vendor = await StartAsync("anthropic", seen => seen.Number == 1 ? [("find_claim", """{"id":"HT-26"}""")] : []);

        await AskAsync(vendor, Script);

        var sent = Bodies(vendor);
        foreach (var body in sent)
        {
            var tool = body.GetProperty("tools").EnumerateArray().ShouldHaveSingleItem();
            (tool.GetProperty("name").GetString(), tool.GetProperty("description").GetString()).ShouldBe(("find_claim", "Finds a claim."));
            tool.GetProperty("input_schema").GetProperty("required")[0].GetString().ShouldBe("id");
        }
        var messages = sent[1].GetProperty("messages");
        var call = messages[1].GetProperty("content").EnumerateArray().ShouldHaveSingleItem();
        (call.GetProperty("type").GetString(), call.GetProperty("id").GetString(), call.GetProperty("input").GetProperty("id").GetString()).ShouldBe(("tool_use", "toolu_1", "HT-26"));
        var result = messages[2].GetProperty("content").EnumerateArray().ShouldHaveSingleItem();
        (messages[2].GetProperty("role").GetString(), result.GetProperty("type").GetString(), result.GetProperty("tool_use_id").GetString()).ShouldBe(("user", "tool_result", "toolu_1"));
        result.GetProperty("content").ToString().ShouldContain("paid");
    }

    [Fact]
    public async Task Broken_arguments_end_the_conversation_and_are_kept()
    {
        await using var vendor = await StartAsync("openai", _ => [("find_claim", """{"id": HT""")]);

        var answer = await AskAsync(vendor, Script);

        answer.ToolCalls.ShouldBe([new ToolCall("find_claim", """{"id": HT""") { Turn = 1 }]);
        answer.EndedEarly.ShouldNotBeNull().ShouldContain("arguments that are no JSON object");
        vendor.Server.Counts.Requests.ShouldBe(1);
    }

    [Theory, MemberData(nameof(Vendors))]
    public async Task Several_turns_are_asked_one_after_another(string provider)
    {
        await using var vendor = await StartAsync(provider, _ => []);

        var answer = await AskAsync(vendor, [new("user", "How long?"), new("assistant", null), new("user", "Are you sure?"), new("assistant", null)]);

        answer.Turns.ShouldBe(["You asked: How long?", "You asked: Are you sure?"]);
        Bodies(vendor)[1].GetProperty("messages").EnumerateArray().Select(m => m.GetProperty("role").GetString()).ShouldBe(["user", "assistant", "user"]);
    }

    static async Task<Vendor> StartAsync(string provider, Func<Seen, IReadOnlyList<(string, string)>> calls)
    {
        var vendor = await Vendor.StartAsync(provider: provider);
        vendor.Server.Script = vendor.Server.Script with { Calls = calls };
        return vendor;
    }

    static Task<Answer> AskAsync(Vendor vendor, GoldenTurn[] messages)
    {
        var model = vendor.Configuration();
        return new ChatAttempt(vendor.Client(model), TimeSpan.FromSeconds(60), new StoppedTime()).AskAsync(
            new Asking(new GoldenCase { Set = "set", Id = "case", Tools = [Find] }, model, 1, messages), TestContext.Current.CancellationToken);
    }

    static List<JsonElement> Bodies(Vendor vendor) => [.. vendor.Server.Counts.Seen.Select(s => JsonDocument.Parse(s.Body).RootElement)];

    // Nothing here is measured.
    sealed class StoppedTime : TimeProvider
    {
        public override long GetTimestamp() => 0;
    }
}
