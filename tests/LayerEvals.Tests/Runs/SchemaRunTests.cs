using System.Text.Json;
using LayerEvals.Scoring;
using LayerEvals.Tests.Answering;
using Microsoft.Extensions.AI;

namespace LayerEvals.Tests.Runs;

/// <summary>What a run does with the schemas of its checks: it saves them, scores by them again, and offers them to the model.</summary>
public sealed class SchemaRunTests
{
    const string Set = """
        id: small
        layer: prompt
        checks:
          - schema: schemas/claim.json
        cases:
          - {id: a, input: A?}
          - {id: b, input: B?, checks: [{schema: {mode: fenced}}]}
        """;

    const string Claim = """
        {
          "$id": "https://claims.example/schemas/claim.json",
          "properties": {"total": {"$ref": "money.json"}, "parts": {"items": {"$ref": "../common/part.json#/$defs/part"}}}
        }
        """;

    [Fact]
    public async Task A_run_is_scored_again_where_its_golden_set_and_schemas_are_not()
    {
        using var eval = Eval(_ => """{"total": 12.5, "parts": [{"price": -1}]}""");
        var first = await eval.RunAsync();
        var scores = RunFiles.Of(first, "scores.jsonl");
        foreach (var file in new[] { "golden.yaml", "schemas/claim.json", "schemas/money.json", "common/part.json" }) File.Delete(eval.At(file));

        await eval.RescoreAsync(first.Folder);

        RunFiles.Of(first, "scores.jsonl").ShouldBe(scores);
        scores.ShouldContain("total: 12.5 is a number where an integer is expected (schemas/money.json#/type); and 1 more");
    }

    [Fact]
    public async Task A_run_holds_each_schema_once_whatever_its_cases()
    {
        using var eval = Eval(_ => "{}");
        eval.Write("golden.yaml", $"{Set}\n" + string.Join('\n', Enumerable.Range(1, 200).Select(i => $"  - {{id: q-{i}, input: 'Q?', checks: [{{words: {i}}}]}}")));

        var run = await eval.RunAsync();

        var saved = Directory.GetFiles(Path.Combine(run.Folder, "schemas")).ShouldHaveSingleItem();
        using var json = JsonDocument.Parse(File.ReadAllText(saved));
        json.RootElement.GetProperty("files").EnumerateObject().Select(f => f.Name).ShouldBe(["schemas/claim.json", "common/part.json", "schemas/money.json"]);
        File.ReadAllText(Path.Combine(run.Folder, "cases.jsonl")).ShouldNotContain("claims.example");
        File.ReadAllText(Path.Combine(run.Folder, "manifest.json")).ShouldContain("money.json");
    }

    [Theory]
    [InlineData("schemas/claim.json")]
    [InlineData("schemas/money.json")]
    [InlineData("common/part.json")]
    public void What_is_expected_covers_every_byte_of_the_schema(string file)
    {
        using var eval = Eval(_ => "{}");
        var before = eval.Plan();
        File.AppendAllText(eval.At(file), " ");
        var blank = eval.Plan();
        eval.Write(file, File.ReadAllText(eval.At(file)).Replace("{", "{ ", StringComparison.Ordinal));

        var after = eval.Plan();

        blank.Hash.ShouldBe(before.Hash);
        after.Hash.ShouldNotBe(before.Hash);
        after.Cases.Select(c => c.ExpectedHash).ShouldNotBe(before.Cases.Select(c => c.ExpectedHash));
        after.Cases.Select(c => c.AskedHash).ShouldBe(before.Cases.Select(c => c.AskedHash));
    }

    [Theory]
    [InlineData("an edited schema")]
    [InlineData("a lost schema")]
    [InlineData("a path instead of a hash")]
    public async Task A_run_whose_schema_is_not_what_it_was_is_not_scored(string how)
    {
        using var eval = Eval(_ => "{}");
        var run = await eval.RunAsync();
        var saved = Directory.GetFiles(Path.Combine(run.Folder, "schemas")).Single();
        var cases = Path.Combine(run.Folder, "cases.jsonl");
        if (how == "an edited schema") File.WriteAllText(saved, File.ReadAllText(saved).Replace("integer", "number", StringComparison.Ordinal));
        if (how == "a lost schema") File.Delete(saved);
        if (how == "a path instead of a hash") File.WriteAllText(cases, File.ReadAllText(cases).Replace(Path.GetFileNameWithoutExtension(saved), "../../secret", StringComparison.Ordinal));

        var refused = await Should.ThrowAsync<PlanException>(() => eval.RescoreAsync(run.Folder));

        refused.Problems.ShouldAllBe(p => p.Id == "LE4002" && p.What.StartsWith("expected the schema `schemas/claim.json@"));
    }

    [Fact]
    public void A_path_is_relative_to_the_file_that_it_is_written_in()
    {
        using var eval = Eval(_ => "{}");
        eval.Write("golden.yaml", "layer: prompt\nchecks: [{schema: schemas/claim.json}]\ncases: bulk/more.jsonl");
        eval.Write("bulk/more.jsonl", """
            {"id": "a", "input": "A?", "checks": [{"schema": {"mode": "fenced"}}]}
            {"id": "b", "input": "B?", "checks": [{"schema": {"file": "../schemas/money.json"}}]}
            """);

        var files = eval.Plan().Cases.Select(c => c.Checks.Items[0].Settings["file"]).Cast<LayerEvals.Reading.TextNode>().Select(f => f.Text.Split('@')[0]);

        files.ShouldBe(["schemas/claim.json", "../schemas/money.json"]);
    }

