using LayerEvals.Answering;
using LayerEvals.Answering.Spending;

namespace LayerEvals.Tests.Answering.Spending;

public sealed class CostTests
{
    static readonly Price Price = new(2.50, 10) { CachedInput = 1.25, Reasoning = 20 };

    // 600 x 2.50 + 400 x 1.25 + 150 x 10 + 50 x 20 = 1500 + 500 + 1500 + 1000 millionths.
    [Fact]
    public void Cached_and_reasoning_tokens_by_hand() =>
        Cost.Of(Price, new TokenUsage(1000, 200) { CachedInput = 400, Reasoning = 50 }).ShouldBe(0.0045, 1e-15);

    [Fact]
    public void Tokens_without_a_price_of_their_own_cost_what_others_do() =>
        Cost.Of(new Price(2.50, 10), new TokenUsage(1000, 200) { CachedInput = 400, Reasoning = 50 }).ShouldBe(0.0045, 1e-15);

    [Fact]
    public void A_count_that_cannot_be_costs_no_less_than_nothing() =>
        Cost.Of(Price, new TokenUsage(10, 10) { CachedInput = 400, Reasoning = 400 }).ShouldBe((10 * 1.25 + 10 * 20) / 1e6, 1e-15);

    [Fact]
    public void What_was_replayed_or_not_asked_costs_nothing_and_what_the_vendor_did_not_count_costs_the_most()
    {
        var asking = Asking("How long?", most: 100);
        var answer = new Answer { Case = "set/case", Configuration = "m" };

        Cost.Of(asking, answer with { Recorded = new DateOnly(2026, 9, 1), Usage = new TokenUsage(1000, 1000) }).ShouldBe(0);
        Cost.Of(asking, answer with { Attempts = 0, Error = "not asked" }).ShouldBe(0);
        // 9 bytes and 8 for the message; reasoning tokens are the dearer ones.
        Cost.Of(asking, answer with { Error = "no answer within 60 s" }).ShouldBe((17 * 2.50 + 100 * 20) / 1e6, 1e-15);
    }

    [Theory]
    [InlineData("Wie lange dauert es?")]
    [InlineData("返金までどのくらいかかりますか")]
    [InlineData("👩‍👩‍👧‍👦")]
    public void The_most_is_at_least_a_token_for_each_byte(string text) =>
        Tokens.Most(Asking(text, most: 1)).Input.ShouldBeGreaterThan(System.Text.Encoding.UTF8.GetByteCount(text));

    // Three results may take three calls: each sends what came before it (4 and 8 bytes asked, 55 and 8 of results, 10 an answer), and the last says what came of it.
    [Fact]
    public void The_most_is_that_of_a_model_that_calls_for_each_scripted_result_by_itself()
    {
        var asking = Asking("Go!!", most: 10) with { Messages = [new("user", "Go!!"), new("assistant", null), new("tool", """{"find_claim":["first","second"],"pay_claim":["third"]}"""), new("assistant", null)] };

        Tokens.Most(asking).ShouldBe(new Tokens(12 + (12 + 10 + 63) + (12 + 20 + 63) + (12 + 30 + 63), 40));
        Tokens.Likely(asking.Model, asking.Messages, []).Output.ShouldBe(20);
    }

    internal static Asking Asking(string text, int? most, Price? price = null) =>
        new(new GoldenCase { Set = "set", Id = "case" }, new ModelConfiguration { Name = "m", Provider = "code", Model = "vendor-1", Price = price ?? Price, Sampling = new Sampling { MaxOutputTokens = most } }, 1, [new("user", text)]);
}
