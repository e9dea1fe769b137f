using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace LayerEvals.Browser.Tests;

/// <summary>A report in a browser, from its file. Closing it fails the test if it requested anything but itself, wrote to the console, or asked the user something.</summary>
internal sealed class WatchedPage : IAsyncDisposable
{
    readonly IBrowserContext context;
    readonly ConcurrentQueue<string> complaints = new();

    WatchedPage(IBrowserContext context, IPage page) => (this.context, Page) = (context, page);

    public IPage Page { get; }

    public static async Task<WatchedPage> OpenAsync(IBrowserContext context, string file)
    {
        var watched = new WatchedPage(context, await context.NewPageAsync());
        var (page, address) = (watched.Page, new Uri(file.Split('#')[0]).AbsoluteUri);
        page.Request += (_, request) => { if (request.Url.Split('#')[0] != address) watched.complaints.Enqueue($"requested {request.Url[..Math.Min(200, request.Url.Length)]}"); };
        page.Console += (_, message) => watched.complaints.Enqueue($"{message.Type}: {message.Text}");
        page.PageError += (_, error) => watched.complaints.Enqueue(error);
        page.Dialog += (_, dialog) => watched.complaints.Enqueue($"dialog: {dialog.Message}");
        page.SetDefaultTimeout(Chromium.MostMs);
        await page.GotoAsync(address + (file.Contains('#', StringComparison.Ordinal) ? file[file.IndexOf('#', StringComparison.Ordinal)..] : ""));
        return watched;
    }

    /// <summary>Waits until a case is shown: then the script is at rest.</summary>
    public async Task<WatchedPage> WithCasesAsync()
    {
        await Page.WaitForSelectorAsync(".detail h3, .detail .empty");
        return this;
    }

    public ILocator Chip(string title) => Page.Locator(".chips button").Filter(new() { HasText = title });

    public ILocator Filter(string title) => Page.Locator(".filters label").Filter(new() { HasTextRegex = new Regex("^" + title) }).Locator("select, input");

    public ILocator Detail => Page.Locator(".detail");

    /// <summary>The keys in the list, in order. Short lists are drawn whole.</summary>
    public async Task<IReadOnlyList<string>> ListedAsync() => await Page.Locator(".list [role=option] .name").AllInnerTextsAsync();

    public async Task<string> OpenedAsync() => await Page.Locator(".detail > h3").InnerTextAsync();

    /// <summary>Waits until a case is the open one.</summary>
    public async Task OpensAsync(string key) => await Assertions.Expect(Page.Locator(".detail > h3")).ToHaveTextAsync(key);

    public async Task<string> HashAsync() => await Page.EvaluateAsync<string>("() => location.hash");

    public async ValueTask DisposeAsync()
    {
        await context.DisposeAsync();
        complaints.ShouldBeEmpty();
    }
}
