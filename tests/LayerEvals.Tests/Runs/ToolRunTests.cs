using LayerEvals.Answering;
using LayerEvals.Configs;
using LayerEvals.Planning;
using LayerEvals.Runs;
using LayerEvals.Tests.Answering;
using Microsoft.Extensions.AI;

namespace LayerEvals.Tests.Runs;

/// <summary>Tools through a whole run: the record, the score of a run read back, recordings and reports.</summary>
public sealed class ToolRunTests
{
    const string Golden = """
        id: small
        tools:
          - name: find_claim
            description: Finds a claim by its number.
            parameters: {type: object, properties: {id: {type: string}}, required: [id], additionalProperties: false}
        checks:
          - calls: find_claim
          - arguments: {of: find_claim, equals: {id: HT-26}}
          - arguments: {of: find_claim, subset: {id: HT-26}, schema: strict.json}
            name: strict
          - contains: paid
            layer: alignment
        cases:
          - id: status
            messages:
              - user: What is the status of HT-26?
              - assistant:
              - tool: {find_claim: {status: paid, days: 30, late: false, note: }}
              - assistant:
          - id: thanks
            input: Thanks!
            tools: [{name: pay}]
            checks: [calls: off, arguments: off, {arguments: off, name: strict}, contains: off, no-call]
        """;

