using Microsoft.Playwright;

namespace LayerEvals.Browser.Tests.Page;

public sealed class HistoryTests(Chromium chromium)
{
    [Theory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    [InlineData(320, ColorScheme.Light)]
    [InlineData(320, ColorScheme.Dark)]
    public async Task Axe_finds_nothing_and_nothing_is_wider_than_the_window(int width, ColorScheme scheme)
    {
        await using var watched = await (await chromium.OpenAsync(chromium.Suite.Aged, new() { ViewportSize = new() { Width = width, Height = 900 }, ColorScheme = scheme })).WithCasesAsync();

        (await Axe.ViolationsAsync(watched.Page)).ShouldBeEmpty();
        (await watched.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width);
        (await watched.Page.Locator("#history .over-time").First.IsVisibleAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task Each_layer_has_a_chart_with_a_mark_for_each_run()
    {
        await using var watched = await chromium.OpenAsync(chromium.Suite.Aged, new() { JavaScriptEnabled = false });
        var history = watched.Page.Locator("#history");

        // Retrieval, prompt, verification and overall; two runs and both sides of this one.
        (await history.Locator(".over-time").CountAsync()).ShouldBe(4);
        (await history.Locator(".over-time").First.Locator(".mark").CountAsync()).ShouldBe(4);
        (await history.Locator(".over-time").First.Locator(".mark.ring").CountAsync()).ShouldBe(1, "spring asked another case");
        (await history.Locator(".over-time").First.Locator("rect.mark").CountAsync()).ShouldBe(1);
        (await history.Locator("tbody tr").AllInnerTextsAsync()).Select(row => row.Split('\t')[3]).ShouldBe(["vendor-0", "vendor-1", "vendor-1", "vendor-2"]);
        (await history.InnerTextAsync()).ShouldContain("8 of 9 cases shared (1 changed since)");
        (await history.Locator("svg").First.GetAttributeAsync("aria-label"))!.ShouldContain("vendor-0");
    }

    [Fact]
    public async Task No_mark_lies_outside_its_chart()
    {
        await using var watched = await chromium.OpenAsync(chromium.Suite.Aged);

        (await watched.Page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll("#history svg")].flatMap((svg) => {
              const box = svg.getBoundingClientRect();
              return [...svg.querySelectorAll(".mark, .whisker, text")].map((e) => e.getBoundingClientRect()).filter((r) => r.left < box.left - 6 || r.right > box.right + 6 || r.top < box.top - 6 || r.bottom > box.bottom + 6).map((r) => JSON.stringify(r));
            })
            """)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Paper_has_the_table_and_no_charts()
    {
        await using var watched = await (await chromium.OpenAsync(chromium.Suite.Aged)).WithCasesAsync();

        await watched.Page.EmulateMediaAsync(new() { Media = Media.Print });

        (await watched.Page.Locator("#history .charts").IsVisibleAsync()).ShouldBeFalse();
        (await watched.Page.Locator("#history table").IsVisibleAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task Several_runs_side_by_side_are_a_page_without_violations()
    {
        var runs = new[] { chromium.Suite.Report, chromium.Suite.Aged }.Select(report => Path.GetDirectoryName(report)!).ToList();
        var file = Path.Combine(Path.GetDirectoryName(runs[1])!, "both.html");
        var told = new Reporting.SeveralRuns.ToldRuns([.. runs.Select(run => Reporting.SeveralRuns.ToldRun.Read(run, Path.GetFileName(run)))], [.. runs.Select(run => Path.GetRelativePath(Path.GetDirectoryName(file)!, run) + "/report.html")]);
        await File.WriteAllTextAsync(file, Reporting.SeveralRuns.RunsPage.Of(told), TestContext.Current.CancellationToken);
        foreach (var (width, scheme) in new[] { (1280, ColorScheme.Light), (320, ColorScheme.Dark) })
        {
            await using var watched = await chromium.OpenAsync(file, new() { ViewportSize = new() { Width = width, Height = 900 }, ColorScheme = scheme });

            (await watched.Page.Locator("tbody tr").CountAsync()).ShouldBe(2);
            (await Axe.ViolationsAsync(watched.Page)).ShouldBeEmpty();
            (await watched.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width);
        }
    }
}
