using LayerEvals.Testing;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(LayerEvals.Browser.Tests.Chromium))]

namespace LayerEvals.Browser.Tests;

/// <summary>
/// One Chromium for all tests. Where none is installed the tests skip with that reason, and fail under LAYEREVALS_REQUIRE_SHARED=1. LAYEREVALS_CHROMIUM names one that is
/// not on the path.
/// </summary>
public sealed class Chromium : IAsyncLifetime
{
    /// <summary>How long a page may take for anything that a test waits for.</summary>
    internal const int MostMs = 60_000;

    static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    IPlaywright? playwright;
    IBrowser? browser;

    /// <summary>The suite that most tests look at, asked once.</summary>
    internal SmallSuite Suite { get; } = new();

    public async ValueTask InitializeAsync()
    {
        await Suite.RunAsync();
        if (Find() is not { } path) return;
        playwright = await Playwright.CreateAsync();
        // A busy machine is no failure: what never comes still fails.
        Assertions.SetDefaultExpectTimeout(MostMs);
        // Chromium refuses its sandbox to root, whom a container runs as.
        string[] flags = Environment.UserName == "root" ? ["--no-sandbox"] : [];
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = flags });
    }

    /// <summary>A page of its own, watched: what it requests and what it complains of fails the test that closes it.</summary>
    internal async Task<WatchedPage> OpenAsync(string file, BrowserNewContextOptions? options = null)
    {
        if (browser is null) Missing("no Chromium was found: install it (Debian: chromium), or name it in LAYEREVALS_CHROMIUM");
        var context = await browser!.NewContextAsync(options ?? new() { ViewportSize = new() { Width = 1280, Height = 900 } }); // Missing ends the test
        return await WatchedPage.OpenAsync(context, file);
    }

    /// <summary>Skips a test for want of something that is not part of the project.</summary>
    internal static void Missing(string reason)
    {
        if (Environment.GetEnvironmentVariable("LAYEREVALS_REQUIRE_SHARED") == "1") Assert.Fail(reason);
        Assert.Skip(reason);
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
        Suite.Dispose();
    }

    static string? Find()
    {
        if (Environment.GetEnvironmentVariable("LAYEREVALS_CHROMIUM") is { Length: > 0 } named) return named;
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        return folders.SelectMany(folder => Names.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
    }
}
