using Microsoft.Playwright;

namespace LayerEvals.Browser.Tests.Page;

public sealed class CaseTests(Chromium chromium)
{
    [Fact]
    public async Task Two_answers_stand_side_by_side_with_the_words_that_differ()
    {
        await using var watched = await OpenAsync("policy/worse");

        (await watched.Detail.Locator("del").AllInnerTextsAsync()).ShouldBe(["30"]);
        (await watched.Detail.Locator("ins").AllInnerTextsAsync()).ShouldBe(["14"]);
        (await watched.Detail.Locator(".sides pre").AllInnerTextsAsync()).ShouldBe(["You may withdraw within 30 days [C-1.1].", "You may withdraw within 14 days [C-1.1]."]);
    }

    [Fact]
    public async Task The_differences_can_be_hidden()
    {
        await using var watched = await OpenAsync("policy/worse");

        await watched.Page.GetByText("Show differences").ClickAsync();

        await Assertions.Expect(watched.Detail.Locator("del, ins")).ToHaveCountAsync(0);
        (await watched.HashAsync()).ShouldContain("diff=off");
    }

    [Fact]
    public async Task What_a_failed_check_points_at_is_marked_in_the_answer()
    {
        await using var watched = await OpenAsync("policy/cites-wrong");

        string.Concat(await watched.Detail.Locator(".sides mark").AllInnerTextsAsync()).ShouldBe("C-9.9");
    }

    [Fact]
    public async Task A_failed_part_shows_its_claim_and_beside_it_what_the_source_says()
    {
        await using var watched = await OpenAsync("policy/cites-wrong");

        var part = watched.Detail.Locator(".parts li");

        (await part.AllInnerTextsAsync()).ShouldBe(["resolves: cites C-9.9, which was not given\nThe answer says\nThe fee is 40 EUR [C-9.9].\nC-1.2 says\nThe fee is 40 EUR."]);
        (await part.Locator("mark").AllInnerTextsAsync()).ShouldBe(["C-9.9"]);
    }

    [Fact]
    public async Task Failed_checks_come_first_with_their_reasons()
    {
        await using var watched = await OpenAsync("policy/worse");

        var first = await watched.Detail.Locator(".checks li").First.InnerTextAsync();

        first.ShouldContain("expect");
        first.ShouldContain("failed");
        first.ShouldContain("expected `30 days` in the answer, found none");
    }

    [Fact]
    public async Task The_question_the_sources_and_the_command_are_there()
    {
        await using var watched = await OpenAsync("policy/worse");
        await watched.Detail.GetByText("1 source given").ClickAsync();

        var text = await watched.Detail.InnerTextAsync();

        text.ShouldContain("How long may I withdraw?");
        text.ShouldContain("You may withdraw within 30 days.");
        text.ShouldContain("layerevals run eval.yaml --case policy/worse");
        text.ShouldContain("policy.yaml:8");
        text.ShouldContain("cluster withdrawal");
        text.ShouldContain("tokens");
        text.ShouldContain("USD");
    }

    [Fact]
    public async Task An_error_is_shown_as_one()
    {
        await using var watched = await OpenAsync("chat/silent");

        (await watched.Detail.InnerTextAsync()).ShouldContain("No answer came: the vendor's server did not answer");
    }

    [Fact]
    public async Task Each_sample_is_a_dot_that_shows_it()
    {
        await using var watched = await (await chromium.OpenAsync(chromium.Suite.Sampled + "#chip=flaky&case=policy/flaky")).WithCasesAsync();
        (await watched.Detail.Locator(".dots button").AllInnerTextsAsync()).ShouldBe(["●", "●", "●", "●", "✕", "●"]);

        await watched.Detail.GetByRole(AriaRole.Button, new() { Name = "Sample 2, failed" }).ClickAsync();

        await Assertions.Expect(watched.Detail.Locator(".sides pre").Nth(1)).ToHaveTextAsync("You have 10 days [C-1.1].");
        (await watched.HashAsync()).ShouldContain("sample=2");
    }

    [Fact]
    public async Task A_case_is_copied_as_Markdown()
    {
        await using var watched = await OpenAsync("policy/worse");
        await watched.Page.EvaluateAsync("() => { window.copied = null; navigator.clipboard.writeText = async (text) => { window.copied = text; }; }");

        await watched.Page.GetByText("Copy as Markdown").ClickAsync();

        await Assertions.Expect(watched.Detail.GetByText("Copied")).ToBeVisibleAsync();
        Testing.Approve.Text(await watched.Page.EvaluateAsync<string>("() => window.copied"));
    }

    async Task<WatchedPage> OpenAsync(string key)
    {
        var watched = await (await chromium.OpenAsync($"{chromium.Suite.Report}#chip=all&case={key}")).WithCasesAsync();
        await watched.OpensAsync(key);
        return watched;
    }
}
