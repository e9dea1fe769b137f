using System.Text.Json;
using LayerEvals.Faults;
using LayerEvals.Models.Vendors;
using Microsoft.Extensions.AI;

namespace LayerEvals.Models.Tests.Vendors;

public sealed class AnthropicTests
{
    [Fact]
    public async Task An_answer_comes_with_all_that_the_vendor_says_of_it()
    {
        await using var vendor = await Vendor.StartAsync(provider: "anthropic");

        var response = await vendor.AskAsync("How long?");

        response.ShouldSatisfyAllConditions(
            r => r.Text.ShouldBe("You asked: How long?"), r => r.ModelId.ShouldBe("claude-sonnet-4-20250514"), r => r.ResponseId.ShouldBe("msg_1"), r => r.FinishReason.ShouldBe(ChatFinishReason.Stop),
            r => r.Usage!.InputTokenCount.ShouldBe(60), r => r.Usage!.OutputTokenCount.ShouldBe(8), r => r.Usage!.CachedInputTokenCount.ShouldBe(32));
    }

    // The SDK's own client leaves temperature and top_p out.
    [Fact]
    public async Task Sampling_is_sent_as_written()
    {
        await using var vendor = await Vendor.StartAsync(provider: "anthropic");

        await vendor.AskAsync("How long?", new ChatOptions { ModelId = "claude-sonnet-4-20250514", Temperature = 0.25f, TopP = 0.5f, MaxOutputTokens = 77 });

        var sent = Sent(vendor);
        sent.GetProperty("temperature").GetDouble().ShouldBe(0.25);
        sent.GetProperty("top_p").GetDouble().ShouldBe(0.5);
        sent.GetProperty("max_tokens").GetInt32().ShouldBe(77);
        sent.GetProperty("messages").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task A_conversation_with_a_system_part_and_a_schema_is_sent()
    {
        await using var vendor = await Vendor.StartAsync(provider: "anthropic");
        var schema = JsonDocument.Parse("""{"type":"object","properties":{"days":{"type":"integer"}},"required":["days"],"additionalProperties":false}""").RootElement;

        await vendor.Client().GetResponseAsync(
            [new ChatMessage(ChatRole.System, "Be brief."), new ChatMessage(ChatRole.User, "The fee?"), new ChatMessage(ChatRole.Assistant, "It is 30."), new ChatMessage(ChatRole.User, "Is it not 40?")],
            new ChatOptions { ModelId = "claude-sonnet-4-20250514", Temperature = 0, ResponseFormat = ChatResponseFormat.ForJsonSchema(schema, "claim") }, TestContext.Current.CancellationToken);

        var sent = Sent(vendor);
        sent.GetProperty("system")[0].GetProperty("text").GetString().ShouldBe("Be brief.");
        sent.GetProperty("messages").EnumerateArray().Select(m => m.GetProperty("role").GetString()).ShouldBe(["user", "assistant", "user"]);
        sent.GetProperty("output_config").GetProperty("format").GetProperty("type").GetString().ShouldBe("json_schema");
    }

    [Fact]
    public async Task A_refusal_is_an_answer_that_the_filter_stopped()
    {
        await using var vendor = await Vendor.StartAsync(Fault.Refusal, provider: "anthropic");

        (await vendor.AskAsync("How do I cheat?")).FinishReason.ShouldBe(ChatFinishReason.ContentFilter);
    }

    [Fact]
    public void What_the_interface_does_not_have_is_refused_before_any_call()
    {
        var model = new ModelConfiguration { Name = "bump", Provider = "anthropic", Model = "claude-opus-4-6", Sampling = new Sampling { Seed = 1, ResponseFormat = "json" } };

        Should.Throw<ArgumentException>(() => VendorClients.For(model)).Message.ShouldStartWith("claude-opus-4-6 takes no `seed` and no `response-format: json` (take it out of `sampling`)");
    }

    static JsonElement Sent(Vendor vendor) => JsonDocument.Parse(vendor.Server.Counts.Seen.ShouldHaveSingleItem().Body).RootElement;
}
