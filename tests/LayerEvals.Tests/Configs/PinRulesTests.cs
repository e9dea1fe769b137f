using LayerEvals.Configs.Pins;

namespace LayerEvals.Tests.Configs;

public sealed class PinRulesTests
{
    [Theory]
    [InlineData("openai", "gpt-4o-2024-08-06")]
    [InlineData("openai", "gpt-4-0613")]
    [InlineData("openai", "gpt-4-1106-preview")]
    [InlineData("openai", "gpt-4o-audio-preview-2024-10-01")]
    [InlineData("openai", "o3-mini-2025-01-31")]
    [InlineData("openai", "ft:gpt-4o-2024-08-06:acme::abc123")]
    [InlineData("azure-openai", "gpt-4o-2024-08-06")]
    [InlineData("azure-openai", "gpt-35-turbo-0125")]
    [InlineData("anthropic", "claude-opus-4-6")]
    [InlineData("anthropic", "claude-sonnet-4-10")]
    [InlineData("anthropic", "claude-haiku-5")]
    [InlineData("anthropic", "claude-sonnet-4-20250514")]
    [InlineData("anthropic", "claude-3-5-sonnet-20241022")]
    [InlineData("anthropic", "anthropic.claude-3-5-sonnet-20241022-v1:0")]
    [InlineData("anthropic", "claude-sonnet-4@20250514")]
    [InlineData("openai-compatible", "gemini-2.0-flash-001", "Google")]
    [InlineData("openai-compatible", "gemini-2.5-pro", "google")]
    [InlineData("openai-compatible", "llama3.1:8b")]
    [InlineData("code", "vendor-1")]
    public void A_pin_stays_what_it_is(string provider, string id, string? vendor = null) => FloatsOf(provider, id, vendor).ShouldBeNull();

    [Theory]
    [InlineData("openai", "gpt-4o")]
    [InlineData("openai", "gpt-4o-latest")]
    [InlineData("openai", "chatgpt-4o-latest")]
    [InlineData("openai", "gpt-4o-mini")]
    [InlineData("openai", "gpt-4o-audio-preview")]
    [InlineData("openai", "gpt-4-1399")]
    [InlineData("azure-openai", "gpt-4o")]
    [InlineData("anthropic", "claude-3-5-sonnet-latest")]
    [InlineData("anthropic", "claude-sonnet-4-5")]
    [InlineData("anthropic", "claude-opus-4-0")]
    [InlineData("anthropic", "claude-opus-4")]
    [InlineData("anthropic", "gpt-4o-2024-08-06")]
    [InlineData("openai-compatible", "gemini-2.0-flash", "Google")]
    [InlineData("openai-compatible", "gpt-4o", "OpenAI")]
    [InlineData("openai-compatible", "claude-sonnet-4-5", "Anthropic")]
    [InlineData("openai-compatible", "llama3.1:latest")]
    [InlineData("code", "latest")]
    public void A_floating_id_says_why(string provider, string id, string? vendor = null) => FloatsOf(provider, id, vendor).ShouldNotBeNullOrWhiteSpace();

    [Theory]
    [InlineData("embedded")]
    [InlineData("recorded")]
    [InlineData("blessed")]
    public void What_is_not_asked_by_an_id_has_no_rules(string provider) => PinRules.Of(Model(provider, "x", null)).ShouldBeNull();

    [Fact]
    public void Every_vendor_has_a_rule_for_every_id_and_an_example_that_is_a_pin()
    {
        foreach (var rules in PinRules.All)
        {
            rules.Rules[^1].Id.ShouldBeEmpty();
            rules.For(rules.Example.Split(',')[0]).Floats.ShouldBeNull(rules.Name);
            (rules.Sources.Count > 0 || rules.Rules.Count == 2).ShouldBeTrue(rules.Name);
        }
    }

    static string? FloatsOf(string provider, string id, string? vendor) => PinRules.Of(Model(provider, id, vendor)).ShouldNotBeNull().For(id).Floats;

    static ModelConfiguration Model(string provider, string id, string? vendor) => new() { Name = "m", Provider = provider, Model = id, Vendor = vendor };
}
