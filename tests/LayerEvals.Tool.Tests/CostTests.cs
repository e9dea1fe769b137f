using System.Text;
using LayerEvals.Testing;

namespace LayerEvals.Tool.Tests;

public sealed class CostTests
{
    // Four characters and 100 tokens are 1 USD and a thousandth.
    const string Price = "price: {input: 1000, output: 10000}, sampling: {max-output-tokens: 100}";

    [Fact]
    public async Task What_may_cost_much_is_asked_about_and_never_waits_where_nobody_can_answer()
    {
        var said = new StringBuilder();
        await SayAsync(said, "nobody to ask", null);
        await SayAsync(said, "nobody to ask, and agreed beforehand", null, "--yes");
        await SayAsync(said, "a person who says no", "\n");
        await SayAsync(said, "a person who says yes", "y\n");
        await SayAsync(said, "the end of the input", "");
        Approve.Text(said.ToString());
    }

    // 9 questions of 30 characters and 51 of 31, both sides: 925.5 tokens at 1,000 USD a million, and 120 answers at 1 USD.
    [Fact]
    public async Task What_is_below_the_threshold_is_asked_without_a_question()
    {
        using var desk = Paid(typed: null, limits: "confirm-usd: 200");

        var said = await desk.TypeAsync("run", Capitals.Config);

        said.Code.ShouldBe(ExitCode.Pass, said.ToString());
        said.Out.ShouldStartWith("Expected cost of 120 askings: about 120.93 USD");
    }

    [Fact]
    public async Task A_spent_budget_stops_the_run_with_an_exit_code_of_its_own_and_the_same_command_goes_on()
    {
        using var desk = Paid(typed: null, limits: "in-flight: 1, budget-usd: 30");
        var stopped = await desk.TypeAsync("run", Capitals.Config, "--yes");
        desk.Folder.Write(Capitals.Config, File.ReadAllText(desk.Folder.At(Capitals.Config)).Replace("budget-usd: 30", "budget-usd: 300"));

        var rest = await desk.TypeAsync("run", Capitals.Config, "--yes");

        stopped.Code.ShouldBe(ExitCode.Incomplete, stopped.ToString());
        rest.Code.ShouldBe(ExitCode.Pass, rest.ToString());
        Approve.Text($"{stopped}\n\n{rest}");
    }

    [Fact]
    public async Task A_noise_run_and_a_canary_ask_too()
    {
        using var desk = Paid(typed: null, limits: "in-flight: 4");

        foreach (var command in new[] { "noise", "canary" })
        {
            await desk.TypeAsync(command, Capitals.Config);
            var said = await desk.TypeAsync(command, Capitals.Config);
            said.Code.ShouldBe(ExitCode.BadInput, said.ToString());
            said.Error.ShouldContain("nobody to ask");
        }
        Directory.Exists(desk.Folder.At("evals")).ShouldBeFalse();
    }

    [Fact]
    public async Task Another_model_than_the_pinned_one_is_not_comparable()
    {
        using var desk = new Desk { Clients = _ => new FakeClient(_ => Task.FromResult("It is Town 1.")) { Model = "tried-0" } };
        Capitals.Write(desk.Folder, cases: 60);
        desk.Folder.Write(Capitals.Config, File.ReadAllText(desk.Folder.At(Capitals.Config)).Replace("provider: recorded, model: tried-1, answers: ../answers/tried.jsonl", "provider: code, model: tried-1"));

        var said = await desk.TypeAsync("run", Capitals.Config);

        said.Code.ShouldBe(ExitCode.Incomplete, said.ToString());
        said.Out.ShouldContain("Not decided: tried is pinned to tried-1, and 60 of 60 answers came from tried-0 (60)");
    }

    static async Task SayAsync(StringBuilder said, string kind, string? typed, params string[] more)
    {
        using var desk = Paid(typed, "in-flight: 4");
        var answer = await desk.TypeAsync(["run", Capitals.Config, .. more]);
        said.Append(said.Length == 0 ? "" : "\n").AppendLine($"# {kind}").AppendLine(answer.ToString());
        Directory.Exists(desk.Folder.At("evals")).ShouldBe(answer.Code == ExitCode.Pass);
    }

    static Desk Paid(string? typed, string limits)
    {
        var desk = new Desk { Typed = typed, Clients = _ => new FakeClient(_ => Task.FromResult("It is Town 1.")) { OutputTokens = 100 } };
        Capitals.WriteAsked(desk.Folder, cases: 60);
        desk.Folder.Write(Capitals.Config, File.ReadAllText(desk.Folder.At(Capitals.Config)).Replace("-1}", $"-1, {Price}}}") + $"\nlimits: {{{limits}}}\n");
        return desk;
    }
}
