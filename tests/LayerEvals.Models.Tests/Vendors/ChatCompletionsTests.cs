using System.Text.Json;
using LayerEvals.Answering;
using LayerEvals.Faults;
using LayerEvals.Models.Vendors;
using Microsoft.Extensions.AI;

namespace LayerEvals.Models.Tests.Vendors;

public sealed class ChatCompletionsTests
{
    static readonly RequestRule Rule = RequestRule.Of("openai", "gpt-4o-2024-08-06");

    [Fact]
    public async Task An_answer_comes_with_all_that_the_vendor_says_of_it()
    {
        await using var vendor = await Vendor.StartAsync();

        var response = await vendor.AskAsync("How long?");

        response.ShouldSatisfyAllConditions(
            r => r.Text.ShouldBe("You asked: How long?"), r => r.ModelId.ShouldBe("gpt-4o-2024-08-06"), r => r.ResponseId.ShouldBe("chatcmpl-1"), r => r.FinishReason.ShouldBe(ChatFinishReason.Stop),
            r => r.AdditionalProperties!["system_fingerprint"].ShouldBe("fp_44709d6fcb"), r => r.Usage!.InputTokenCount.ShouldBe(60), r => r.Usage!.OutputTokenCount.ShouldBe(8),
            r => r.Usage!.CachedInputTokenCount.ShouldBe(32), r => r.Usage!.ReasoningTokenCount.ShouldBe(5));
    }

    [Fact]
    public async Task The_key_authorises_the_request()
    {
        await using var vendor = await Vendor.StartAsync();

        await vendor.AskAsync("How long?");

        vendor.Server.Counts.Seen.ShouldHaveSingleItem().Key.ShouldBe(Vendor.PlantedKey);
    }

    [Fact]
    public async Task A_server_without_keys_is_sent_none()
    {
        await using var vendor = await Vendor.StartAsync();
        var model = vendor.Configuration() with { Provider = "openai-compatible", Access = new Access($"{vendor.Server.Address}/v1", null, new Dictionary<string, Secret>()) };

        await vendor.Client(model).GetResponseAsync([new ChatMessage(ChatRole.User, "How long?")], cancellationToken: TestContext.Current.CancellationToken);

        vendor.Server.Counts.Seen.ShouldHaveSingleItem().Key.ShouldBe("");
    }

    [Fact]
    public void A_conversation_is_sent_turn_by_turn() => Sent([
        new(ChatRole.System, "Be brief."), new(ChatRole.User, "The fee?"), new(ChatRole.Assistant, "It is 30."), new(ChatRole.User, "Is it not 40?"),
    ]).ShouldBe("""{"model":"m","messages":[{"role":"system","content":"Be brief."},{"role":"user","content":"The fee?"},{"role":"assistant","content":"It is 30."},{"role":"user","content":"Is it not 40?"}]}""");

    [Fact]
    public void Sampling_is_sent_as_written() => Sent(options: new ChatOptions { Temperature = 0.25f, TopP = 0.5f, MaxOutputTokens = 800, Seed = 7, StopSequences = ["END"] })
        .ShouldBe("""{"model":"m","messages":[],"temperature":0.25,"top_p":0.5,"max_completion_tokens":800,"seed":7,"stop":["END"]}""");

    [Fact]
    public void A_compatible_server_is_asked_in_the_older_word() => Sent(options: new ChatOptions { MaxOutputTokens = 800 }, rule: RequestRule.Of("openai-compatible", "llama"))
        .ShouldBe("""{"model":"m","messages":[],"max_tokens":800}""");

