namespace LayerEvals.Tests.Planning;

/// <summary>A mistake is said once: what only follows from a word that is misspelled is no problem of its own.</summary>
public sealed class OneMistakeTests
{
    const string Set = """
        layer: prompt
        prompt: answer
        documents: [doc.md]
        tools: [{name: status, parameters: {type: object}}]
        checks:
          - contains: x
            name: first
          - words: {max: 9}
          - calls: status
        cases:
          - id: a
            input: b
            answerable: true
            sources: [R-1]
            checks: [not-found]
          - id: a-twin
            input: b
            answerable: false
            twin-of: a
            checks: [not-found, {words: off}]
          - id: d
            input: b
            sources: [{id: X, text: y}]
            checks: [{json: {path: $.a, equals: b}}, {max-tokens: {total: 9}}, {max-latency: {at-most: 1s}}, {schema: {file: doc.json}}]
        """;

    const string Talk = "layer: alignment\ncases:\n  - id: a\n    messages: [{user: b}, {assistant: }, {user: c}, {assistant: }]\n    checks: [{keeps-stance: {extract: label, labels: [d, e]}}]\n";

    const string Config = """
        golden: [set.yaml, talk.yaml]
        baseline: old
        candidate: new
        models:
          old:
            provider: code
            model: m-1
            prompts: prompts
            price: {input: 1, output: 2}
          new:
            provider: recorded
            answers: new.jsonl
        recordings: {mode: auto, folder: kept}
        """;

    [Fact]
    public void The_plan_without_the_mistake_has_no_problem() => Errors(Set, Talk, Config).ShouldBeEmpty();

    [Theory]
    [InlineData("layer", "laier")]
    [InlineData("layer: prompt", "layer: promt")]
    [InlineData("prompt:", "promt:")]
    [InlineData("documents", "document")]
    [InlineData("tools", "tols")]
    [InlineData("checks:\n  - contains", "cheks:\n  - contains")]
    [InlineData("cases", "case")]
    [InlineData("contains", "contain")]
    [InlineData("words", "word")]
    [InlineData("max: 9", "maxi: 9")]
    [InlineData("calls", "cals")]
    [InlineData("id: a", "ide: a")]
    [InlineData("input", "imput")]
    [InlineData("answerable", "answerabel")]
    [InlineData("answerable: true", "answerable: yes")]
    [InlineData("sources", "source")]
    [InlineData("checks: [not-found]", "check: [not-found]")]
    [InlineData("[not-found]", "[not-fond]")]
    [InlineData("twin-of", "twin_of")]
    [InlineData("text: y", "txt: y")]
    [InlineData("path", "pathh")]
    [InlineData("total", "totl")]
    [InlineData("at-most", "atmost")]
    [InlineData("file: doc.json", "files: doc.json")]
    public void In_a_golden_set(string right, string wrong) => Errors(Replaced(Set, right, wrong), Talk, Config).ShouldHaveSingleItem();

    [Theory]
    [InlineData("messages", "mesages")]
    [InlineData("labels", "lables")]
    public void In_a_conversation(string right, string wrong) => Errors(Set, Replaced(Talk, right, wrong), Config).ShouldHaveSingleItem();

    [Theory]
    [InlineData("golden", "goldn")]
    [InlineData("baseline", "baselin")]
    [InlineData("candidate", "candidat")]
    [InlineData("models", "modelz")]
    [InlineData("provider", "provder")]
    [InlineData("model: m-1", "modl: m-1")]
    [InlineData("prompts", "prompt")]
    [InlineData("input", "inputs")]
    [InlineData("answers", "answer")]
    [InlineData("folder", "foldr")]
    public void In_a_configuration(string right, string wrong) => Errors(Set, Talk, Replaced(Config, right, wrong)).ShouldHaveSingleItem();

    static string Replaced(string text, string right, string wrong)
    {
        var at = text.IndexOf(right, StringComparison.Ordinal);
        at.ShouldBeGreaterThanOrEqualTo(0);
        return text[..at] + wrong + text[(at + right.Length)..];
    }

    static IReadOnlyList<string> Errors(string set, string talk, string config)
    {
        using var plan = new SmallPlan(("set.yaml", set), ("talk.yaml", talk), ("config.yaml", config), ("doc.md", "## R-1 One\nx\n"), ("doc.json", "true"),
            ("prompts/answer.md", "{{input}} {{sources}}"), ("new.jsonl", "{\"case\": \"set/a\", \"text\": \"x\"}\n"));
        return [.. plan.Errors().Select(e => e.ToString())];
    }
}
