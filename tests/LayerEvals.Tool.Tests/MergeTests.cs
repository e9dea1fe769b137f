using LayerEvals.Testing;

namespace LayerEvals.Tool.Tests;

public sealed class MergeTests
{
    [Fact]
    public async Task Merged_shards_are_judged_as_a_whole()
    {
        using var desk = new Desk();
        Capitals.Write(desk.Folder, cases: 60, spoiled: 9);
        var shards = await ShardsAsync(desk, 3);

        var said = await desk.TypeAsync(["merge", .. shards]);

        Approve.Text($"$ layerevals merge {string.Join(' ', shards)}\n{said}");
    }

    [Fact]
    public async Task Merged_shards_are_the_unsharded_run_byte_for_byte()
    {
        using var desk = new Desk();
        Capitals.Write(desk.Folder, cases: 60, spoiled: 9);
        var shards = await ShardsAsync(desk, 7);
        await desk.TypeAsync("run", Capitals.Config, "--output", "whole");

        await desk.TypeAsync(["merge", .. shards, "--output", "merged"]);

        foreach (var name in new[] { "cases.jsonl", "scores.jsonl", "comparison.json", "report.md", "report.html" })
            Text(desk, "merged", name).ShouldBe(Text(desk, "whole", name), name);
        Text(desk, "merged", "answers.jsonl").Split('\n').Order().ShouldBe(Text(desk, "whole", "answers.jsonl").Split('\n').Order());
    }

