using LayerEvals.Testing;

namespace LayerEvals.Browser.Tests.Page;

public sealed class LongListTests(Chromium chromium)
{
    const int Cases = 3000;

    [Fact]
    public async Task A_long_list_draws_the_rows_in_sight_wherever_it_is_scrolled()
    {
        using var folder = new TempFolder();
        await using var watched = await (await chromium.OpenAsync(await ReportAsync(folder) + "#chip=all")).WithCasesAsync();
        await watched.Page.Locator(".list").ScrollIntoViewIfNeededAsync();

        (await watched.Page.Locator("[role=option]").CountAsync()).ShouldBeLessThan(60);
        // Jumps far, and looks in the next frame at three places of the list.
        (await watched.Page.EvaluateAsync<int>("""
            async () => {
              const list = document.querySelector(".list");
              let blank = 0;
              for (let i = 0; i < 60; i++) {
                list.scrollTop = (i * 37777) % list.scrollHeight;
                await new Promise(requestAnimationFrame);
                const box = list.getBoundingClientRect();
                for (const share of [0.02, 0.5, 0.98]) {
                  const there = document.elementFromPoint(box.left + 30, Math.min(innerHeight - 1, box.top + box.height * share));
                  if (!there?.closest("[role=option]")) blank++;
                }
              }
              return blank;
            }
            """)).ShouldBe(0);
    }

    [Fact]
    public async Task Words_of_an_answer_are_found_in_blocks_that_were_compressed()
    {
        using var folder = new TempFolder();
        await using var watched = await (await chromium.OpenAsync(await ReportAsync(folder) + "#chip=all&text=answer%202718%20of%20bump")).WithCasesAsync();

        await Microsoft.Playwright.Assertions.Expect(watched.Page.Locator(".told [role=status]")).ToHaveTextAsync($"1 of {Cases:N0} cases");
        await watched.OpensAsync("long/case-2718");
    }

    [Fact]
    public async Task The_last_case_of_a_long_list_opens_by_its_link()
    {
        using var folder = new TempFolder();
        await using var watched = await (await chromium.OpenAsync(await ReportAsync(folder) + $"#chip=all&case=long/case-{Cases - 1}")).WithCasesAsync();

        await watched.OpensAsync($"long/case-{Cases - 1}");
        (await watched.Page.Locator("[aria-selected=true] .name").InnerTextAsync()).ShouldBe($"long/case-{Cases - 1}");
    }

    static async Task<string> ReportAsync(TempFolder folder)
    {
        folder.Write("long/long.jsonl", string.Concat(Enumerable.Range(0, Cases).Select(i => $"{{\"id\": \"case-{i}\", \"input\": \"Question {i}\"}}\n")));
        var eval = new RecordedEval(folder, "long") { Sets = { ["long"] = "id: long\nlayer: prompt\nchecks: [{words: {max: 200}}]\ncases: long.jsonl\n" } };
        for (var i = 0; i < Cases; i++)
            for (var side = 0; side < 2; side++) eval.Answer(side, $"long/case-{i}", $"This is answer {i} of {eval.Sides[side]}. {string.Join(' ', Enumerable.Range(i, 60))}");
        return await eval.RunAsync();
    }
}
