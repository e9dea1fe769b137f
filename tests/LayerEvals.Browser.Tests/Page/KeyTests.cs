using Microsoft.Playwright;

namespace LayerEvals.Browser.Tests.Page;

public sealed class KeyTests(Chromium chromium)
{
    [Fact]
    public async Task J_and_k_go_through_the_list()
    {
        await using var watched = await OpenAsync("#chip=all");
        var all = await watched.ListedAsync();

        await watched.Page.Keyboard.PressAsync("j");
        await watched.OpensAsync(all[1]);
        await watched.Page.Keyboard.PressAsync("j");
        await watched.OpensAsync(all[2]);
        await watched.Page.Keyboard.PressAsync("k");
        await watched.OpensAsync(all[1]);
    }

    [Fact]
    public async Task N_and_p_go_from_regression_to_regression()
    {
        await using var watched = await OpenAsync("#chip=all&case=policy/worse");

        await watched.Page.Keyboard.PressAsync("n");
        await watched.OpensAsync("policy/cites-wrong");
        await watched.Page.Keyboard.PressAsync("p");
        await watched.OpensAsync("policy/worse");
    }

    [Fact]
    public async Task D_hides_and_shows_the_differences()
    {
        await using var watched = await OpenAsync("#chip=all&case=policy/worse");

        await watched.Page.Keyboard.PressAsync("d");
        await Assertions.Expect(watched.Detail.Locator("del")).ToHaveCountAsync(0);
        await watched.Page.Keyboard.PressAsync("d");
        await Assertions.Expect(watched.Detail.Locator("del")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task A_slash_goes_to_the_search_and_escape_leaves_it()
    {
        await using var watched = await OpenAsync("");

        await watched.Page.Keyboard.PressAsync("/");
        await Assertions.Expect(watched.Filter("Text")).ToBeFocusedAsync();
        await watched.Page.Keyboard.TypeAsync("jn?");
        (await watched.Filter("Text").InputValueAsync()).ShouldBe("jn?");
        await watched.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(watched.Filter("Text")).Not.ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_question_mark_shows_the_keys()
    {
        await using var watched = await OpenAsync("");

        await watched.Page.Keyboard.PressAsync("?");
        await Assertions.Expect(watched.Page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await watched.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(watched.Page.GetByRole(AriaRole.Dialog)).ToBeHiddenAsync();
    }

    async Task<WatchedPage> OpenAsync(string hash) => await (await chromium.OpenAsync(chromium.Suite.Report + hash)).WithCasesAsync();
}
