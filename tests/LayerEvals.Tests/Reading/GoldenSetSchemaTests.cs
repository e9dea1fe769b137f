using LayerEvals.Testing;
using LayerEvals.Tests.Planning;

namespace LayerEvals.Tests.Reading;

/// <summary>The schema of a golden set and its reader say the same of all but the checks.</summary>
public sealed class GoldenSetSchemaTests
{
    public static TheoryData<string> Sets => [.. new[] { "", "behaviour" }.SelectMany(folder => Directory.EnumerateFiles(Repository.File("goldensets", folder), "*.yaml").Select(p => Path.Combine(folder, Path.GetFileName(p)))).Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Sets))]
    public void Every_golden_set_of_the_repository_is_valid(string file) =>
        SchemaAndReader.GoldenSet.Evaluate(EditorView.Of(File.ReadAllText(Repository.File("goldensets", file)))).Failures.ShouldBeEmpty();

    [Theory]
    [InlineData("title: 7")]
    [InlineData("id: a b", false)]
    [InlineData("origin: lab")]
    [InlineData("origin: dream", false)]
    [InlineData("risk: high")]
    [InlineData("risk: low", false)]
    [InlineData("laier: prompt", false)]
    [InlineData("$schema: x", false)]
    [InlineData("owner: [x]", false)]
    [InlineData("documents: {a: b}", false)]
    [InlineData("checks: {words: 3}", false)]
    public void A_golden_sets_head_is_valid_where_it_can_be_read(string head, bool isValid = true) => SchemaAndReader.AgreeOnSet($"{head}\n{SmallPlan.Set}", isValid);

    [Theory]
    [InlineData("[]", false)]
    [InlineData("{id: a, input: b}", false)]
    [InlineData("cases.xlsx", false)]
    [InlineData("[refund-window]", false)]
    [InlineData("[{id: a, input: b}]")]
    [InlineData("[{id: 7, input: 8, expect: 9, cluster: true}]")]
    [InlineData("[{input: b}]", false)]
    [InlineData("[{id: A, input: b}]", false)]
    [InlineData("[{id: a}]", false)]
    [InlineData("[{id: a, input: b, messages: [{user: c}]}]", false)]
    [InlineData("[{id: a, input: {}}]", false)]
    [InlineData("[{id: a, input: [b]}]", false)]
    [InlineData("[{id: a, messages: []}]", false)]
    [InlineData("[{id: a, messages: [{user: b}, {assistant: }, {user: c}]}]")]
    [InlineData("[{id: a, messages: [{customer: b}]}]", false)]
    [InlineData("[{id: a, messages: [{user: b, assistant: c}]}]", false)]
    [InlineData("[{id: a, input: b, sources: [{id: C-1, text: x}]}]")]
    [InlineData("[{id: a, input: b, sources: {id: C-1, text: x}}]")]
    [InlineData("[{id: a, input: b, sources: [{id: C-1}]}]", false)]
    [InlineData("[{id: a, input: b, sources: [{id: C-1, text: x, title: y}]}]", false)]
    [InlineData("[{id: a, input: b, answerable: true, must: false, split: dev, layer: tools, tags: x}]")]
    [InlineData("[{id: a, input: b, answerable: yes}]", false)]
    [InlineData("[{id: a, input: b, split: test}]", false)]
    [InlineData("[{id: a, input: b, expect: ''}]", false)]
    [InlineData("[{id: a, input: b, expects: c}]", false)]
    public void A_case_is_valid_where_it_can_be_read(string cases, bool isValid = true) => SchemaAndReader.AgreeOnSet($"layer: prompt\ncases: {cases}\n", isValid);

    [Theory]
    [InlineData("[{name: find}]")]
    [InlineData("[{name: find, description: 7, parameters: {type: object, properties: {id: {type: string}}}}]")]
    [InlineData("[{name: find, parameters: set.tool.json}]")]
    [InlineData("[]")]
    [InlineData("[{description: x}]", false)]
    [InlineData("[{name: ''}]", false)]
    [InlineData("[find]", false)]
    [InlineData("{name: find}", false)]
    [InlineData("[{name: find, parameters: {type: string}}]", false)]
    [InlineData("[{name: find, parameters: [x]}]", false)]
    [InlineData("[{name: find, schema: {type: object}}]", false)]
    public void A_tool_is_valid_where_it_can_be_read(string tools, bool isValid = true)
    {
        SchemaAndReader.AgreeOnSet($"tools: {tools}\nchecks: [words: 3]\n{SchemaAndReader.Case}", isValid);
        SchemaAndReader.AgreeOnSet($"checks: [words: 3]\ncases: [{{id: a, input: b, tools: {tools}}}]\n", isValid);
    }

    [Theory]
    [InlineData("{find: paid}")]
    [InlineData("{find: {status: paid}}")]
    [InlineData("{find: [one, {two: 2}]}")]
    [InlineData("{}", false)]
    [InlineData("paid", false)]
    [InlineData("[paid]", false)]
    public void A_tools_turn_is_valid_where_it_can_be_read(string results, bool isValid = true) =>
        SchemaAndReader.AgreeOnSet($"tools: [{{name: find}}]\nchecks: [words: 3]\ncases: [{{id: a, messages: [{{user: b}}, {{assistant: }}, {{tool: {results}}}, {{assistant: }}]}}]\n", isValid);
}
