using System.Text.Json;
using LayerEvals.Testing;

namespace LayerEvals.Tool.Tests;

public sealed class CompareTests
{
    [Fact]
    public async Task The_candidates_of_two_runs_are_compared()
    {
        using var desk = new Desk();
        Capitals.Write(desk.Folder, cases: 60, spoiled: 2);
        var a = await RunAsync(desk, "week-1");
        Capitals.Write(desk.Folder, cases: 60, spoiled: 9);
        var b = await RunAsync(desk, "week-2");

        var said = await desk.TypeAsync("compare", a, b);

        Approve.Text($"$ layerevals compare {a} {b}\n{said}");
        Counts(desk).ShouldBe((60, 7, 0));
    }

    [Fact]
    public async Task A_run_compared_with_itself_changes_nothing()
    {
        using var desk = new Desk();
        Capitals.Write(desk.Folder, cases: 60, spoiled: 9);
        var run = await RunAsync(desk, "runs");

        var said = await desk.TypeAsync("compare", run, run);

        said.Code.ShouldBe(ExitCode.Pass, said.ToString());
        Counts(desk).ShouldBe((60, 0, 0));
    }

    [Fact]
    public async Task The_two_sides_of_one_run_are_compared_as_the_run_did()
    {
        using var desk = new Desk();
        Capitals.Write(desk.Folder, cases: 60, spoiled: 9);
        var run = await RunAsync(desk, "runs");

        var said = await desk.TypeAsync("compare", run, run, "--side-a", "baseline", "--side-b", "tried");

        said.Code.ShouldBe(ExitCode.Regression, said.ToString());
        Counts(desk).ShouldBe((60, 9, 0));
    }

    [Fact]
    public async Task Swapped_runs_mirror_the_comparison()
    {
        using var desk = new Desk();
        Capitals.Write(desk.Folder, cases: 60, spoiled: 2);
        var a = await RunAsync(desk, "week-1");
        Capitals.Write(desk.Folder, cases: 60, spoiled: 9);
        var b = await RunAsync(desk, "week-2");

        await desk.TypeAsync("compare", b, a);

        Counts(desk).ShouldBe((60, 0, 7));
    }

    [Fact]
    public async Task A_comparison_is_a_run_folder_that_is_scored_again_to_the_same_bytes()
    {
        using var desk = new Desk();
        Capitals.Write(desk.Folder, cases: 60, spoiled: 9);
        var run = await RunAsync(desk, "runs");
        await desk.TypeAsync("compare", run, run, "--side-a", "baseline");
        var before = Files(desk);

        var said = await desk.TypeAsync("score", Compared(desk));

        said.Code.ShouldBe(ExitCode.Regression, said.ToString());
        Files(desk).ShouldBe(before);
    }

    [Fact]
    public async Task Runs_that_cannot_be_compared_are_refused_with_what_differs()
    {
        using var desk = new Desk();
        Capitals.Write(desk.Folder, cases: 60);
        var run = await RunAsync(desk, "run");
        var partial = await RunAsync(desk, "partial", "--case", "land-1");
        var shard = await RunAsync(desk, "shard", "--shard", "1/2");
        await desk.RefusedAsync(3, "compare", run, partial);
        await desk.RefusedAsync(3, "compare", shard, run);
        await desk.RefusedAsync(4, "compare", run, run, "--side-a", "bump");

        Capitals.Write(desk.Folder, cases: 68);
        await desk.RefusedAsync(3, "compare", run, await RunAsync(desk, "longer"));
        Capitals.Write(desk.Folder, cases: 58);
        await desk.RefusedAsync(3, "compare", run, await RunAsync(desk, "shorter"));

        await EditedAsync("samples", Capitals.Config, text => text + "\nsamples: 2\n");
        await EditedAsync("asked", "goldensets/capitals.yaml", text => text.Replace("capital of land 7?", "capital of the land 7?", StringComparison.Ordinal));
        await EditedAsync("expected", "goldensets/capitals.yaml", text => text.Replace("Town 7}", "Town 8}", StringComparison.Ordinal));
        await EditedAsync("checks", "goldensets/capitals.yaml", text => text.Replace("max: 30", "max: 31", StringComparison.Ordinal));
        await EditedAsync("risk", "goldensets/capitals.yaml", text => text.Replace("layer: pre-training", "risk: high\nlayer: pre-training", StringComparison.Ordinal));
        await EditedAsync("layers", "goldensets/capitals.yaml", text => text.Replace("layer: pre-training", "layer: retrieval", StringComparison.Ordinal));

        Approve.Text(desk.Refusals);
        return;

        async Task EditedAsync(string name, string file, Func<string, string> edit)
        {
            Capitals.Write(desk.Folder, cases: 60);
            var text = await File.ReadAllTextAsync(desk.Folder.At(file), TestContext.Current.CancellationToken);
            (edit(text) == text).ShouldBeFalse(name);
            desk.Folder.Write(file, edit(text));
            await desk.RefusedAsync(3, "compare", run, await RunAsync(desk, name));
        }
    }

    [Fact]
    public async Task Another_gate_is_said()
    {
        using var desk = new Desk();
        Capitals.Write(desk.Folder, cases: 60);
        var a = await RunAsync(desk, "week-1");
        desk.Folder.Write(Capitals.Config, File.ReadAllText(desk.Folder.At(Capitals.Config)) + "\ngate: {margin: 7}\n");
        var b = await RunAsync(desk, "week-2");

        var said = await desk.TypeAsync("compare", a, b);

        string.Join('\n', said.Out.Split('\n').Where(l => l.StartsWith("The gate", StringComparison.Ordinal))).ShouldBe("The gate is that of B: margin 7 points, guard 20, confidence 95 %.\nThe gate of A is another: `gate.margin` `5` and `7`.");
    }

    static async Task<string> RunAsync(Desk desk, string output, params string[] options)
    {
        await desk.TypeAsync(["run", Capitals.Config, "--output", output, .. options]);
        return $"{output}/capitals-20260901-120000";
    }

    static string Compared(Desk desk) => Directory.GetDirectories(desk.Folder.At("evals"), "capitals-compared-*").ShouldHaveSingleItem();

    static string Files(Desk desk) => string.Concat(new[] { "scores.jsonl", "comparison.json", "report.md", "report.html" }.Select(name => File.ReadAllText(Path.Combine(Compared(desk), name))));

    static (int N, int B, int C) Counts(Desk desk)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(Compared(desk), "comparison.json")));
        var overall = json.RootElement.GetProperty("overall");
        return (overall.GetProperty("n").GetInt32(), overall.GetProperty("b").GetInt32(), overall.GetProperty("c").GetInt32());
    }
}
