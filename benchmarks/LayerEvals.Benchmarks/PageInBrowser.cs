using System.Globalization;
using Microsoft.Playwright;

namespace LayerEvals.Benchmarks;

/// <summary>How long the page of a run takes in Chromium: to the first screen, to the list, for each filter, and whether a scroll meets blank rows.</summary>
internal static class PageInBrowser
{
    static readonly (string What, string Does)[] Moves =
    [
        ("the chip All", "document.querySelector('.chips button:last-child').click()"),
        ("a layer", "choose('Layer', 'verification')"),
        ("a tag", "choose('Tag', 'tag-3')"),
        ("no filter", "document.querySelector('.told button').click()"),
        ("words, to the first list", "type('premium')"),
    ];

    const string Tools = """
        window.input = (title) => [...document.querySelectorAll('.filters label')].find((l) => l.textContent.startsWith(title)).querySelector('select, input');
        window.choose = (title, value) => { input(title).value = value; input(title).dispatchEvent(new Event('change')); };
        window.type = (words) => { input('Text').value = words; input('Text').dispatchEvent(new Event('input')); };
        """;

    const string Scroll = """
        async () => {
          const list = document.querySelector('.list');
          list.scrollIntoView();
          let blank = 0;
          for (let i = 0; i < 300; i++) {
            list.scrollTop = (i * 377777) % list.scrollHeight;
            await new Promise(requestAnimationFrame);
            const box = list.getBoundingClientRect();
            for (const share of [0.02, 0.5, 0.98]) if (!document.elementFromPoint(box.left + 30, Math.min(innerHeight - 1, box.top + box.height * share))?.closest('[role=option]')) blank++;
          }
          return blank;
        }
        """;

    public static async Task WriteAsync(TextWriter print, string report)
    {
        using var playwright = await Playwright.CreateAsync();
        string[] flags = Environment.UserName == "root" ? ["--no-sandbox"] : [];
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Environment.GetEnvironmentVariable("LAYEREVALS_CHROMIUM") ?? "/usr/bin/chromium", Args = flags });
        var page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = 1280, Height = 900 } });
        page.SetDefaultTimeout(120_000);
        await page.AddInitScriptAsync("new MutationObserver((_, o) => { if (document.querySelector('[role=option]')) { window.listed = performance.now(); o.disconnect(); } }).observe(document, { childList: true, subtree: true })");
        await page.GotoAsync(new Uri(report).AbsoluteUri + "#chip=all");
        await page.WaitForSelectorAsync(".detail h3");
        Line("first screen painted", await page.EvaluateAsync<double>("() => performance.getEntriesByName('first-contentful-paint')[0].startTime"));
        Line("list shown", await page.EvaluateAsync<double>("() => window.listed"));
        await page.EvaluateAsync(Tools);
        foreach (var (what, does) in Moves)
            Line(what, await page.EvaluateAsync<double>($"async () => {{ const start = performance.now(); {does}; await new Promise((done) => requestAnimationFrame(() => setTimeout(done))); return performance.now() - start; }}"));
        Line("words, through every answer", await page.EvaluateAsync<double>("async () => { const start = performance.now(); while (document.querySelector('.told [role=status]').textContent.includes('searching')) await new Promise(requestAnimationFrame); return performance.now() - start; }"));
        await page.EvaluateAsync("() => document.querySelector('.told button').click()");
        var blank = await page.EvaluateAsync<int>(Scroll);
        print.WriteLine(string.Create(CultureInfo.InvariantCulture, $"blank places after 300 jumps: {blank} of 900"));

        void Line(string what, double milliseconds) => print.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {milliseconds:0} ms"));
    }
}
