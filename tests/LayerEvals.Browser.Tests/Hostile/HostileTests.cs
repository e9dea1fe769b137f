using System.Text.Json;
using LayerEvals.Runs;
using LayerEvals.Testing;
using Microsoft.Playwright;

namespace LayerEvals.Browser.Tests.Hostile;

public sealed class HostileTests(Chromium chromium)
{
    [Fact]
    public void There_are_two_hundred_and_more() => Payloads.All.Distinct(StringComparer.Ordinal).Count().ShouldBeGreaterThanOrEqualTo(200);

    [Fact]
    public async Task Whatever_a_field_holds_is_shown_as_text()
    {
        using var folder = new TempFolder();
        var report = await WriteAsync(folder);
        await using var watched = await (await chromium.OpenAsync(report + "#chip=all")).WithCasesAsync();
        await CountCallsAsync(watched.Page);
        var tags = await TagsAsync(watched.Page);

        var wrong = await watched.Page.EvaluateAsync<string[]>(LookThrough, Payloads.All);

        wrong.ShouldBeEmpty();
        (await TagsAsync(watched.Page)).ShouldBe(tags);
        (await watched.Page.EvaluateAsync<int>("() => window.calls")).ShouldBe(0);
        (await watched.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(1280);
    }

    // A short run's data stands in the page as it is: no text may end the element that holds it.
    [Fact]
    public async Task No_text_of_a_short_run_ends_the_data()
    {
        using var folder = new TempFolder();
        string[] texts = ["</script><script>boom(1)</script>", "<!--<script>", "]]></script><img src=x onerror=boom(2)>", "\u2028</SCRIPT >"];
        var eval = new RecordedEval(folder, "short") { Sets = { ["short"] = "id: short\nlayer: prompt\nchecks: [{words: {max: 1}}]\ncases:\n" + string.Concat(texts.Select((t, i) => $"  - {{id: case-{i}, input: {JsonSerializer.Serialize(t)}}}\n")) } };
        for (var i = 0; i < texts.Length; i++)
            for (var side = 0; side < 2; side++) eval.Answer(side, $"short/case-{i}", texts[i]);
        await using var watched = await (await chromium.OpenAsync(await eval.RunAsync() + "#chip=all")).WithCasesAsync();

        (await watched.ListedAsync()).Count.ShouldBe(texts.Length);
        (await watched.Page.Locator("script").CountAsync()).ShouldBe(4, "the index, the cases, the texts and the script");
        (await watched.Page.Locator("body > :not(main, footer, script, a.skip, dialog)").CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_line_of_ten_megabytes_is_shown_in_part()
    {
        using var folder = new TempFolder();
        var eval = new RecordedEval(folder, "long") { Sets = { ["long"] = "id: long\nlayer: prompt\nchecks: [{excludes: zebra}]\ncases:\n  - {id: line, input: Say much}\n" } };
        eval.Answer(0, "long/line", new string('x', 10_000_000));
        eval.Answer(1, "long/line", string.Concat(Enumerable.Repeat("<b>word</b> ", 900_000)) + "zebra");
        await using var watched = await (await chromium.OpenAsync(await eval.RunAsync())).WithCasesAsync();

        (await watched.Detail.Locator(".sides pre").Nth(1).InnerTextAsync()).ShouldStartWith("<b>word</b> <b>word</b>");
        (await watched.Detail.Locator("b").Filter(new() { HasText = "word" }).CountAsync()).ShouldBe(0);
        await watched.Detail.GetByText("more characters").First.ClickAsync();
        (await watched.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(1280);
    }

    // Opens case after case. The texts of each are those of the payload, letter by letter, with what would be obeyed as an escape; nothing else came to be, and nothing ran.
    const string LookThrough = """
        async (payloads) => {
          const foreign = ".detail :is(script, img, svg, iframe, style, object, embed, form, video, audio, marquee, link, meta, base, x, template)";
          const normal = (text) => text.replace(/\r/g, "").replace(/\\(u[0-9a-f]{4}|U[0-9a-f]{8})/g, "").replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Cn}\u2028\u2029\ufffd]/gu, "");
          const text = (selector) => [...document.querySelectorAll(selector)].map((e) => normal(e.textContent));
          const wrong = [];
          for (let i = 0; i < payloads.length; i++) {
            location.hash = `#chip=all&case=hostile/case-${i}`;
            while (document.querySelector(".detail > h3")?.textContent !== `hostile/case-${i}`) await new Promise(requestAnimationFrame);
            const wanted = normal(payloads[i]);
            const [a, b] = text(".detail .sides pre");
            if (a !== `before ${wanted}` || b !== `${wanted} after`) wrong.push(`${i}: ${payloads[i].slice(0, 80)}: answers ${a?.slice(0, 80)} | ${b?.slice(0, 80)}`);
            if (text(".detail .question")[0] !== wanted) wrong.push(`${i}: question ${text(".detail .question")[0]}`);
            if (!text(".detail .claim blockquote").some((t) => t.endsWith(wanted))) wrong.push(`${i}: claim`);
            const stranger = document.querySelector(foreign);
            if (stranger) wrong.push(`${i}: there is a ${stranger.tagName}`);
            const obeyed = document.querySelector(".detail").textContent.match(/[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u200b\ufeff]/);
            if (obeyed) wrong.push(`${i}: it holds U+${obeyed[0].codePointAt(0).toString(16)}`);
            if (document.documentElement.scrollWidth > innerWidth) wrong.push(`${i}: it is wider than the window`);
            if (window.calls > 0) { wrong.push(`${i}: it ran`); break; }
          }
          return wrong;
        }
        """;

    // Every text that a run brings: of the golden set, of both answers and their errors, of tools, models, reasons, evidence and parts.
    static async Task<string> WriteAsync(TempFolder folder)
    {
        var cases = Payloads.All.Select((text, i) => JsonSerializer.Serialize(new
        {
            id = $"case-{i}",
            input = text,
            expect = "never",
            sources = new[] { new { id = $"S-{i}", text } },
            tags = new[] { Short(text, i) },
            cluster = Short(text, i),
        }));
        folder.Write("hostile/hostile.jsonl", string.Concat(cases.Select(c => c + "\n")));
        var eval = new RecordedEval(folder, "hostile")
        {
            Sets = { ["hostile"] = $"id: hostile\ntitle: {Yaml(0)}\nowner: {Yaml(1)}\norigin: synthetic\nlayer: retrieval\nchecks: [{{excludes: {Yaml(2)}, name: {Yaml(3)}}}]\ncases: hostile.jsonl\n" },
            Returned = Payloads.All[4],
            Settings = $"knowledge: {{sources: {Yaml(5)}}}\nlayers: [{{id: own, title: {Yaml(6)}, question: {Yaml(7)}, lean: {Yaml(8)}}}]",
        };
        for (var i = 0; i < Payloads.All.Count; i++)
        {
            var text = Payloads.All[i];
            eval.Answer(0, $"hostile/case-{i}", $"before {text}");
            eval.Answer(1, $"hostile/case-{i}", $"{text} after");
            eval.Code.Add(($"hostile/case-{i}", new CodeFinding("Hostile", 0, 1, Short(text, i), "own", Finding.Pass)));
            eval.Code.Add(($"hostile/case-{i}", new CodeFinding("Hostile", 1, 1, Short(text, i), "own", Finding.Fail(text, text) with { Parts = [new FindingPart(text, Outcome.Failed, text) { Source = text, SourceText = text, Span = new TextSpan(0, 3), Claim = new TextSpan(0, text.Length) }] })));
        }
        return await eval.RunAsync();
    }

    // Names are short: the longest texts would only be cut.
    static string Short(string text, int i) => $"{i} {(text.Length > 300 ? text[..300] : text)}";

    static string Yaml(int payload) => JsonSerializer.Serialize(Payloads.All[payload]);

    static Task CountCallsAsync(IPage page) => page.EvaluateAsync("() => { window.calls = 0; window.boom = () => { window.calls++; }; }");

    // What the page is made of besides its cases.
    static Task<string> TagsAsync(IPage page) => page.EvaluateAsync<string>("() => [...document.querySelectorAll('body *:not(.list *):not(.detail *)')].map((e) => e.tagName).join(' ')");
}
