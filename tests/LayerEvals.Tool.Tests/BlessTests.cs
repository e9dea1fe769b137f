using System.Text.Json;
using LayerEvals.Testing;

namespace LayerEvals.Tool.Tests;

public sealed class BlessTests
{
    const string File = "configs/baselines/capitals.jsonl";

    const string Blessed = """
        name: capitals
        golden: [../goldensets/capitals.yaml]
        baseline: kept
        candidate: tried
        models:
          kept: {provider: blessed, outcomes: baselines/capitals.jsonl}
          tried: {provider: recorded, model: tried-1, answers: ../answers/tried.jsonl}
        output: ../evals
        """;

    [Fact]
    public async Task Answers_of_another_model_are_no_baseline()
    {
        using var desk = new Desk { Clients = model => new FakeClient(_ => Task.FromResult("It is Town 1.")) { Model = model.Name == "tried" ? "tried-0" : null } };
        Capitals.WriteAsked(desk.Folder, cases: 60);
        await desk.TypeAsync("run", Capitals.Config);

        var said = await desk.TypeAsync("bless", desk.RunFolder);

        said.Code.ShouldBe(ExitCode.Incomplete, said.ToString());
        said.Error.ShouldContain("expected answers of the pinned model, found that tried is pinned to tried-1, and 60 of 60 answers came from tried-0 (60)");
    }

