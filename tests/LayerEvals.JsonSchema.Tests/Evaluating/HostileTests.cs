using System.Diagnostics;
using System.Text.Json;

namespace LayerEvals.JsonSchema.Tests;

public sealed class HostileTests
{
    [Fact]
    public void A_deep_instance_is_reported_and_does_not_overflow_the_stack()
    {
        var schema = Schema.Compile("""{"items":{"$ref":"#"}}""");
        var deep = Json.Parse(new string('[', 10_000) + new string(']', 10_000));

        schema.Evaluate(deep).Failures.ShouldHaveSingleItem().Keyword.ShouldBe("limit");
    }

    [Fact]
    public void A_deep_instance_compared_with_itself_is_reported_or_compared()
    {
        var deep = new string('[', 10_000) + new string(']', 10_000);
        var schema = Schema.Compile("""{"uniqueItems":true}""");

        schema.IsValid(Json.Parse($"[{deep},{deep}]")).ShouldBeFalse();
    }

    [Fact]
    public void A_deep_schema_is_reported()
    {
        var deep = string.Concat(Enumerable.Repeat("""{"not":""", 100_000)) + "true" + new string('}', 100_000);

        Should.Throw<InvalidSchemaException>(() => Schema.Compile(deep));
    }

    [Fact]
    public void A_deep_schema_that_was_parsed_compiles_and_its_evaluation_is_bounded()
    {
        var deep = Json.Parse(string.Concat(Enumerable.Repeat("""{"allOf":[""", 5_000)) + "true" + string.Concat(Enumerable.Repeat("]}", 5_000)));

        Schema.Compile(deep).Evaluate(Json.Parse("1")).Failures.ShouldHaveSingleItem().Keyword.ShouldBe("limit");
    }

    [Fact]
    public void A_dynamic_reference_to_itself_is_reported_at_evaluation()
    {
        var schema = Schema.Compile("""{"$dynamicAnchor":"self","$dynamicRef":"#self"}""");

        schema.Evaluate(Json.Parse("1")).Failures.ShouldHaveSingleItem().Keyword.ShouldBe("limit");
    }

    [Fact]
    public void A_limit_inside_not_is_no_pass()
    {
        var schema = Schema.Compile("""{"not":{"$ref":"#/$defs/list"},"$defs":{"list":{"items":{"$ref":"#/$defs/list"}}}}""");

        schema.IsValid(Json.Parse(new string('[', 10_000) + new string(']', 10_000))).ShouldBeFalse();
    }

    [Fact]
    public void A_schema_that_doubles_at_every_step_is_cut_off()
    {
        var definitions = string.Join(",", Enumerable.Range(0, 60).Select(i => $$"""{{'"'}}d{{i}}":{"allOf":[{"$ref":"#/$defs/d{{i + 1}}"},{"$ref":"#/$defs/d{{i + 1}}"}]}"""));
        var schema = Schema.Compile($$$"""{"$ref":"#/$defs/d0","$defs":{{{{definitions}}},"d60":true}}""", new SchemaOptions { Limits = new SchemaLimits { MaxSteps = 100_000 } });

        schema.Evaluate(Json.Parse("1")).Failures.ShouldHaveSingleItem().Found.ShouldContain("100000");
    }

    [Theory]
    [InlineData("""{"type":"integer"}""", "1e999999999999", true)]
    [InlineData("""{"type":"integer"}""", "1e-999999999999", false)]
    [InlineData("""{"minimum":0}""", "-1e999999999999", false)]
    [InlineData("""{"maximum":1e999999999}""", "1e999999998", true)]
    [InlineData("""{"multipleOf":3}""", "1e999999999", false)]
    [InlineData("""{"multipleOf":3}""", "3e999999999", true)]
    [InlineData("""{"multipleOf":1e-999999999}""", "1", true)]
    [InlineData("""{"multipleOf":1e999999999}""", "1e999999998", false)]
    [InlineData("""{"const":1e999999999}""", "10e999999998", true)]
    [InlineData("""{"const":0}""", "0e999999999", true)]
    public void Huge_exponents_are_exact_and_quick(string schema, string instance, bool valid)
    {
        var watch = Stopwatch.StartNew();

        schema.Accepts(instance).ShouldBe(valid);

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void A_number_of_a_million_digits_is_divided()
    {
        var number = new string('3', 1_000_000);

        """{"multipleOf":3}""".Accepts(number).ShouldBeTrue();
        """{"multipleOf":9}""".Accepts(number[1..]).ShouldBe((999_999 * 3) % 9 == 0);
    }

    [Theory]
    [InlineData("^(a+)+$")]
    [InlineData("^(a|aa)*$")]
    [InlineData("^(a*)*b$")]
    public void A_pattern_without_references_is_matched_in_linear_time(string pattern)
    {
        var schema = Schema.Compile($$"""{"pattern":"{{pattern}}"}""");

        var failure = schema.Evaluate(Json.Parse($"\"{new string('a', 50_000)}!\"")).Failures.ShouldHaveSingleItem();

        failure.Sentence.ShouldContain("where a match of");
    }

    [Fact]
    public void A_pattern_that_backtracks_endlessly_is_reported()
    {
        var schema = Schema.Compile("""{"not":{"pattern":"^(?=(a|aa)+$)x"}}""");

        var failure = schema.Evaluate(Json.Parse($"\"{new string('a', 200)}!\"")).Failures.ShouldHaveSingleItem();

        failure.Sentence.ShouldContain("took longer than 250 ms");
    }

    [Fact]
    public void Many_equal_looking_objects_are_told_apart_quickly()
    {
        var items = string.Join(",", Enumerable.Range(0, 20_000).Select(i => $$"""{"id":{{i}},"name":"x"}"""));
        var watch = Stopwatch.StartNew();

        """{"uniqueItems":true}""".Accepts($"[{items}]").ShouldBeTrue();

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(5));
    }

    [Theory]
    [InlineData("""{"\ud800":1}""")]
    [InlineData("""["\udfff"]""")]
    [InlineData("""{"a":"\ud800","b":{"\udc00\ud800":[]}}""")]
    public void Lone_surrogates_are_text_like_any_other(string instance)
    {
        var schema = Schema.Compile("""
            {"required":["a"],"properties":{"a":{"pattern":"^.$","enum":["b"]}},"patternProperties":{"^x":true},"propertyNames":{"maxLength":5},
             "dependentRequired":{"a":["b"]},"uniqueItems":true,"items":{"const":"c","minLength":3},"unevaluatedProperties":false}
            """);

        schema.Evaluate(Json.Parse(instance)).IsValid.ShouldBeFalse();
    }

    [Fact]
    public void No_more_failures_than_the_limit_are_explained()
    {
        var schema = Schema.Compile("""{"items":{"type":"string"}}""", new SchemaOptions { Limits = new SchemaLimits { MaxFailures = 3 } });

        schema.Evaluate(Json.Parse("[1,2,3,4,5,6]")).Failures.Count.ShouldBe(3);
    }
}
