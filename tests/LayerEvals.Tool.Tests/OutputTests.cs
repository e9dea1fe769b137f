using LayerEvals.Testing;

namespace LayerEvals.Tool.Tests;

public sealed class OutputTests
{
    [Fact]
    public async Task A_regression_names_the_cases_and_the_command_for_each()
    {
        using var desk = new Desk();
        Capitals.Write(desk.Folder, cases: 60, spoiled: 22);

        var said = await desk.TypeAsync("run", Capitals.Config);

        Approve.Text($"$ layerevals run {Capitals.Config}\n{said}");
    }

    [Fact]
    public async Task A_pass_says_what_it_rules_out()
    {
        using var desk = new Desk();
        Capitals.Write(desk.Folder, cases: 60);

        var said = await desk.TypeAsync("run", Capitals.Config);

        Approve.Text($"$ layerevals run {Capitals.Config}\n{said}");
    }

    [Fact]
    public async Task Not_decided_says_what_is_missing()
    {
        using var desk = new Desk();
        Capitals.Write(desk.Folder, cases: 10);

        var said = await desk.TypeAsync("run", Capitals.Config);

        Approve.Text($"$ layerevals run {Capitals.Config}\n{said}");
    }

    [Fact]
    public async Task Check_shows_the_first_100_problems_and_counts_the_others()
    {
        using var desk = new Desk();
        desk.Folder.Write("many.yaml", "layer: prompt\ncases:\n" + string.Concat(Enumerable.Range(0, 103).Select(i => $"  - {{id: a{i}, inptu: Why?}}\n")));

        var said = await desk.TypeAsync("check", "many.yaml");

        said.Error.Split('\n').Count(line => line.Contains("LE1004", StringComparison.Ordinal)).ShouldBe(100);
        said.Error.ShouldContain("\nand 3 more: mend these first\n");
        said.Out.ShouldContain("103 problems");
    }

    [Fact]
    public async Task Check_reports_every_problem_at_once()
    {
        using var desk = new Desk();
        Capitals.Write(desk.Folder, cases: 3);
        desk.Folder.Write("goldensets/broken.yaml", """
            id: broken
            layer: retreival
            checks: [{words: {maxx: 3}}]
            cases:
              - {id: Upper Case, input: Is it?}
              - {id: twice, input: Is it?, epxect: yes}
              - {id: twice, input: Is it?}
            """);

        var said = await desk.TypeAsync("check", "goldensets/broken.yaml", "goldensets/capitals.yaml", Capitals.Config);

        Approve.Text($"$ layerevals check goldensets/broken.yaml goldensets/capitals.yaml {Capitals.Config}\n{said}");
    }

    [Fact]
    public async Task Check_prints_the_effective_checks_of_each_case()
    {
        using var desk = new Desk();
        Capitals.Write(desk.Folder, cases: 2);

        var said = await desk.TypeAsync("check", "goldensets/capitals.yaml", "--resolved");

        Approve.Text($"$ layerevals check goldensets/capitals.yaml --resolved\n{said}");
    }

    [Fact]
    public async Task Score_says_the_same_as_the_run_did()
    {
        using var desk = new Desk();
        Capitals.Write(desk.Folder, cases: 60, spoiled: 22);
        var run = await desk.TypeAsync("run", Capitals.Config);
        var folder = Path.GetRelativePath(desk.Folder.Path, desk.RunFolder);

        var said = await desk.TypeAsync("score", folder);

        said.Code.ShouldBe(run.Code);
        run.Out.ShouldEndWith(said.Out);
        Approve.Text($"$ layerevals score {folder}\n{said}");
    }

    [Fact]
    public async Task Init_lists_what_it_wrote()
    {
        using var desk = new Desk();

        var said = await desk.TypeAsync("init", "suite");

        Approve.Text($"$ layerevals init suite\n{said}");
    }

    [Theory]
    [InlineData("layerevals", "--help")]
    [InlineData("run", "run", "--help")]
    [InlineData("check", "check", "--help")]
    [InlineData("score", "score", "--help")]
    [InlineData("power", "power", "--help")]
    [InlineData("merge", "merge", "--help")]
    [InlineData("compare", "compare", "--help")]
    [InlineData("bless", "bless", "--help")]
    [InlineData("noise", "noise", "--help")]
    [InlineData("canary", "canary", "--help")]
    [InlineData("twins", "twins", "--help")]
    [InlineData("leakage", "leakage", "--help")]
    [InlineData("report", "report", "--help")]
    [InlineData("init", "init", "--help")]
    public async Task Help_says_what_a_command_takes(string name, params string[] args)
    {
        using var desk = new Desk();

        var said = await desk.TypeAsync(args);

        Approve.Text($"$ layerevals {string.Join(' ', args)}\n{said}", $"Help_{name}");
    }

    [Fact]
    public async Task Usage_mistakes_say_what_was_expected()
    {
        using var desk = new Desk();

        await desk.RefusedAsync(4, "rum", "configs/vendor-bump.yaml");
        await desk.RefusedAsync(4, "rum", "configs/vendor-bump.yaml", "--yes");
        await desk.RefusedAsync(4, "frobnicate");
        await desk.RefusedAsync(4);
        await desk.RefusedAsync(4, "--halp");
        await desk.RefusedAsync(4, "run", "a.yaml", "--shrad", "1/2");
        await desk.RefusedAsync(4, "run", "--shrad", "1/2", "a.yaml");
        await desk.RefusedAsync(4, "run", "a.yaml", "b.yaml");
        await desk.RefusedAsync(4, "check");
        await desk.RefusedAsync(4, "check", "a.yaml", "--resolvd");
        await desk.RefusedAsync(4, "init", "--hlep");
        await desk.RefusedAsync(4, "run", "--", "-c.yaml");
        await desk.RefusedAsync(4, "run", "a.yaml", "b.yaml", "--output", "-c");

        Directory.Exists(desk.Folder.At("--hlep")).ShouldBeFalse();
        (await desk.TypeAsync("run", "--\u001b[31m", "a.yaml")).Error.ShouldStartWith("layerevals: expected an option of `layerevals run`, found `--\\u001b[31m`\n");
        Approve.Text(desk.Refusals);
    }
}