    [Fact]
    public void A_schema_is_compiled_once_for_all_cases()
    {
        using var eval = Eval(_ => "{}");
        var validator = new CountingValidator();

        var plan = eval.Plan(validator);

        plan.Cases.Count.ShouldBe(2);
        validator.Compiled.ShouldBe(1);
    }

    [Fact]
    public async Task A_run_that_another_validator_judged_says_so_and_is_not_scored_without_it()
    {
        using var eval = Eval(_ => "{}");
        var run = await eval.RunAsync(new CountingValidator());
        File.ReadAllText(Path.Combine(run.Folder, "scores.jsonl")).ShouldContain("\"reason\":\"not as Counting 1 likes it\"");

        var refused = await Should.ThrowAsync<PlanException>(() => eval.RescoreAsync(run.Folder));

        refused.Problems.ShouldHaveSingleItem().What.ShouldMatch("^expected a validator of this version for `schemas/claim.json@[0-9a-f]{32}`, found that `Counting 1` judged the run$");
        eval.Plan(new CountingValidator()).Hash.ShouldNotBe(eval.Plan().Hash);
    }

    [Fact]
    public void What_another_validator_throws_at_a_schema_is_a_problem_of_the_plan()
    {
        using var eval = Eval(_ => "{}");

        var problem = Should.Throw<PlanException>(() => eval.Plan(new CountingValidator { Refuses = true })).Problems.ShouldHaveSingleItem();

        problem.ToString().ShouldBe("schemas/claim.json: LE1025: expected a schema that Counting 1 compiles: FormatException: no such keyword\n    correct the schema");
    }

    [Fact]
    public async Task The_schema_is_offered_to_the_model_that_asks_for_it()
    {
        using var eval = Eval(_ => "{}");
        eval.Write("schemas/claim.json", """{"type": "object"}""");
        Offer(eval);
        var plan = eval.Plan();

        await eval.RunAsync();

        eval.Baseline.Asked.ShouldAllBe(a => a.Options!.ResponseFormat == null);
        foreach (var (_, options) in eval.Candidate.Asked)
        {
            var format = options!.ResponseFormat.ShouldBeOfType<ChatResponseFormatJson>();
            format.SchemaName.ShouldBe("claim");
            format.Schema!.Value.GetRawText().ShouldBe("""{"type": "object"}""");
        }
        plan.Warnings.ShouldNotContain(w => w.Id == "LE2014");
    }

    [Fact]
    public async Task An_answer_is_asked_again_when_the_schema_that_was_offered_changes()
    {
        using var eval = Eval(_ => "{}");
        eval.Write("schemas/claim.json", """{"type": "object"}""");
        Offer(eval);
        var before = await KeysAsync(eval);
        eval.Write("schemas/claim.json", """{"type": "array"}""");

        var after = await KeysAsync(eval);

        after[0].ShouldBe(before[0], "the baseline is offered no schema");
        after[1].ShouldNotBe(before[1]);
    }

    [Fact]
    public async Task Each_turn_is_offered_the_schema_that_speaks_of_it()
    {
        using var eval = Eval(_ => "{}");
        eval.Write("schemas/claim.json", "true");
        eval.Write("golden.yaml", "layer: prompt\ncases: [{id: a, messages: [{user: A?}, {assistant: }, {user: B?}], checks: [{schema: schemas/claim.json, turn: 1}]}]");
        Offer(eval);

        await eval.RunAsync();

        eval.Candidate.Asked.Select(a => a.Options!.ResponseFormat is null).ShouldBe([false, true]);
    }

    [Fact]
    public void A_model_that_is_offered_nothing_is_a_warning()
    {
        using var eval = Eval(_ => "{}");
        eval.Write("golden.yaml", SmallEval.Questions(1));
        Offer(eval);

        eval.Plan().Warnings.ShouldContain(w => w.ToString().StartsWith("eval.yaml:8: warning LE2014: `response-format: schema` of `bump` offers nothing: no case has a `schema` check"));
    }

    static SmallEval Eval(Func<string, string> reply)
    {
        var eval = new SmallEval(Set) { Baseline = ScriptedModel.Saying(reply), Candidate = ScriptedModel.Saying(reply) };
        eval.Write("schemas/claim.json", Claim);
        eval.Write("schemas/money.json", """{"type": "integer"}""");
        eval.Write("common/part.json", """{"$defs": {"part": {"properties": {"price": {"allOf": [{"$ref": "../schemas/money.json"}, {"minimum": 0}]}}}}}""");
        return eval;
    }

    static void Offer(SmallEval eval) => eval.Write("eval.yaml", File.ReadAllText(eval.At("eval.yaml")).Replace("model: vendor-2}", "model: vendor-2, sampling: {response-format: schema}}", StringComparison.Ordinal));

    static async Task<string[]> KeysAsync(SmallEval eval)
    {
        var run = await eval.RunAsync();
        var lines = File.ReadLines(Path.Combine(run.Folder, "answers.jsonl")).Select(l => JsonDocument.Parse(l).RootElement).Where(a => a.GetProperty("case").GetString() == "small/a");
        return [.. lines.OrderByDescending(a => a.GetProperty("configuration").GetString(), StringComparer.Ordinal).Select(a => a.GetProperty("key").GetString()!)];
    }
}
