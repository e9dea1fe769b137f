using LayerEvals.Testing;
using Microsoft.Playwright;

namespace LayerEvals.Browser.Tests.Page;

/// <summary>axe-core, from the package beside this project.</summary>
internal static class Axe
{
    public static async Task<IReadOnlyList<string>> ViolationsAsync(IPage page)
    {
        var path = Repository.File("tests", "LayerEvals.Browser.Tests", "node_modules", "axe-core", "axe.min.js");
        if (!File.Exists(path)) Chromium.Missing("axe-core is not installed: npm ci in tests/LayerEvals.Browser.Tests");
        await page.EvaluateAsync(await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
        return await page.EvaluateAsync<string[]>("async () => (await axe.run()).violations.flatMap(v => v.nodes.map(n => `${v.id}: ${n.target} ${n.failureSummary}`))");
    }
}
