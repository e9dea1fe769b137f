using System.Text.Json.Nodes;
using LayerEvals.Testing;

namespace LayerEvals.Tool.Tests;

public sealed class InjectedDropTests
{
    // Every eighth of the answers: far more than the margin of 5 points.
    const int Every = 8;

    [Fact]
    public async Task A_drop_injected_into_the_answers_of_prompt_a_is_a_regression()
    {
        using var desk = new Desk();
        var answers = await AnswersOfPromptAAsync(desk);
        Write(desk, "kept", answers);
        Write(desk, "tried", answers.Select((a, i) => i % Every == 0 ? Spoiled(a) : a));

        var said = await desk.TypeAsync("run", "recorded.yaml", "--output", "compared");

        said.Code.ShouldBe(ExitCode.Regression, said.ToString());
        said.Out.ShouldContain("Regression");
    }

    [Fact]
    public async Task The_answers_of_prompt_a_against_themselves_pass()
    {
        using var desk = new Desk();
        var answers = await AnswersOfPromptAAsync(desk);
        Write(desk, "kept", answers);
        Write(desk, "tried", answers);

        var said = await desk.TypeAsync("run", "recorded.yaml", "--output", "compared");

        said.Code.ShouldBe(ExitCode.Pass, said.ToString());
    }

    static async Task<List<JsonObject>> AnswersOfPromptAAsync(Desk desk)
    {
        await desk.TypeAsync("run", Repository.File("configs", "prompt-a-vs-b.yaml"), "--output", "evals");
        desk.Folder.Write("recorded.yaml", $$"""
            golden: ["{{Repository.File("goldensets").Replace('\\', '/')}}/*.yaml"]
            baseline: kept
            candidate: tried
            models:
              kept: {provider: recorded, model: reader-1, answers: kept.jsonl}
              tried: {provider: recorded, model: reader-1, answers: tried.jsonl}
            """);
        return [.. File.ReadLines(Path.Combine(desk.RunFolder, "answers.jsonl"))
            .Select(line => JsonNode.Parse(line)!.AsObject())
            .Where(answer => (string?)answer["configuration"] == "prompt-a")
            .OrderBy(answer => (string?)answer["case"], StringComparer.Ordinal)];
    }

    static JsonObject Spoiled(JsonObject answer)
    {
        var spoiled = answer.DeepClone().AsObject();
        spoiled["text"] = "I would have to guess.";
        return spoiled;
    }

    static void Write(Desk desk, string name, IEnumerable<JsonObject> answers) =>
        desk.Folder.Write($"{name}.jsonl", string.Concat(answers.Select(a => Named(a, name).ToJsonString() + "\n")));

    static JsonObject Named(JsonObject answer, string name)
    {
        var named = answer.DeepClone().AsObject();
        named["configuration"] = name;
        return named;
    }
}