    [Fact]
    public async Task The_file_has_a_line_for_each_case()
    {
        using var desk = new Desk();
        Capitals.Write(desk.Folder, cases: 3, spoiled: 1);
        var run = await RunAsync(desk, "run");

        var said = await desk.TypeAsync("bless", run);

        Approve.Text($"$ layerevals bless {run}\n{said}\n--- {File}\n{Text(desk, File)}".Replace(Runs.RunManifest.Version, "VERSION", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_blessed_baseline_is_compared_without_being_asked()
    {
        using var desk = new Desk();
        Capitals.Write(desk.Folder, cases: 60, spoiled: 9);
        await desk.TypeAsync("bless", await RunAsync(desk, "run"), "--side", "baseline");
        desk.Folder.Write(Capitals.Config, Blessed);

        var said = await desk.TypeAsync("run", Capitals.Config);

        Approve.Text($"$ layerevals run {Capitals.Config}\n{said}");
        var report = Text(desk, Path.Combine(desk.RunFolder, "report.md"));
        report.ShouldContain("(blessed: passed; the answer is not recorded)");
        report.ShouldContain("> The baseline kept was not asked: its outcomes are those of kept-1 in run capitals-20260901-120000, asked on 2026-09-01 (0 days ago)");
        Text(desk, Path.Combine(desk.RunFolder, "answers.jsonl")).ShouldNotContain("\"kept\"");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Blessed_outcomes_count_as_the_answers_did(int samples)
    {
        using var desk = new Desk();
        Capitals.Write(desk.Folder, cases: 60, spoiled: 9);
        Sampled(desk, samples);
        await desk.TypeAsync("bless", await RunAsync(desk, "live"), "--side", "baseline");
        desk.Folder.Write(Capitals.Config, $"{Blessed}\nsamples: {samples}\n");

        await RunAsync(desk, "blessed");

        Numbers(desk, "blessed").ShouldBe(Numbers(desk, "live"));
    }

    [Fact]
    public async Task A_run_against_a_blessed_baseline_is_scored_merged_and_compared_like_any_other()
    {
        using var desk = new Desk();
        Capitals.Write(desk.Folder, cases: 60, spoiled: 9);
        await desk.TypeAsync("bless", await RunAsync(desk, "live"), "--side", "baseline");
        desk.Folder.Write(Capitals.Config, Blessed);
        var whole = await RunAsync(desk, "whole");
        var before = Text(desk, $"{whole}/report.md");

        var scored = await desk.TypeAsync("score", whole);
        var merged = await desk.TypeAsync("merge", await RunAsync(desk, "one", "--shard", "1/2"), await RunAsync(desk, "two", "--shard", "2/2"), "--output", "merged");
        var compared = await desk.TypeAsync("compare", whole, whole);

        scored.Code.ShouldBe(ExitCode.Regression, scored.ToString());
        Text(desk, $"{whole}/report.md").ShouldBe(before);
        merged.Code.ShouldBe(ExitCode.Regression, merged.ToString());
        Text(desk, "merged/capitals-20260901-120000/report.md").ShouldBe(before);
        compared.Code.ShouldBe(ExitCode.Pass, compared.ToString());
    }

    [Fact]
    public async Task What_is_no_baseline_is_refused()
    {
        using var desk = new Desk();
        Capitals.Write(desk.Folder, cases: 60);
        var whole = await RunAsync(desk, "whole");
        await desk.RefusedAsync(3, "bless", await RunAsync(desk, "partial", "--case", "land-1"));
        await desk.RefusedAsync(3, "bless", await RunAsync(desk, "shard", "--shard", "1/2"));
        desk.Folder.Write($"{whole}/answers.jsonl", Text(desk, $"{whole}/answers.jsonl").Replace("Town 4.", "Town 5.", StringComparison.Ordinal));
        await desk.RefusedAsync(3, "bless", whole);
        desk.Folder.Write("answers/tried.jsonl", string.Join('\n', Text(desk, "answers/tried.jsonl").Split('\n').Skip(7)));
        await desk.RefusedAsync(3, "bless", await RunAsync(desk, "errored"));
        await desk.TypeAsync("bless", "errored/capitals-20260901-120000", "--side", "baseline");
        desk.Folder.Write(Capitals.Config, Blessed);
        await desk.RefusedAsync(3, "bless", await RunAsync(desk, "again"), "--side", "baseline");
        Capitals.Write(desk.Folder, cases: 60);
        desk.Folder.Write(Capitals.Config, "purpose: tuning\n" + Text(desk, Capitals.Config));
        var tuned = await RunAsync(desk, "tuned");
        await desk.TypeAsync("bless", tuned, "--to", "tuned.jsonl");
        desk.Folder.Write("goldensets/capitals.yaml", Text(desk, "goldensets/capitals.yaml").Replace("expect: Town 4}", "expect: Town 4, split: holdout}", StringComparison.Ordinal));
        await desk.RefusedAsync(4, "bless", await RunAsync(desk, "held"));

        System.IO.File.Exists(desk.Folder.At("tuned.jsonl")).ShouldBeTrue();
        Approve.Text(desk.Refusals);
    }

    [Fact]
    public async Task A_baseline_that_does_not_fit_the_plan_is_a_problem_of_the_plan_before_any_call()
    {
        using var desk = new Desk { Clients = _ => new FakeClient(_ => throw new InvalidOperationException("asked")) };
        Capitals.Write(desk.Folder, cases: 4);
        await desk.TypeAsync("bless", await RunAsync(desk, "live"), "--side", "baseline");
        Capitals.Write(desk.Folder, cases: 5);
        desk.Folder.Write(Capitals.Config, $"{Blessed}\nsamples: 2\n".Replace("provider: recorded, model: tried-1, answers: ../answers/tried.jsonl", "provider: code, model: tried-1", StringComparison.Ordinal));
        var golden = Text(desk, "goldensets/capitals.yaml").Replace("capital of land 2?", "capital of the land 2?", StringComparison.Ordinal).Replace("Town 3}", "Town 4}", StringComparison.Ordinal);
        desk.Folder.Write("goldensets/capitals.yaml", golden.Replace("  - {id: land-1, input: What is the capital of land 1?, expect: Town 1}\n", "", StringComparison.Ordinal));
        await desk.RefusedAsync(4, "run", Capitals.Config);

        desk.Folder.Write(File, "{\"format\":\"blessed-2\"}\n");
        await desk.RefusedAsync(4, "run", Capitals.Config);
        desk.Folder.Write(File, "{\"format\":\"blessed-1\",\"name\":\"capitals\",\"configuration\":\"kept\",\"model\":\"kept-1\",\"samples\":1,\"run\":\"x\",\"asked\":\"yesterday\",\"blessed\":\"2026-09-01\",\"version\":\"1\"}\n{\"case\":\"capitals/land-2\",\"overall\":{\"passed\":-1},\"asked\":\"a\",\"expected\":\"b\"}\n{\"case\":");
        await desk.RefusedAsync(4, "run", Capitals.Config);
        desk.Folder.Write(Capitals.Config, Blessed.Replace("baseline: kept\ncandidate: tried", "baseline: tried\ncandidate: kept", StringComparison.Ordinal));
        await desk.RefusedAsync(4, "run", Capitals.Config);

        Approve.Text(desk.Refusals);
    }

    // Of each case's samples the first is right, and every other one of a spoiled case is too.
    static void Sampled(Desk desk, int samples)
    {
        desk.Folder.Write(Capitals.Config, Text(desk, Capitals.Config) + $"\nsamples: {samples}\n");
        foreach (var name in new[] { "answers/kept.jsonl", "answers/tried.jsonl" })
        {
            var lines = Text(desk, name).Split('\n', StringSplitOptions.RemoveEmptyEntries);
            desk.Folder.Write(name, string.Join('\n', lines.SelectMany(line => Enumerable.Range(1, samples).Select(sample =>
                (name.Contains("tried", StringComparison.Ordinal) && sample % 2 == 0 ? line.Replace("I do not know.", "It is Town 1.", StringComparison.Ordinal) : line).Replace("\"text\"", $"\"sample\": {sample}, \"text\"", StringComparison.Ordinal)))));
        }
    }

    static async Task<string> RunAsync(Desk desk, string output, params string[] options)
    {
        await desk.TypeAsync(["run", Capitals.Config, "--output", output, .. options]);
        return $"{output}/capitals-20260901-120000";
    }

    static string Text(Desk desk, string name) => System.IO.File.ReadAllText(desk.Folder.At(name));

    static string Numbers(Desk desk, string output)
    {
        using var json = JsonDocument.Parse(Text(desk, $"{output}/capitals-20260901-120000/comparison.json"));
        return json.RootElement.GetProperty("overall").GetRawText() + json.RootElement.GetProperty("layers").GetRawText();
    }
}
