namespace LayerEvals.Browser.Tests.Page;

public sealed class AddressTests(Chromium chromium)
{
    [Fact]
    public async Task A_link_opens_the_same_view()
    {
        string address;
        await using (var first = await (await chromium.OpenAsync(chromium.Suite.Report)).WithCasesAsync())
        {
            await first.Chip("All").ClickAsync();
            await first.Filter("Golden set").SelectOptionAsync("policy");
            await first.Filter("Text").FillAsync("days");
            await first.Page.Locator("[role=option]").Filter(new() { HasText = "policy/same" }).ClickAsync();
            await first.OpensAsync("policy/same");
            address = chromium.Suite.Report + await first.HashAsync();
        }

        await using var second = await (await chromium.OpenAsync(address)).WithCasesAsync();

        await second.OpensAsync("policy/same");
        (await second.ListedAsync()).ShouldBe(["policy/worse", "policy/reworded", "policy/same", "policy/flaky"]);
        (await second.Filter("Text").InputValueAsync()).ShouldBe("days");
        (await second.Filter("Golden set").InputValueAsync()).ShouldBe("policy");
    }

    [Fact]
    public async Task The_back_button_goes_back()
    {
        await using var watched = await (await chromium.OpenAsync(chromium.Suite.Report)).WithCasesAsync();
        await watched.Chip("Got better").ClickAsync();
        await watched.OpensAsync("policy/better");
        await watched.Chip("Both fail").ClickAsync();
        await watched.OpensAsync("policy/both-fail");

        await watched.Page.GoBackAsync();

        await watched.OpensAsync("policy/better");
    }

    [Fact]
    public async Task A_case_has_a_link_of_its_own()
    {
        await using var watched = await (await chromium.OpenAsync(chromium.Suite.Report)).WithCasesAsync();
        await watched.Chip("Got better").ClickAsync();
        await watched.OpensAsync("policy/better");

        await watched.Page.GetByText("Link to this case").ClickAsync();

        await watched.OpensAsync("policy/better");
        (await watched.HashAsync()).ShouldBe("#chip=all&case=policy%2Fbetter");
    }

    [Fact]
    public async Task An_address_that_names_nothing_here_shows_the_first_case()
    {
        await using var watched = await (await chromium.OpenAsync(chromium.Suite.Report + "#chip=all&case=gone/away&sample=99&__proto__=x")).WithCasesAsync();

        (await watched.OpenedAsync()).ShouldBe((await watched.ListedAsync())[0]);
    }

    [Fact]
    public async Task A_chip_that_is_none_shows_those_that_got_worse()
    {
        await using var watched = await (await chromium.OpenAsync(chromium.Suite.Report + "#chip=constructor&layer=none")).WithCasesAsync();

        (await watched.Chip("Got worse").GetAttributeAsync("aria-pressed")).ShouldBe("true");
    }
}
