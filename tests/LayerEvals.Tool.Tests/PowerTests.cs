using System.Text.Json;
using LayerEvals.Testing;

namespace LayerEvals.Tool.Tests;

public sealed class PowerTests
{
    [Fact]
    public async Task It_says_what_a_plan_can_show_and_what_more_would_cost()
    {
        using var desk = Capital(cases: 60);

        var said = await desk.TypeAsync("power", Capitals.Config);

        Approve.Text($"$ layerevals power {Capitals.Config}\n{said}");
    }

    [Fact]
    public async Task A_side_without_a_price_is_named()
    {
        using var desk = Capital(cases: 60, oldPrice: "");

        var said = await desk.TypeAsync("power", Capitals.Config, "--discordance", "10");

        said.Out.ShouldContain("without kept, which is unpriced");
    }

    [Fact]
    public async Task A_plan_without_prices_is_unpriced_and_never_free()
    {
        using var desk = new Desk();
        Capitals.Write(desk.Folder, cases: 60);

        var said = await desk.TypeAsync("power", Capitals.Config, "--power", "90");

        said.Out.ShouldContain("Asking is unpriced: neither kept nor tried states a `price`.");
        said.Out.ShouldNotContain("USD");
    }

    [Fact]
    public async Task As_JSON()
    {
        using var desk = Capital(cases: 60);

        var said = await desk.TypeAsync("power", Capitals.Config, "--json", "--discordance", "8");

        JsonDocument.Parse(said.Out).RootElement.GetProperty("rows").GetArrayLength().ShouldBe(3);
        Approve.Text($"$ layerevals power {Capitals.Config} --json --discordance 8\n{said}");
    }

    [Fact]
    public async Task The_discordance_can_come_from_a_run()
    {
        using var desk = new Desk();
        Capitals.Write(desk.Folder, cases: 60, spoiled: 6);
        await desk.TypeAsync("run", Capitals.Config);

        var said = await desk.TypeAsync("power", Capitals.Config, "--from", Path.GetRelativePath(desk.Folder.Path, desk.RunFolder));

        said.Out.ShouldContain("2 % (in evals/capitals-20260901-120000 6 got worse and 0 got better of 60 cases, so 0.0 % changed both ways alike; taken for 2 %, the least that is assumed)");
    }

    [Fact]
    public async Task Where_a_person_watches_the_table_is_drawn()
    {
        using var desk = Capital(cases: 60);
        using var print = new StringWriter { NewLine = "\n" };
        var host = new ToolHost(new Terminal(print, print) { IsInteractive = true }, new StandingClock(), desk.Folder.Path);

        await new PowerCommand(host).RunAsync(new PowerRequest(Capitals.Config));

        print.ToString().ShouldContain("pre-training");
        print.ToString().ShouldContain("│");
    }

    [Theory]
    [InlineData("--discordance", "5,5")]
    [InlineData("--discordance", "91")]
    [InlineData("--power", "x")]
    [InlineData("--power", "100")]
    [InlineData("--from", "nowhere")]
    [InlineData("--discordance", "5", "--from", "nowhere")]
    public async Task What_cannot_be_meant_is_bad_input(params string[] args)
    {
        using var desk = new Desk();
        Capitals.Write(desk.Folder, cases: 3);

        var said = await desk.TypeAsync(["power", Capitals.Config, .. args]);

        said.Code.ShouldBe(ExitCode.BadInput);
        said.Out.ShouldBeEmpty();
        said.Error.ShouldContain("expected ");
    }

    [Fact]
    public void The_page_shows_what_the_tool_prints()
    {
        var page = File.ReadAllText(Repository.File("docs", "power.md"));
        var approved = File.ReadAllText(Repository.File("tests", "LayerEvals.Tool.Tests", "PowerTests.It_says_what_a_plan_can_show_and_what_more_would_cost.approved.txt"));

        page.ShouldContain(approved.Split("\n--- error")[0].TrimEnd());
    }

    static Desk Capital(int cases, string oldPrice = ", price: {input: 2.50, output: 10.00}")
    {
        var desk = new Desk();
        Capitals.Write(desk.Folder, cases);
        var config = File.ReadAllText(desk.Folder.At(Capitals.Config));
        desk.Folder.Write(Capitals.Config, config.Replace("model: kept-1", $"model: kept-1{oldPrice}").Replace("model: tried-1", "model: tried-1, price: {input: 2.50, output: 10.00}, sampling: {max-output-tokens: 200}"));
        return desk;
    }
}
