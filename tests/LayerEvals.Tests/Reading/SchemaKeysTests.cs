using System.Text.Json;
using LayerEvals.Scoring;
using LayerEvals.Tests.Planning;

namespace LayerEvals.Tests.Reading;

/// <summary>The schemas name the very keys that the readers ask for.</summary>
public sealed class SchemaKeysTests
{
    [Fact]
    public void The_schema_names_the_checks_that_this_version_has()
    {
        var map = At(SchemaAndReader.Written("goldenset"), "$defs/check-map");

        Keys(map).Except(["layer", "name", "turn"]).ShouldBe(CheckTypes.All.Keys, ignoreOrder: true);
        map.GetProperty("oneOf").EnumerateArray().Select(r => r.GetProperty("required")[0].GetString()).ShouldBe(CheckTypes.All.Keys, ignoreOrder: true);
    }

    [Theory]
    [InlineData("", "zzz: 1\n" + SmallPlan.Set)]
    [InlineData("$defs/case", "cases: [{zzz: 1, id: a, input: b}]")]
    [InlineData("$defs/source/anyOf/1", "cases: [{id: a, input: b, sources: [{zzz: 1, id: x, text: y}]}]")]
    [InlineData("$defs/count/anyOf/1", "checks: [{words: {zzz: 1, min: 1}}]\n" + Case)]
    [InlineData("$defs/text-expectation/anyOf/2", "layer: tools\nchecks: [{contains: {zzz: 1, any: x}}]\n" + Case)]
    [InlineData("$defs/check-map/properties/json/anyOf/0", "checks: [{json: {zzz: 1, path: $, matches: x}}]\n" + Case)]
    [InlineData("$defs/check-map/properties/schema/anyOf/1", "checks: [{schema: {zzz: 1, file: set.schema.json}}]\n" + Case)]
    [InlineData("$defs/check-map/properties/citations/anyOf/0", "checks: [{citations: {zzz: 1}}]\n" + Case)]
    [InlineData("$defs/check-map/properties/not-found/anyOf/1", "checks: [{not-found: {zzz: 1}}]\n" + Case)]
    [InlineData("$defs/check-map/properties/refusal/anyOf/1", "checks: [{refusal: {zzz: 1, is: required}}]\n" + Case)]
    [InlineData("$defs/check-map/properties/only-fields/anyOf/1", "checks: [{only-fields: {zzz: 1}}]\n" + Case)]
    [InlineData("$defs/check-map/properties/max-tokens/anyOf/1", "checks: [{max-tokens: {zzz: 1, input: 1}}]\n" + Case)]
    [InlineData("$defs/check-map/properties/max-latency/anyOf/1", "checks: [{max-latency: {zzz: 1, at-most: 1s}}]\n" + Case)]
    [InlineData("$defs/check-map/properties/max-cost/anyOf/1", "checks: [{max-cost: {zzz: 1, usd: 1}}]\n" + Case)]
    [InlineData("$defs/check-map/properties/ifeval/anyOf/1", "checks: [{ifeval: {zzz: 1, id: \"punctuation:no_comma\"}}]\n" + Case)]
    [InlineData("$defs/check-map/properties/keywords/anyOf/2", "checks: [{keywords: {zzz: 1, all: x}}]\n" + Case)]
    [InlineData("$defs/check-map/properties/language/anyOf/2", "checks: [{language: {zzz: 1, is: de}}]\n" + Case)]
    [InlineData("$defs/check-map/properties/casing/anyOf/1", "checks: [{casing: {zzz: 1, is: upper}}]\n" + Case)]
    [InlineData("$defs/check-map/properties/table/anyOf/1", "checks: [{table: {zzz: 1}}]\n" + Case)]
    [InlineData("$defs/check-map/properties/labels/anyOf/1", "checks: [{labels: {zzz: 1, of: [x, y]}}]\n" + Case)]
    [InlineData("$defs/check-map/properties/lines-match/anyOf/1", "checks: [{lines-match: {zzz: 1, pattern: x}}]\n" + Case)]
    [InlineData("$defs/tool", "tools: [{zzz: 1, name: x}]\nchecks: [words: 3]\n" + Case)]
    [InlineData("$defs/check-map/properties/calls/anyOf/2", "tools: [{name: x}]\nchecks: [{calls: {zzz: 1, tools: x}}]\n" + Case)]
    [InlineData("$defs/check-map/properties/arguments/anyOf/1", "tools: [{name: x}]\nchecks: [{arguments: {zzz: 1, of: x}}]\n" + Case)]
    [InlineData("$defs/check-map/properties/no-call/anyOf/3", "tools: [{name: x}]\nchecks: [{no-call: {zzz: 1}}]\n" + Case)]
    [InlineData("$defs/check-map/properties/corrects-premise/anyOf/2", "checks: [{corrects-premise: {zzz: 1, corrections: x}}]\n" + Case)]
    [InlineData("$defs/check-map/properties/template/anyOf/1", "checks: [{template: {zzz: 1, text: x}}]\n" + Case)]
    public void The_keys_of_a_golden_set_are_those_that_the_reader_knows(string map, string set)
    {
        using var plan = new SmallPlan(("set.yaml", set), ("set.schema.json", "true"));

        Known(plan).ShouldBe(Keys(At(SchemaAndReader.Written("goldenset"), map)), ignoreOrder: true);
    }

    [Theory]
    [InlineData("", "zzz: 1")]
    [InlineData("properties/knowledge", "knowledge: {zzz: 1}")]
    [InlineData("properties/limits", "limits: {zzz: 1}")]
    [InlineData("properties/gate", "gate: {zzz: 1}")]
    [InlineData("properties/gate/properties/layers/additionalProperties", "gate: {layers: {tools: {zzz: 1}}}")]
    [InlineData("properties/recordings", "recordings: {zzz: 1}")]
    [InlineData("$defs/own-layer", "layers: [{zzz: 1, id: x}]")]
    [InlineData("$defs/model", "zzz: {}", "zzz: 1, ")]
    [InlineData("$defs/model/properties/sampling", "", "sampling: {zzz: 1}, ")]
    [InlineData("$defs/model/properties/price", "", "price: {zzz: 1, input: 1, output: 1}, ")]
    public void The_keys_of_a_configuration_are_those_that_the_reader_knows(string map, string more, string ofModel = "")
    {
        var config = SmallPlan.Config.Replace("new: {", "new: {" + ofModel, StringComparison.Ordinal);
        using var plan = new SmallPlan(("config.yaml", ofModel.Length > 0 ? config : $"{more}\n{config}"));

        Known(plan).ShouldBe(Keys(At(SchemaAndReader.Written("config"), map)), ignoreOrder: true);
    }

    const string Case = SchemaAndReader.Case;

    // The message about an unknown key lists all that the reader asked for.
    static IEnumerable<string> Known(SmallPlan plan)
    {
        var advice = plan.Errors().Single(p => p.Id == "LE1004").Do;
        return advice[(advice.IndexOf(": ", StringComparison.Ordinal) + 2)..].Split(", ");
    }

    static IEnumerable<string> Keys(JsonElement map) => map.GetProperty("properties").EnumerateObject().Select(p => p.Name);

    static JsonElement At(string schema, string path)
    {
        var element = JsonDocument.Parse(schema).RootElement;
        foreach (var step in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
            element = element.ValueKind == JsonValueKind.Array ? element[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)] : element.GetProperty(step);
        return element;
    }
}
