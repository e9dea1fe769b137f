using LayerEvals.Testing;

namespace LayerEvals.Tool.Tests;

public sealed class LooksTests
{
    [Fact]
    public async Task A_run_stops_when_the_verdict_is_reached_and_says_so()
    {
        using var desk = Written(cases: 300);

        var said = await desk.TypeAsync("run", Capitals.Config);

        said.Code.ShouldBe(ExitCode.Pass);
        Approve.Text($"$ layerevals run {Capitals.Config}\n{said}");
    }

    [Fact]
    public async Task Its_reports_say_so_too()
    {
        using var desk = Written(cases: 300);
        await desk.TypeAsync("run", Capitals.Config);

        foreach (var report in new[] { "report.md", "report.html" })
            File.ReadAllText(Path.Combine(desk.RunFolder, report)).ShouldContain("Stopped at look 2 of 3 after 200 of 300 cases, because the verdict was reached");
        File.ReadAllText(Path.Combine(desk.RunFolder, "comparison.json")).ShouldContain("\"look\": {");
    }

    [Fact]
    public async Task One_case_alone_takes_no_look()
    {
        using var desk = Written(cases: 300);

        var said = await desk.TypeAsync("run", Capitals.Config, "--case", "land-1");

        said.Code.ShouldBe(ExitCode.Incomplete);
        said.Out.ShouldNotContain("look");
    }

    [Fact]
    public async Task A_slice_takes_none_either()
    {
        using var desk = Written(cases: 300);

        var said = await desk.TypeAsync("run", Capitals.Config, "--shard", "1/2");

        said.Code.ShouldBe(ExitCode.BadInput);
        said.Error.ShouldContain("LE3007");
    }

    [Fact]
    public void The_page_shows_what_the_tool_prints()
    {
        var page = File.ReadAllText(Repository.File("docs", "early-stopping.md"));
        var approved = File.ReadAllText(Repository.File("tests", "LayerEvals.Tool.Tests", "LooksTests.A_run_stops_when_the_verdict_is_reached_and_says_so.approved.txt"));

        page.ShouldContain(approved.Split("\n\nReport:")[0].TrimEnd());
    }

    static Desk Written(int cases)
    {
        var desk = new Desk();
        Capitals.Write(desk.Folder, cases);
        File.AppendAllText(desk.Folder.At(Capitals.Config), "\ngate: {looks: 3}\n");
        return desk;
    }
}
