using System.Text.Json;

namespace LayerEvals.JsonSchema.Tests;

public sealed class HostileSchemaTests
{
    [Theory]
    [InlineData("""{"\ud800":1,"$defs":{"\udfff":true}}""")]
    [InlineData("""{"properties":{"a":{"enum":["\ud800"]},"\ud800":{"const":{"\udc00":1}}}}""")]
    public void A_name_with_a_lone_surrogate_is_a_name(string schema) => schema.Accepts("{}").ShouldBeTrue();

    [Theory]
    [InlineData("""{"$schema":"\ud800"}""")]
    [InlineData("""{"$ref":"\ud800"}""")]
    [InlineData("""{"$ref":"#/\ud800","\udc00":1}""")]
    [InlineData("""{"$ref":"http://["}""")]
    [InlineData("""{"$id":"http://[","$ref":"x"}""")]
    [InlineData("""{"items":[true]}""")]
    [InlineData("""{"properties":[]}""")]
    [InlineData("""{"dependentRequired":{"a":"b"}}""")]
    [InlineData("""{"$defs":{"a":{"$id":"a.json"},"b":{"$id":"a.json"}}}""")]
    [InlineData("""{"multipleOf":-1e999999999}""")]
    [InlineData("null")]
    public void What_is_no_schema_is_reported_as_a_problem(string schema) =>
        Should.Throw<InvalidSchemaException>(() => Schema.Compile(schema)).Problems.ShouldNotBeEmpty();

    [Fact]
    public void An_undefined_value_is_reported_as_a_problem() =>
        Should.Throw<InvalidSchemaException>(() => Schema.Compile(default(JsonElement))).Problems.ShouldHaveSingleItem();

    [Fact]
    public void More_schemas_than_the_limit_are_refused()
    {
        var options = new SchemaOptions { Limits = new SchemaLimits { MaxSchemas = 10 } };

        Should.Throw<InvalidSchemaException>(() => Schema.Compile($$"""{"allOf":[{{string.Join(",", Enumerable.Repeat("true", 20))}}]}""", options))
            .Problems.ShouldHaveSingleItem().Message.ShouldContain("more than 10 schemas");
    }

    [Fact]
    public void A_pattern_longer_than_the_limit_is_refused() =>
        Should.Throw<InvalidSchemaException>(() => Schema.Compile($$"""{"pattern":"{{new string('a', 10_001)}}"}"""))
            .Problems.ShouldHaveSingleItem().Message.ShouldContain("10,001 characters");

    [Fact]
    public void A_required_vocabulary_that_is_not_known_is_refused()
    {
        var options = new SchemaOptions
        {
            Documents = new Dictionary<Uri, JsonElement>
            {
                [new Uri("https://example.com/meta")] = Json.Parse("""{"$schema":"https://json-schema.org/draft/2020-12/schema","$vocabulary":{"https://example.com/vocab":true}}"""),
            },
        };

        Should.Throw<InvalidSchemaException>(() => Schema.Compile("""{"$schema":"https://example.com/meta"}""", options))
            .Problems.ShouldContain(p => p.Message.Contains("https://example.com/vocab"));
    }

    [Fact]
    public void A_reference_to_an_address_that_nobody_registered_is_refused_and_not_fetched() =>
        Should.Throw<InvalidSchemaException>(() => Schema.Compile("""{"$ref":"http://127.0.0.1:9/never.json"}"""))
            .Problems.ShouldHaveSingleItem().Message.ShouldContain("nothing is fetched");
}