    [Fact]
    public async Task Schemas_go_with_the_cases_that_name_them()
    {
        using var desk = new Desk();
        Capitals.Write(desk.Folder, cases: 60);
        desk.Folder.Write("goldensets/town.schema.json", """{"type": "object", "required": ["town"]}""");
        desk.Folder.Write("goldensets/capitals.yaml", File.ReadAllText(desk.Folder.At("goldensets/capitals.yaml")).Replace("{words: {max: 30}}", "{schema: town.schema.json}", StringComparison.Ordinal));
        var shards = await ShardsAsync(desk, 2);
        await desk.TypeAsync("run", Capitals.Config, "--output", "whole");

        var merged = await desk.TypeAsync(["merge", .. shards, "--output", "merged"]);
        var compared = await desk.TypeAsync("compare", "merged/capitals-20260901-120000", "whole/capitals-20260901-120000");

        Text(desk, "merged", "scores.jsonl").ShouldBe(Text(desk, "whole", "scores.jsonl"));
        merged.Error.ShouldBeEmpty();
        compared.Error.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_order_of_the_shards_changes_no_byte()
    {
        using var desk = new Desk();
        Capitals.Write(desk.Folder, cases: 60, spoiled: 9);
        var shards = await ShardsAsync(desk, 3);

        await desk.TypeAsync(["merge", .. shards, "--output", "there"]);
        await desk.TypeAsync(["merge", shards[2], shards[0], shards[1], "--output", "back"]);

        foreach (var name in new[] { "manifest.json", "cases.jsonl", "answers.jsonl", "scores.jsonl", "comparison.json", "report.md", "report.html" })
            Text(desk, "back", name).ShouldBe(Text(desk, "there", name), name);
    }

    [Fact]
    public async Task Shards_that_are_not_the_whole_of_one_plan_are_refused_with_what_differs()
    {
        using var desk = new Desk();
        Capitals.Write(desk.Folder, cases: 60);
        var shards = await ShardsAsync(desk, 3);
        var whole = await RunAsync(desk, "whole");
        var partial = await RunAsync(desk, "partial", "--case", "land-1");
        var other = await RunAsync(desk, "cut", "--shard", "1/2");
        Capitals.Write(desk.Folder, cases: 60, spoiled: 1);
        var answers = await RunAsync(desk, "answers", "--shard", "3/3");
        Capitals.Write(desk.Folder, cases: 60, inFlight: 5);
        var limits = await RunAsync(desk, "limits", "--shard", "3/3");
        Capitals.Write(desk.Folder, cases: 61);
        var cases = await RunAsync(desk, "cases", "--shard", "3/3");

        await desk.RefusedAsync(3, "merge", shards[0], shards[1]);
        await desk.RefusedAsync(3, "merge", shards[1]);
        await desk.RefusedAsync(3, "merge", shards[0], shards[1], shards[2], shards[1]);
        await desk.RefusedAsync(3, "merge", shards[0], shards[1], other);
        await desk.RefusedAsync(3, "merge", shards[0], shards[1], answers);
        await desk.RefusedAsync(3, "merge", shards[0], shards[1], limits);
        await desk.RefusedAsync(3, "merge", shards[0], shards[1], cases);
        await desk.RefusedAsync(3, "merge", shards[0], whole);
        await desk.RefusedAsync(3, "merge", shards[0], partial);
        await desk.RefusedAsync(4, "merge", shards[0], "nowhere");

        Approve.Text(desk.Refusals);
    }

    [Fact]
    public async Task A_shard_that_was_changed_since_its_end_is_refused()
    {
        using var desk = new Desk();
        Capitals.Write(desk.Folder, cases: 60);
        var shards = await ShardsAsync(desk, 2);

        await EditedAsync("answers.jsonl", text => text.Replace("Town 4.", "Town 2.", StringComparison.Ordinal));
        await EditedAsync("cases.jsonl", text => text.Replace("\"expect\":\"Town", "\"expect\":\"Tow", StringComparison.Ordinal));
        await EditedAsync("scores.jsonl", text => text + "{\"set\":\"capitals\",\"case\":\"land-1\",\"outcome\":\"Passed\",\"by\":\"code\"}\n");
        await EditedAsync("manifest.json", text => text.Replace("\"finished\"", "\"running\"", StringComparison.Ordinal));
        await EditedAsync("manifest.json", text => text.Replace("\"run-1\"", "\"run-2\"", StringComparison.Ordinal));
        await EditedAsync("manifest.json", text => text.Replace("\"version\": \"", "\"version\": \"9", StringComparison.Ordinal));
        await EditedAsync("manifest.json", text => text.Replace("\"sealed\"", "\"seal\"", StringComparison.Ordinal));

        Approve.Text(desk.Refusals.Replace(LayerEvals.Runs.RunManifest.Version, "VERSION", StringComparison.Ordinal));
        return;

        async Task EditedAsync(string name, Func<string, string> edit)
        {
            var path = Path.Combine(desk.Folder.At(shards[1]), name);
            var before = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
            (edit(before) == before).ShouldBeFalse(name);
            await File.WriteAllTextAsync(path, edit(before), TestContext.Current.CancellationToken);
            await desk.RefusedAsync(3, "merge", shards[0], shards[1]);
            await File.WriteAllTextAsync(path, before, TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task Another_shard_of_the_same_plan_is_never_gone_on_with()
    {
        using var stop = new CancellationTokenSource();
        using var desk = new Desk { Clients = _ => new FakeClient(StopAsync) };
        Capitals.WriteAsked(desk.Folder, cases: 60);
        await desk.TypeUntilAsync(stop.Token, "run", Capitals.Config, "--shard", "1/2");

        var said = await desk.TypeAsync("run", Capitals.Config, "--shard", "2/2");

        said.Out.ShouldNotContain("Going on with");
        Directory.GetDirectories(desk.Folder.At("evals")).Length.ShouldBe(2);

        async Task<string> StopAsync(CancellationToken cancellation)
        {
            await stop.CancelAsync();
            cancellation.ThrowIfCancellationRequested();
            return "";
        }
    }

    static async Task<string[]> ShardsAsync(Desk desk, int count)
    {
        var shards = new List<string>();
        for (var i = 1; i <= count; i++) shards.Add(await RunAsync(desk, $"shard-{i}", "--shard", $"{i}/{count}"));
        return [.. shards];
    }

    // Each in an output folder of its own, as the jobs of a pipeline leave them.
    static async Task<string> RunAsync(Desk desk, string output, params string[] options)
    {
        await desk.TypeAsync(["run", Capitals.Config, "--output", output, .. options]);
        return $"{output}/capitals-20260901-120000";
    }

    static string Text(Desk desk, string output, string name) => File.ReadAllText(desk.Folder.At($"{output}/capitals-20260901-120000/{name}"));
}
