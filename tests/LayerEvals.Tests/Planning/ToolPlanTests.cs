using System.Text;
using LayerEvals.Testing;

namespace LayerEvals.Tests.Planning;

/// <summary>What can be wrong with tools, scripted results and the checks on them, each said before anything is asked.</summary>
public sealed class ToolPlanTests
{
    const string Find = "{name: find_claim, parameters: {type: object, properties: {id: {type: string}}}}";

    [Fact]
    public void Every_problem_of_tools_has_its_message()
    {
        var said = new StringBuilder();
        Tools(said, "no name", "{description: x}");
        Tools(said, "a text as tool", "find_claim");
        Tools(said, "an unknown key", "{name: find_claim, params: {type: object}}");
        Tools(said, "a name twice", $"{Find}, {{name: find_claim}}");
        Tools(said, "parameters that are a list", "{name: find_claim, parameters: [id]}");
        Tools(said, "parameters of no object", "{name: find_claim, parameters: {type: string}}");
        Say(said, "a schema that is none", "tools:\n  - name: find_claim\n    parameters:\n      type: object\n      properties:\n        id:\n          type: strin\n          minLength: -1\ncases: [{id: a, input: b, checks: [calls: find_claim]}]\n");
        Say(said, "a file that is not there", "tools: [{name: find_claim, parameters: none.json}]\ncases: [{id: a, input: b, checks: [no-call]}]\n");
        Say(said, "a file that is no schema", "tools: [{name: find_claim, parameters: bad.json}]\ncases: [{id: a, input: b, checks: [no-call]}]\n", ("bad.json", "{\n  \"type\": \"object\",\n  \"required\": \"id\"\n}"));
        Say(said, "a schema in two files", "tools: [{name: find_claim, parameters: two.json}]\ncases: [{id: a, input: b, checks: [no-call]}]\n", ("two.json", """{"type": "object", "properties": {"id": {"$ref": "one.json"}}}"""), ("one.json", "true"));
        Check(said, "a check without tools", "calls: find_claim", "");
        Check(said, "no-call without tools", "no-call", "");
        Check(said, "an unknown tool in calls", "calls: [find_claim, find_clam]");
        Check(said, "an unknown tool in arguments", "arguments: {of: pay, equals: {id: 1}}");
        Check(said, "an unknown tool in no-call", "no-call: [pay]");
        Check(said, "no tools in calls", "calls");
        Check(said, "an empty list in calls", "calls: []");
        Check(said, "min above max", "calls: {tools: find_claim, min: 3, max: 2}");
        Check(said, "never", "calls: {tools: find_claim, max: 0}");
        Check(said, "a tool twice beside a range", "calls: {tools: [find_claim, find_claim], min: 1}");
        Check(said, "an unknown order", "calls: {tools: find_claim, order: exact}");
        Check(said, "no tool in arguments", "arguments: {equals: {id: 1}}");
        Check(said, "arguments that are no map", "arguments: {of: find_claim, equals: 40}");
        Check(said, "a call that is none", "arguments: {of: find_claim, call: first}");
        Check(said, "a schema of arguments that is not there", "arguments: {of: find_claim, schema: none.json}");
        Say(said, "a check of the set whose tool one case does not declare", $"checks: [calls: find_claim]\ntools: [{Find}]\ncases:\n  - {{id: a, input: b}}\n  - {{id: c, input: d, tools: [{{name: pay}}]}}\n  - {{id: e, input: f, tools: [{{name: pay}}]}}\n");
        Turns(said, "results of no map", "{tool: paid}");
        Turns(said, "no results", "{tool: }");
        Turns(said, "results of an unknown tool", "{tool: {pay: done}}");
        Turns(said, "a result before any call", "{tool: {find_claim: paid}}, {assistant: }", "{user: b}");
        Turns(said, "a result after a given answer", "{tool: {find_claim: paid}}", "{user: b}, {assistant: c}");
        Turns(said, "a question after a result", "{tool: {find_claim: paid}}, {user: Sure?}");
        Say(said, "a stance of one turn", "cases: [{id: a, input: b, checks: [keeps-stance: {extract: number}]}]\n");
        Say(said, "a stance at turn 1", "cases: [{id: a, messages: [{user: b}, {assistant: }, {user: c}, {assistant: }], checks: [{keeps-stance: {extract: number}, turn: 1}]}]\n");
        Approve.Text(said.ToString());
    }

    [Theory]
    [InlineData("openai", "gpt-4o-2024-08-06", true)]
    [InlineData("anthropic", "claude-sonnet-4-20250514", true)]
    [InlineData("code", "m-1", false)]
    public void A_name_that_a_vendor_refuses_is_a_problem_where_it_is_asked(string provider, string model, bool isRefused)
    {
        using var plan = new SmallPlan(
            ("config.yaml", $"golden: set.yaml\nbaseline: old\ncandidate: new\nmodels:\n  old: {{provider: recorded, answers: old.jsonl}}\n  new: {{provider: {provider}, model: {model}, key: '${{KEY}}'}}\n"),
            ("set.yaml", "tools: [{name: claims.find}, {name: 'find claim'}]\ncases: [{id: a, input: b, checks: [no-call]}, {id: c, input: d, checks: [no-call]}]\n"), ("old.jsonl", """{"case": "a", "text": "x"}"""));

        var said = plan.Errors().Where(p => p.Id == "LE1041").Select(p => p.What).ToList();

        if (!isRefused) said.ShouldBeEmpty();
        else said.ShouldBe([.. new[] { "claims.find", "find claim" }.Select(n => $"expected a name of letters, digits, _ and -, at most 64 of them, for a tool of `a`, because `new` is asked (provider: {provider}), found `{n}`")]);
    }

    [Fact]
    public void A_case_may_declare_its_own_tools_or_none()
    {
        using var plan = new SmallPlan(("set.yaml", $"tools: [{Find}]\ncases:\n  - {{id: a, input: b, checks: [no-call]}}\n  - {{id: c, input: d, tools: [{{name: pay}}], checks: [no-call]}}\n  - {{id: e, input: f, tools: [], checks: [words: 3]}}\n"),
            ("old.jsonl", """{"case": "a", "text": "x"}"""), ("new.jsonl", """{"case": "a", "text": "x"}"""));

        plan.Cases.Select(c => string.Join(' ', c.Tools.Select(t => t.Name))).ShouldBe(["find_claim", "pay", ""]);
    }

    static void Tools(StringBuilder said, string kind, string tools) => Say(said, kind, $"tools: [{tools}]\ncases: [{{id: a, input: b, checks: [words: 3]}}]\n");

    static void Check(StringBuilder said, string kind, string check, string tools = Find) => Say(said, kind, $"tools: [{tools}]\ncases:\n  - id: a\n    input: b\n    checks:\n      - {check}\n");

    static void Turns(StringBuilder said, string kind, string turns, string before = "{user: b}, {assistant: }") => Say(said, kind, $"tools: [{Find}]\ncases: [{{id: a, messages: [{before}, {turns}], checks: [words: 3]}}]\n");

    static void Say(StringBuilder said, string kind, string set, params ReadOnlySpan<(string Name, string Text)> files)
    {
        using var plan = new SmallPlan([("set.yaml", set), .. files]);
        if (said.Length > 0) said.AppendLine();
        said.AppendLine($"# {kind}").AppendLine(plan.Messages());
    }
}
