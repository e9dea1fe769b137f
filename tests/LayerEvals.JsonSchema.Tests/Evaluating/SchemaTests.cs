using System.Text.Json;

namespace LayerEvals.JsonSchema.Tests;

public sealed class SchemaTests
{
    [Fact]
    public async Task One_schema_serves_many_threads()
    {
        var schema = Schema.Compile("""{"properties":{"a":{"type":"integer","pattern":"x"},"b":{"pattern":"^\\p{L}+$"}},"unevaluatedProperties":false}""");
        var good = Json.Parse("""{"a":1,"b":"Straße"}""");
        var bad = Json.Parse("""{"a":"1","b":"2","c":3}""");

        var tasks = Enumerable.Range(0, 16).Select(_ => Task.Run(() => Enumerable.Range(0, 500).All(_ => schema.IsValid(good) && schema.Evaluate(bad).Failures.Count == 3)));

        (await Task.WhenAll(tasks)).ShouldAllBe(right => right);
    }

    [Fact]
    public void A_schema_outlives_the_document_it_came_from()
    {
        Schema schema;
        using (var document = JsonDocument.Parse("""{"const":{"a":[1,2]}}""")) schema = Schema.Compile(document.RootElement);

        schema.IsValid(Json.Parse("""{"a":[1,2]}""")).ShouldBeTrue();
    }

    [Fact]
    public void A_valid_instance_costs_next_to_no_allocation()
    {
        var schema = Schema.Compile("""
            {"type":"object","required":["id","lines"],"additionalProperties":false,
             "properties":{"id":{"type":"string","pattern":"^CL-[0-9]+$","minLength":4},"total":{"type":"number","minimum":0,"multipleOf":0.01},
             "status":{"enum":["open","paid"]},"lines":{"type":"array","items":{"$ref":"#/$defs/line"}}},
             "$defs":{"line":{"type":"object","properties":{"text":{"type":"string","maxLength":80},"amount":{"anyOf":[{"type":"number"},{"type":"null"}]}}}}}
            """);
        var lines = string.Join(",", Enumerable.Range(0, 200).Select(i => $$"""{"text":"line {{i}}","amount":{{i}}.5}"""));
        var instance = Json.Parse($$"""{"id":"CL-1007","total":412.50,"status":"paid","lines":[{{lines}}]}""");
        schema.IsValid(instance).ShouldBeTrue();

        var before = GC.GetAllocatedBytesForCurrentThread();
        schema.IsValid(instance);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        // One Evaluation with its path, scope and lists; nothing per property, item or text.
        allocated.ShouldBeLessThan(2_000);
    }

    [Fact]
    public void A_valid_instance_has_no_failures_and_an_invalid_one_has()
    {
        var schema = Schema.Compile("""{"type":"integer"}""");

        schema.Evaluate(Json.Parse("1.0")).Failures.ShouldBeEmpty();
        schema.Evaluate(Json.Parse("1.5")).IsValid.ShouldBeFalse();
    }

    [Fact]
    public void A_format_is_asserted_only_when_asked()
    {
        const string schema = """{"format":"date"}""";
        var instance = Json.Parse("\"2026-02-30\"");

        Schema.Compile(schema).IsValid(instance).ShouldBeTrue();
        Schema.Compile(schema, new SchemaOptions { FormatAssertion = true }).IsValid(instance).ShouldBeFalse();
    }

    [Fact]
    public void A_reference_leads_to_a_registered_document_by_a_relative_address()
    {
        var options = new SchemaOptions
        {
            Documents = new Dictionary<Uri, JsonElement> { [new Uri("common.json", UriKind.Relative)] = Json.Parse("""{"$defs":{"id":{"type":"string"}}}""") },
        };

        var schema = Schema.Compile("""{"properties":{"id":{"$ref":"common.json#/$defs/id"}}}""", options);

        schema.Evaluate(Json.Parse("""{"id":7}""")).Failures.ShouldHaveSingleItem().ToString()
            .ShouldBe("id: 7 is an integer where a string is expected (https://schema.invalid/common.json#/$defs/id/type)");
    }

    [Fact]
    public void Every_problem_is_reported_at_once()
    {
        var problems = Should.Throw<InvalidSchemaException>(() => Schema.Compile("""{"type":"x","minimum":"3","$defs":{"a":{"pattern":"("}}}""")).Problems;

        problems.Select(p => p.Path).ShouldBe(["type", "minimum", "$defs/a/pattern"]);
    }
}
