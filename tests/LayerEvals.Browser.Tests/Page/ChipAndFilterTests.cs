namespace LayerEvals.Browser.Tests.Page;

public sealed class ChipAndFilterTests(Chromium chromium)
{
    [Theory]
    [InlineData("Got worse", "worse", "chat/promises", "policy/cites-wrong", "policy/worse")]
    [InlineData("Got better", "better", "policy/better")]
    [InlineData("Both fail", "fail", "policy/both-fail")]
    [InlineData("Changed text, same outcome", "text", "policy/both-fail", "policy/reworded")]
    [InlineData("Not scored", "unscored", "chat/silent")]
    [InlineData("Flaky", "flaky")]
    public async Task A_chip_counts_and_shows_its_cases(string title, string id, params string[] cases)
    {
        await using var watched = await (await chromium.OpenAsync(chromium.Suite.Report)).WithCasesAsync();

        (await watched.Chip(title).Locator("b").InnerTextAsync()).ShouldBe($"{cases.Length}");
        await watched.Chip(title).ClickAsync();

        (await watched.ListedAsync()).ShouldBe(cases, ignoreOrder: true);
        (await watched.Chip(title).GetAttributeAsync("aria-pressed")).ShouldBe("true");
        if (id != "worse") (await watched.HashAsync()).ShouldContain($"chip={id}");
    }

    [Fact]
    public async Task All_shows_all()
    {
        await using var watched = await (await chromium.OpenAsync(chromium.Suite.Report)).WithCasesAsync();

        await watched.Chip("All").ClickAsync();

        (await watched.ListedAsync()).Count.ShouldBe(9);
    }

    [Fact]
    public async Task A_case_that_passes_in_some_samples_is_flaky()
    {
        await using var watched = await (await chromium.OpenAsync(chromium.Suite.Sampled + "#chip=flaky")).WithCasesAsync();

        (await watched.ListedAsync()).ShouldBe(["policy/flaky"]);
    }

    [Theory]
    [InlineData("Layer", "verification", "chat/promises")]
    [InlineData("Check", "retrieval/fee is cited", "policy/cites-wrong")]
    [InlineData("Golden set", "chat", "chat/promises")]
    [InlineData("Tag", "fees", "policy/cites-wrong")]
    [InlineData("Origin", "production", "chat/promises")]
    [InlineData("Text", "14 days", "policy/worse")]
    [InlineData("Text", "DO YOU PROMISE", "chat/promises")]
    public async Task A_filter_narrows_the_list(string title, string value, params string[] cases)
    {
        await using var watched = await (await chromium.OpenAsync(chromium.Suite.Report)).WithCasesAsync();
        var filter = watched.Filter(title);

        if (title == "Text") await filter.FillAsync(value);
        else await filter.SelectOptionAsync(value);

        await Microsoft.Playwright.Assertions.Expect(watched.Page.Locator(".told [role=status]")).ToHaveTextAsync($"{cases.Length} of 9 cases");
        (await watched.ListedAsync()).ShouldBe(cases, ignoreOrder: true);
    }

    [Fact]
    public async Task A_failure_filters_to_the_cases_that_have_it()
    {
        await using var watched = await (await chromium.OpenAsync(chromium.Suite.Report)).WithCasesAsync();

        await watched.Page.Locator("#failures a").Filter(new() { HasText = "excludes" }).ClickAsync();

        (await watched.ListedAsync()).ShouldBe(["chat/promises"]);
    }

    [Fact]
    public async Task A_number_of_the_table_opens_its_cases()
    {
        await using var watched = await (await chromium.OpenAsync(chromium.Suite.Report)).WithCasesAsync();

        await watched.Page.Locator(".layers tr").Filter(new() { HasText = "Retrieval" }).Locator("a[href*='chip=better']").ClickAsync();

        (await watched.ListedAsync()).ShouldBe(["policy/better"]);
        (await watched.Filter("Layer").InputValueAsync()).ShouldBe("retrieval");
    }

    [Fact]
    public async Task Filters_are_cleared_together()
    {
        await using var watched = await (await chromium.OpenAsync(chromium.Suite.Report + "#chip=all&layer=retrieval&tag=fees&text=cost")).WithCasesAsync();
        (await watched.ListedAsync()).ShouldBe(["policy/cites-wrong"]);

        await watched.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Clear filters" }).ClickAsync();

        (await watched.ListedAsync()).Count.ShouldBe(9);
        (await watched.HashAsync()).ShouldStartWith("#chip=all");
    }

    [Fact]
    public async Task Words_that_nobody_wrote_say_so()
    {
        await using var watched = await (await chromium.OpenAsync(chromium.Suite.Report)).WithCasesAsync();

        await watched.Filter("Text").FillAsync("zebra [");

        await Microsoft.Playwright.Assertions.Expect(watched.Detail).ToContainTextAsync("No case matches these filters.");
    }
}