    [Fact]
    public async Task A_run_records_and_scores_calls_and_reads_back_the_same()
    {
        using var eval = Eval();

        var result = await eval.RunAsync();

        var scores = File.ReadAllText(Path.Combine(result.Folder, "scores.jsonl"));
        var cases = File.ReadAllText(Path.Combine(result.Folder, "cases.jsonl"));
        var answers = File.ReadAllText(Path.Combine(result.Folder, "answers.jsonl"));
        scores.ShouldContain("called `pay`, which the case does not declare");
        scores.ShouldContain("the conversation ended at turn 1 of 2: the model called `pay`, which the case does not declare");
        cases.ShouldContain("""[{"name":"find_claim","description":"Finds a claim by its number.","parameters":""");
        answers.ShouldContain(""""tool_calls":[{"name":"find_claim","arguments":"{\"id\":\"HT-26\"}","turn":1}]"""");
        answers.ShouldContain(""""ended_early":"the conversation ended at turn 1 of 2: """");

        await eval.RescoreAsync(result.Folder);

        File.ReadAllText(Path.Combine(result.Folder, "scores.jsonl")).ShouldBe(scores);
    }

    [Fact]
    public async Task The_result_goes_to_the_model_as_the_JSON_that_is_written()
    {
        using var eval = Eval();

        await eval.RunAsync();

        eval.Baseline.Asked.SelectMany(a => a.Messages).SelectMany(m => m.Contents).OfType<FunctionResultContent>().First().Result.ShouldBe("""{"status":"paid","days":30,"late":false,"note":null}""");
    }

    [Fact]
    public async Task Reports_show_the_tools_and_the_calls_of_both_sides()
    {
        using var eval = Eval();

        var result = await eval.RunAsync();

        var markdown = File.ReadAllText(Path.Combine(result.Folder, "report.md"));
        markdown.ShouldContain("[calls find_claim] {\"id\":\"HT-26\"}");
        markdown.ShouldContain("""[calls pay] {"to":"<script>\u001b[31m"}""");
        markdown.ShouldContain("find_claim: Finds a claim by its number. {\"type\":\"object\"");
        var page = File.ReadAllText(Path.Combine(result.Folder, "report.html"));
        page.ShouldContain("[calls pay] {&quot;to&quot;:&quot;&lt;script&gt;");
        page.ShouldContain("\"tools\":[[\"find_claim\",");
        page.ShouldContain("\"tools\":[[\"turn 1: find_claim\",");
        page.ShouldContain("\"ended\":\"the conversation ended at turn 1 of 2: ");
        page.ShouldNotContain("\"<script>");
    }

    [Fact]
    public async Task A_recording_is_found_by_the_tools_too()
    {
        using var eval = Eval("recordings: {mode: auto, folder: recorded}");
        await eval.RunAsync();
        eval.Write("golden.yaml", Golden.Replace("by its number", "by its id", StringComparison.Ordinal));

        var missing = Should.Throw<PlanException>(() => eval.Plan(mode: RecordingMode.Replay)).Problems;

        missing[0].What.ShouldContain("`tools` is `find_claim @");
        eval.Write("golden.yaml", Golden);
        (await eval.RunAsync(RecordingMode.Replay)).Comparison.Coverage.Ran.ShouldBe(2);
    }

    [Fact]
    public void What_is_asked_has_the_tools_in_its_hash()
    {
        using var eval = Eval();
        var before = eval.Plan().Cases;
        eval.Write("golden.yaml", Golden.Replace("id: {type: string}", "id: {type: string, minLength: 1}", StringComparison.Ordinal));
        var edited = eval.Plan().Cases;

        edited[0].AskedHash.ShouldNotBe(before[0].AskedHash);
        edited[0].ExpectedHash.ShouldBe(before[0].ExpectedHash);
        edited[1].AskedHash.ShouldBe(before[1].AskedHash);
    }

    [Fact]
    public async Task A_validator_of_a_team_s_own_judges_the_parameters_of_a_tool()
    {
        using var eval = Eval();
        eval.Write("golden.yaml", Golden.Replace(", schema: strict.json", "", StringComparison.Ordinal));

        var run = await eval.RunAsync(new CountingValidator());

        File.ReadAllText(Path.Combine(run.Folder, "scores.jsonl")).ShouldContain("\"reason\":\"`find_claim`: not as Counting 1 likes it\"");
        var refused = await Should.ThrowAsync<PlanException>(() => eval.RescoreAsync(run.Folder));
        refused.Problems.ShouldHaveSingleItem().What.ShouldBe("expected a validator of this version for the parameters of `find_claim`, found that `Counting 1` judged the run");
        var (theirs, ours) = (eval.Plan(new CountingValidator()).Cases, eval.Plan().Cases);
        theirs[0].ExpectedHash.ShouldNotBe(ours[0].ExpectedHash);
        theirs[1].ExpectedHash.ShouldBe(ours[1].ExpectedHash, "no check judges arguments there");
        theirs.Select(c => c.AskedHash).ShouldBe(ours.Select(c => c.AskedHash));
    }

    [Fact]
    public void What_a_validator_of_a_team_s_own_throws_at_parameters_is_a_problem_of_the_plan()
    {
        using var eval = Eval();
        eval.Write("golden.yaml", "tools:\n  - name: find_claim\n    parameters:\n      type: object\ncases: [{id: a, input: b, checks: [no-call]}]\n");

        var problem = Should.Throw<PlanException>(() => eval.Plan(new CountingValidator { Refuses = true })).Problems.ShouldHaveSingleItem();

        problem.ToString().ShouldBe("golden.yaml:4: LE1025: expected a schema that Counting 1 compiles: FormatException: no such keyword\n    correct the schema");
    }

    static SmallEval Eval(string settings = "")
    {
        var eval = new SmallEval(Golden, settings)
        {
            Baseline = Model(() => new FunctionCallContent("1", "find_claim", new Dictionary<string, object?> { ["id"] = "HT-26" })),
            Candidate = Model(() => new FunctionCallContent("1", "pay", new Dictionary<string, object?> { ["to"] = "<script>\u001b[31m" })),
        };
        eval.Write("strict.json", """{"type": "object", "properties": {"id": {"pattern": "^HT-"}}}""");
        return eval;
    }

    // Calls when it is asked for a status, and speaks when it has one, or is thanked.
    static ScriptedModel Model(Func<FunctionCallContent> call) => new((messages, _) => Task.FromResult(
        messages[^1].Role == ChatRole.Tool ? ScriptedModel.Response("It is paid.")
        : messages[^1].Text.StartsWith("What", StringComparison.Ordinal) ? new ChatResponse(new ChatMessage(ChatRole.Assistant, [call()]))
        : ScriptedModel.Response("You are welcome.")));
}