    [Fact]
    public void A_schema_is_offered_as_a_strict_one() => Sent(options: new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema(Json("""{"type":"object"}"""), "claim") })
        .ShouldBe("""{"model":"m","messages":[],"response_format":{"type":"json_schema","json_schema":{"name":"claim","strict":true,"schema":{"type":"object"}}}}""");

    [Fact]
    public void Json_without_a_schema_is_asked_for() => Sent(options: new ChatOptions { ResponseFormat = ChatResponseFormat.Json })
        .ShouldBe("""{"model":"m","messages":[],"response_format":{"type":"json_object"}}""");

    [Fact]
    public void Tools_are_offered() => Sent(options: new ChatOptions { Tools = [new FindTool()], ToolMode = ChatToolMode.RequireAny })
        .ShouldBe("""{"model":"m","messages":[],"tools":[{"type":"function","function":{"name":"find","description":"Finds a claim.","parameters":{"type":"object"}}}],"tool_choice":"required"}""");

    [Fact]
    public void A_tool_call_and_its_result_are_sent_back() => Sent([
        new(ChatRole.Assistant, [new FunctionCallContent("1", "find", new Dictionary<string, object?> { ["id"] = "C-4" })]), new(ChatRole.Tool, [new FunctionResultContent("1", "open")]),
    ]).ShouldBe("""{"model":"m","messages":[{"role":"assistant","tool_calls":[{"id":"1","type":"function","function":{"name":"find","arguments":"{\u0022id\u0022:\u0022C-4\u0022}"}}]},{"role":"tool","tool_call_id":"1","content":"open"}]}""");

    [Fact]
    public void Arguments_are_kept_as_the_model_wrote_them()
    {
        var response = Read("""{"choices":[{"message":{"content":null,"tool_calls":[{"id":"1","type":"function","function":{"name":"find","arguments":"{\"id\": C-4"}}]},"finish_reason":"tool_calls"}]}""");

        var call = response.Messages[0].Contents.OfType<FunctionCallContent>().ShouldHaveSingleItem();
        call.Name.ShouldBe("find");
        call.AdditionalProperties!["layerevals.arguments"].ShouldBe("""{"id": C-4""");
        response.FinishReason.ShouldBe(ChatFinishReason.ToolCalls);
    }

    [Fact]
    public void A_finish_reason_of_a_servers_own_is_kept() => Read("""{"choices":[{"message":{"content":"a"},"finish_reason":"eos"}]}""").FinishReason!.Value.Value.ShouldBe("eos");

    [Fact]
    public void Text_in_parts_is_one_text() => Read("""{"choices":[{"message":{"content":[{"type":"text","text":"30 "},{"type":"text","text":"days"}]}}]}""").Text.ShouldBe("30 days");

    [Fact]
    public async Task A_refusal_is_told_from_a_text()
    {
        await using var vendor = await Vendor.StartAsync(Fault.Refusal);

        var response = await vendor.AskAsync("How do I cheat?");

        response.Text.ShouldBe("");
        var refusal = response.Messages[0].Contents.OfType<ErrorContent>().ShouldHaveSingleItem();
        (refusal.ErrorCode, refusal.Message).ShouldBe(("Refusal", "I cannot help with that."));
    }

    [Fact]
    public async Task An_answer_that_the_filter_stopped_is_an_answer()
    {
        await using var vendor = await Vendor.StartAsync(Fault.FilteredAnswer);

        (await vendor.AskAsync("How long?")).FinishReason.ShouldBe(ChatFinishReason.ContentFilter);
    }

    [Fact]
    public async Task The_model_and_the_fingerprint_are_those_that_the_vendor_says()
    {
        await using var vendor = await Vendor.StartAsync(seen => seen.Number == 1 ? Fault.OtherModel : Fault.OtherFingerprint);

        (await vendor.AskAsync("1?")).ModelId.ShouldBe("gpt-4o-2024-08-06-next");
        (await vendor.AskAsync("2?")).AdditionalProperties!["system_fingerprint"].ShouldBe("fp_other");
    }

    [Fact]
    public async Task Ten_megabytes_are_an_answer()
    {
        await using var vendor = await Vendor.StartAsync(Fault.Huge);

        (await vendor.AskAsync("How long?")).Text.Length.ShouldBe(10_000_000);
    }

    [Fact]
    public void A_model_that_takes_no_temperature_is_refused_before_any_call()
    {
        var model = new ModelConfiguration { Name = "thinker", Provider = "openai", Model = "o3-2025-04-16", Sampling = new Sampling { Temperature = 0 } };

        Should.Throw<ArgumentException>(() => VendorClients.For(model)).Message.ShouldStartWith("o3-2025-04-16 takes no `temperature` (take it out of `sampling`)");
    }

    static string Sent(IReadOnlyList<ChatMessage>? messages = null, ChatOptions? options = null, RequestRule? rule = null) =>
        System.Text.Encoding.UTF8.GetString(ChatCompletionRequest.Write("m", messages ?? [], options ?? new ChatOptions(), rule ?? Rule));

    static ChatResponse Read(string body) => ChatCompletionResponse.Read(System.Text.Encoding.UTF8.GetBytes(body));

    static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;

    sealed class FindTool : AIFunctionDeclaration
    {
        public override string Name => "find";

        public override string Description => "Finds a claim.";

        public override JsonElement JsonSchema => Json("""{"type":"object"}""");
    }
}
