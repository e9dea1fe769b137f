using System.Text.Json;
using LayerEvals.JsonSchema;
using LayerEvals.Testing;
using LayerEvals.Tests.Planning;

namespace LayerEvals.Tests.Reading;

/// <summary>The schema of a file of wordings and its reader say the same. What a wording may be made of (its words, its gaps, the lists that it names) only the reader says.</summary>
public sealed class WordingsSchemaTests
{
    static readonly string Written = File.ReadAllText(Repository.File("schemas", "wordings.schema.json"));
    static readonly Schema Wordings = Schema.Compile(Written);

    [Theory]
    [InlineData("Abstaining", "abstention-wordings.yaml")]
    [InlineData("Refusing", "refusal-wordings.yaml")]
    public void The_programs_own_languages_are_valid(string folder, string name)
    {
        var file = File.ReadAllText(Repository.File("src", "LayerEvals", "Scoring", folder, name));

        Wordings.Evaluate(EditorView.Of(file[file.IndexOf("\nlanguages:", StringComparison.Ordinal)..])).Failures.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("languages: {en: {openings: my files leave this open}}")]
    [InlineData("languages: {en: {openings: ['my {documents} leave this open', 'no … idea'], hedges: [leave this open until]}, sv: {sentinels: [finns inte i källorna]}}")]
    [InlineData("languages: {en: {words: {ours: [binder, folder]}, within: ['not in the {ours}']}}")]
    [InlineData("languages: {en: {words: {ours: binder}, fillers: 7}}")]
    [InlineData("languages: {}")]
    [InlineData("{}", false)]
    [InlineData("[]", false)]
    [InlineData("languages: [en]", false)]
    [InlineData("languages: {en: [my files leave this open]}", false)]
    [InlineData("languages: {en: {opening: my files leave this open}}", false)]
    [InlineData("languages: {en: {openings: {a: b}}}", false)]
    [InlineData("languages: {en: {openings: [[a]]}}", false)]
    [InlineData("languages: {en: {words: {ours: {a: b}}}}", false)]
    [InlineData("{languages: {en: {openings: a b}}, tools: [abstain]}", false)]
    public void A_file_is_valid_where_it_can_be_read(string wordings, bool isValid = true)
    {
        using var plan = new SmallPlan(("set.yaml", "layer: prompt\nchecks: [{not-found: {wordings: ours.yaml}}]\ncases: [{id: a, input: b, answerable: false}]\n"), ("ours.yaml", wordings));

        (!plan.Errors().Any()).ShouldBe(isValid, $"the reader, of {wordings}");
        (!Wordings.Evaluate(EditorView.Of(wordings)).Failures.Any()).ShouldBe(isValid, $"the schema, of {wordings}");
    }

    // The message about an unknown key lists all that the reader asked for.
    [Fact]
    public void It_has_the_lists_that_the_reader_asks_for()
    {
        using var plan = new SmallPlan(("set.yaml", "layer: prompt\nchecks: [{not-found: {wordings: ours.yaml}}]\ncases: [{id: a, input: b, answerable: false}]\n"), ("ours.yaml", "languages: {en: {zzzzzzzz: a}}"));
        var advice = plan.Errors().Single(p => p.Id == "LE1004").Do;

        var known = advice[(advice.IndexOf(": ", StringComparison.Ordinal) + 2)..].Split(", ");

        JsonDocument.Parse(Written).RootElement.GetProperty("$defs").GetProperty("language").GetProperty("properties").EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal)
            .ShouldBe(known.Order(StringComparer.Ordinal));
    }
}
