using LayerEvals.Scoring.Citing;

namespace LayerEvals.Tests.Scoring;

public sealed class CitationsTests
{
    [Theory]
    [InlineData("Within 30 days [C-4.1].", "C-4.1")]
    [InlineData("Within 30 days [C-4.1, C-4.2].", "C-4.1 C-4.2")]
    [InlineData("Within 30 days [C-4.1; C-4.2][C-4.1].", "C-4.1 C-4.2")]
    [InlineData("See [[C-4.1]].", "C-4.1")]
    [InlineData("See [1] and [2].", "1 2")]
    [InlineData("See [§4.1(b)].", "§4.1(b)")]
    [InlineData("See [C-4.1](https://example.org/C-4.1).", "")]
    [InlineData("Since [2024] and [1999].", "")]
    [InlineData("On [2024-05-01], [1.5.2024] and [05/01/2024].", "")]
    [InlineData("As it [sic] says, [see below], [x] done.", "")]
    [InlineData("items[i] and list[\"a\"], [[]], []", "")]
    [InlineData("[C-4.1", "")]
    [InlineData("C-4.1]", "")]
    [InlineData("[", "")]
    public void The_ids_in_brackets(string text, string ids) => string.Join(' ', Citations.In(text, [])).ShouldBe(ids);

    [Theory]
    [InlineData("refund window", "[refund window]")]
    [InlineData("2024", "[2024]")]
    [InlineData("2024-05-01", "[2024-05-01]")]
    public void A_given_id_is_an_id_whatever_it_looks_like(string id, string text) => Citations.In(text, [new GoldenSource(id, "")]).ShouldBe([id]);

    [Fact]
    public void A_megabyte_of_brackets_is_read() => Citations.In(new string('[', 1 << 20), []).ShouldBeEmpty();

    [Fact]
    public void A_hundred_thousand_different_ids_are_read() =>
        Citations.In(string.Concat(Enumerable.Range(10_000, 100_000).Select(i => $"[A-{i}]")), []).Count.ShouldBe(100_000);

    [Theory]
    [InlineData("citations:", "Within 30 days [C-4.1].", null)]
    [InlineData("citations: {required: true}", "Within 30 days.", "cites nothing")]
    [InlineData("citations: {required: false}", "Within 30 days.", null)]
    [InlineData("citations: {expect: [C-4.1]}", "Within 30 days.", "cites nothing, expected C-4.1")]
    [InlineData("citations: {expect: [C-4.1]}", "Within 30 days [C-4.2].", "does not cite C-4.1; cites C-4.2")]
    [InlineData("citations: {expect: C-4.1}", "Within 30 days [C-4.1, C-4.2].", null)]
    [InlineData("citations:", "Within 30 days [C-9.9].", "cites C-9.9, which was not given; given: C-4.1, C-4.2")]
    [InlineData("citations: {resolves: false}", "Within 30 days [C-9.9].", null)]
    [InlineData("citations: {path: $.sources}", "{\"sources\": [\"C-4.1\"], \"amounts\": [10, 20]}", null)]
    [InlineData("citations: {path: '$.sources[*].id'}", "{\"sources\": [{\"id\": \"C-9.9\"}]}", "cites C-9.9, which was not given; given: C-4.1, C-4.2")]
    [InlineData("citations: {path: $.sources}", "no JSON [C-4.1]", "cites nothing")]
    public void The_check(string check, string text, string? reason) =>
        (Scored.By(Scored.Case($"- {check}", sources: ["C-4.1", "C-4.2"]), text) with { Parts = [] }).ShouldBe(reason is null ? Finding.Pass : Finding.Fail(reason, text));
}
