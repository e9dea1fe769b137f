using Microsoft.Playwright;

namespace LayerEvals.Browser.Tests.Page;

public sealed class AccessTests(Chromium chromium)
{
    [Theory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    [InlineData(768, ColorScheme.Light)]
    [InlineData(320, ColorScheme.Light)]
    [InlineData(320, ColorScheme.Dark)]
    public async Task Axe_finds_nothing(int width, ColorScheme scheme)
    {
        await using var watched = await (await chromium.OpenAsync(chromium.Suite.Report, new() { ViewportSize = new() { Width = width, Height = 900 }, ColorScheme = scheme })).WithCasesAsync();

        (await Axe.ViolationsAsync(watched.Page)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Axe_finds_nothing_in_the_help_and_in_samples()
    {
        await using var watched = await (await chromium.OpenAsync(chromium.Suite.Sampled + "#chip=flaky")).WithCasesAsync();
        await watched.Page.Keyboard.PressAsync("?");

        (await Axe.ViolationsAsync(watched.Page)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(1280, 1)]
    [InlineData(768, 1)]
    [InlineData(320, 1)]
    [InlineData(640, 2)]
    public async Task Nothing_is_wider_than_the_window(int width, int zoom)
    {
        // 200 % zoom of a window of 1280 is a window of 640 at two device pixels each.
        await using var watched = await (await chromium.OpenAsync(chromium.Suite.Report, new() { ViewportSize = new() { Width = width, Height = 700 }, DeviceScaleFactor = zoom })).WithCasesAsync();

        (await watched.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width);
    }

    [Fact]
    public async Task Without_a_script_the_first_screen_and_the_cases_that_got_worse_are_there()
    {
        await using var watched = await chromium.OpenAsync(chromium.Suite.Report, new() { JavaScriptEnabled = false });

        var text = await watched.Page.Locator("main").InnerTextAsync();

        text.ShouldContain("May it ship?");
        text.ShouldContain("Got worse (3)");
        text.ShouldContain("policy/cites-wrong");
        (await watched.Page.Locator("#cases").IsVisibleAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task On_paper_it_is_a_summary_of_one_page()
    {
        await using var watched = await (await chromium.OpenAsync(chromium.Suite.Report)).WithCasesAsync();

        var paper = System.Text.Encoding.Latin1.GetString(await watched.Page.PdfAsync(new() { Format = "A4", PrintBackground = true }));

        System.Text.RegularExpressions.Regex.Count(paper, "/Type\\s*/Page\\b", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(5)).ShouldBe(1);
    }

    [Fact]
    public async Task A_verdict_is_told_without_colour()
    {
        await using var watched = await (await chromium.OpenAsync(chromium.Suite.Report)).WithCasesAsync();

        (await watched.Page.Locator("header h1").InnerTextAsync()).ShouldBe("Not decided");
        (await watched.Page.Locator(".pass h1, header.pass").CountAsync()).ShouldBe(0);
        (await watched.Page.Locator(".layers .badge svg").CountAsync()).ShouldBe(await watched.Page.Locator(".layers tbody tr").CountAsync());
    }
}
