using LayerEvals.Tests.Planning;

namespace LayerEvals.Tests.Configs;

public sealed class SecretTests
{
    const string Secret = "sk-5ecret";

    [Theory]
    [InlineData("key: sk-5ecret")]
    [InlineData("key: [sk-5ecret]")]
    [InlineData("key: {value: sk-5ecret}")]
    [InlineData("key: '${KEY} sk-5ecret'")]
    [InlineData("headers: sk-5ecret")]
    [InlineData("headers: [sk-5ecret]")]
    [InlineData("headers: {authorization: [sk-5ecret]}")]
    [InlineData("key: *sk-5ecret")]
    [InlineData("key: !sk-5ecret x")]
    [InlineData("key: \"sk-5ecret\\q\"")]
    [InlineData("apikey: sk-5ecret")]
    public void A_secret_in_clear_is_in_no_message(string written)
    {
        using var plan = Plan(written);

        plan.Messages().ShouldNotBeEmpty();
        plan.Messages().ShouldNotContain("5ecret");
    }

    [Fact]
    public void A_header_in_clear_is_in_no_tree_that_is_written()
    {
        using var plan = Plan($"headers: {{authorization: {Secret}, x-tenant: '${{TENANT}}'}}");

        plan.Read().Config.Masked.Canonical().ShouldContain("""{"authorization":"***","x-tenant":"${TENANT}"}""");
    }

    [Fact]
    public void A_secret_is_no_part_of_a_hash()
    {
        using var one = Plan("headers: {authorization: one}");
        using var other = Plan("headers: {authorization: other}");

        other.Read().Hash.ShouldBe(one.Read().Hash);
    }

    [Fact]
    public void A_reference_is_kept_as_it_is_written()
    {
        using var plan = Plan("key: '${OPENAI_KEY}', endpoint: '${OPENAI_URL}'");

        plan.Read().Config.Masked.Canonical().ShouldContain("""
            "endpoint":"${OPENAI_URL}","key":"${OPENAI_KEY}"
            """.Trim());
    }

    static SmallPlan Plan(string ofModel) => new(("config.yaml",
        $"golden: set.yaml\nbaseline: old\ncandidate: new\nmodels:\n  old: {{provider: recorded, answers: old.jsonl}}\n  new: {{provider: openai, model: gpt-4o-2024-08-06, {ofModel}}}\n"));
}
