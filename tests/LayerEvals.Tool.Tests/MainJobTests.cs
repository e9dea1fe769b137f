using System.Text.Json.Nodes;
using LayerEvals.Testing;

namespace LayerEvals.Tool.Tests;

/// <summary>The two configurations that a newcomer runs first.</summary>
public sealed class MainJobTests
{
    [Fact]
    public async Task The_vendor_bump_got_worse_in_retrieval_as_the_readme_shows()
    {
        using var desk = new Desk();

        var said = await desk.TypeAsync("run", Repository.File("configs", "vendor-bump.yaml"), "--output", "evals");

        said.Code.ShouldBe(ExitCode.Regression, said.ToString());
        var printed = said.Out.Replace($"layerevals run {Repository.Root}/", "layerevals run ").Split('\n').ToHashSet();
        var shown = Shown("layer  ");
        shown.Count.ShouldBeGreaterThan(10);
        foreach (var line in shown) printed.ShouldContain(line);
    }

    [Fact]
    public async Task Prompt_b_may_replace_prompt_a_although_more_than_a_fifth_of_the_answers_differ()
    {
        using var desk = new Desk();

        var said = await desk.TypeAsync("run", Repository.File("configs", "prompt-a-vs-b.yaml"), "--output", "evals");

        said.Code.ShouldBe(ExitCode.Pass, said.ToString());
        var texts = File.ReadLines(Path.Combine(desk.RunFolder, "answers.jsonl")).Select(line => JsonNode.Parse(line)!)
            .ToLookup(answer => (string)answer["case"]!, answer => (string)answer["text"]!);
        texts.Count.ShouldBeGreaterThanOrEqualTo(220);
        var differ = texts.Count(t => t.Distinct().Count() > 1);
        ((double)differ / texts.Count).ShouldBeGreaterThan(0.2);
    }

    // The block of the README that starts with these words.
    static List<string> Shown(string start)
    {
        var lines = File.ReadAllLines(Repository.File("README.md"));
        var from = Array.FindIndex(lines, l => l.StartsWith(start, StringComparison.Ordinal));
        return [.. lines.Skip(from).TakeWhile(l => !l.StartsWith("```", StringComparison.Ordinal))];
    }
}
