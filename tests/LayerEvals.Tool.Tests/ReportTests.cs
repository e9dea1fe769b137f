using LayerEvals.Testing;

namespace LayerEvals.Tool.Tests;

public sealed class ReportTests
{
    [Fact]
    public async Task A_run_is_told_again_by_the_same_bytes()
    {
        using var desk = new Desk();
        Capitals.Write(desk.Folder, cases: 60, spoiled: 7);
        await desk.TypeAsync("run", Capitals.Config);
        var before = Files(desk.RunFolder);
        foreach (var name in new[] { "report.html", "report.md", "junit.xml", "ctrf.json", "scores.csv", "comparison.json" }) File.Delete(Path.Combine(desk.RunFolder, name));

        var said = await desk.TypeAsync("report", "evals/capitals-20260901-120000");

        said.ToString().ShouldBe("wrote evals/capitals-20260901-120000/report.html\n\n--- error\n\n--- exit code 0");
        Files(desk.RunFolder).ShouldBe(before);
    }

    [Theory]
    [InlineData("page.html", "report.html")]
    [InlineData("comment.md", "report.md")]
    public async Task It_goes_where_it_is_told(string name, string original)
    {
        using var desk = new Desk();
        Capitals.Write(desk.Folder, cases: 6);
        await desk.TypeAsync("run", Capitals.Config);

        var said = await desk.TypeAsync("report", desk.RunFolder, "--out", name);

        said.Code.ShouldBe(ExitCode.Pass, said.ToString());
        File.ReadAllText(desk.Folder.At(name)).ShouldBe(File.ReadAllText(Path.Combine(desk.RunFolder, original)));
    }

    [Fact]
    public async Task Merged_compared_and_noise_runs_are_told_again()
    {
        using var desk = new Desk();
        Capitals.Write(desk.Folder, cases: 20, spoiled: 3);
        await desk.TypeAsync("run", Capitals.Config, "--shard", "1/2", "--output", "shards");
        await desk.TypeAsync("run", Capitals.Config, "--shard", "2/2", "--output", "shards");
        await desk.TypeAsync(["merge", .. Directory.GetDirectories(desk.Folder.At("shards")), "--output", "merged"]);
        var merged = Directory.GetDirectories(desk.Folder.At("merged")).ShouldHaveSingleItem();
        await desk.TypeAsync("compare", merged, merged, "--output", "compared");

        foreach (var run in new[] { merged, Directory.GetDirectories(desk.Folder.At("compared")).ShouldHaveSingleItem() })
        {
            var before = Files(run);
            var said = await desk.TypeAsync("report", run);
            said.Code.ShouldBe(ExitCode.Pass, said.ToString());
            Files(run).ShouldBe(before);
        }
    }

    [Fact]
    public async Task Several_runs_stand_side_by_side()
    {
        using var desk = new Desk();
        var (a, b) = await TwoAsync(desk);

        var said = await desk.TypeAsync("report", a, b, "--out", "both.md");
        var page = await desk.TypeAsync("report", a, b, "--out", "both.html");

        page.Code.ShouldBe(ExitCode.Pass, page.ToString());
        Approve.Text($"$ layerevals report A B --out both.md\n{said}\n\n{File.ReadAllText(desk.Folder.At("both.md"))}");
        var html = File.ReadAllText(desk.Folder.At("both.html"));
        html.ShouldContain("<a href=\"week-1/capitals-20260901-120000/report.html\">");
        html.ShouldContain("All asked the same 60 cases");
    }

    [Fact]
    public async Task Runs_of_other_cases_say_so()
    {
        using var desk = new Desk();
        var (a, b) = await TwoAsync(desk, (Cases: 50, Edit: "land 3?"));

        var said = await desk.TypeAsync("report", a, b, "--out", "both.html");

        said.Out.ShouldContain("Not comparable: capitals-20260901-120000 did not ask what capitals-20260901-120000 did: 1 case changed, 10 missing. Their rates are of other cases.");
        File.ReadAllText(desk.Folder.At("both.html")).ShouldContain("1 case changed, 10 missing");
    }

    [Fact]
    public async Task What_is_no_run_is_one_message()
    {
        using var desk = new Desk();
        Capitals.Write(desk.Folder, cases: 5);
        await desk.TypeAsync("run", Capitals.Config);
        var run = "evals/capitals-20260901-120000";

        await desk.RefusedAsync(4, "report");
        await desk.RefusedAsync(4, "report", "evals");
        await desk.RefusedAsync(4, "report", run, "--out", "page.pdf");
        await desk.RefusedAsync(4, "report", run, run);
        await desk.RefusedAsync(4, "report", run, "configs", "--out", "both.html");
        Directory.CreateDirectory(desk.Folder.At("broken"));
        foreach (var name in new[] { "manifest.json", "cases.jsonl", "answers.jsonl" }) desk.Folder.Write($"broken/{name}", "{");
        await desk.RefusedAsync(4, "report", "broken");
        await desk.RefusedAsync(4, "report", run, "broken", "--out", "both.html");
        desk.Folder.Write($"{run}/comparison.json", "{}");
        await desk.RefusedAsync(4, "report", run, run, "--out", "both.html");
        desk.Folder.Write($"{run}/scores.jsonl", "");
        await desk.RefusedAsync(4, "report", run);
        File.AppendAllText(desk.Folder.At($"{run}/answers.jsonl"), "{}\n");
        await desk.RefusedAsync(3, "report", run);
        Approve.Text(desk.Refusals.Replace(desk.Folder.Path, "{temp}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_run_is_added_to_the_summary_of_the_job_once()
    {
        using var folder = new TempFolder();
        var summary = folder.At("summary.md");
        using var desk = new Desk { Variables = name => name == "GITHUB_STEP_SUMMARY" ? summary : null };
        Capitals.Write(desk.Folder, cases: 5);

        await desk.TypeAsync("run", Capitals.Config);
        await desk.TypeAsync("score", desk.RunFolder);

        File.ReadAllText(summary).ShouldBe($"<!-- layerevals capitals-20260901-120000 -->\n{File.ReadAllText(Path.Combine(desk.RunFolder, "report.md"))}\n");
    }

    static async Task<(string A, string B)> TwoAsync(Desk desk, (int Cases, string Edit)? other = null)
    {
        Capitals.Write(desk.Folder, cases: 60, spoiled: 2);
        await desk.TypeAsync("run", Capitals.Config, "--output", "week-1");
        Capitals.Write(desk.Folder, cases: other?.Cases ?? 60, spoiled: 15);
        if (other is { } given) desk.Folder.Write("goldensets/capitals.yaml", File.ReadAllText(desk.Folder.At("goldensets/capitals.yaml")).Replace(given.Edit, "the third land?", StringComparison.Ordinal));
        await desk.TypeAsync("run", Capitals.Config, "--output", "week-2");
        return ("week-1/capitals-20260901-120000", "week-2/capitals-20260901-120000");
    }

    static List<string> Files(string folder) => [.. Directory.GetFiles(folder).Order(StringComparer.Ordinal).Select(file => $"{Path.GetFileName(file)}\n{File.ReadAllText(file)}")];
}
