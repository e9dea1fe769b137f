using System.Globalization;
using System.Text;
using System.Text.Json;
using LayerEvals.Configs;
using LayerEvals.Configs.StrictOutputs;
using LayerEvals.Testing;

namespace LayerEvals.Tests.Configs;

public sealed class StrictLintTests
{
    // Everything that some vendor does not take, once.
    const string Wrong = """
        {
          "anyOf": [{"type": "object"}],
          "properties": {
            "note": {"type": "string", "maxLength": 240},
            "title": {"type": "string", "maxLength": 80},
            "lines": {"type": "array", "minItems": 2, "uniqueItems": true, "items": {"$ref": "#/$defs/line"}},
            "kind": {"enum": [{"a": 1}]},
            "total": {"$ref": "money.json"},
            "if": {"type": "boolean"}
          },
          "required": ["note"],
          "allOf": [{"if": {"required": ["title"]}, "then": {"required": ["lines"]}}],
          "$defs": {"line": {"type": "object", "additionalProperties": false, "required": ["next"], "properties": {"next": {"anyOf": [{"$ref": "#/$defs/line"}, {"type": "null"}]}}}}
        }
        """;

    // What every vendor takes.
    const string Right = """
        {
          "type": "object",
          "required": ["answer", "citations"],
          "additionalProperties": false,
          "properties": {
            "answer": {"type": ["string", "null"], "description": "One sentence."},
            "citations": {"type": "array", "items": {"type": "object", "required": ["id"], "additionalProperties": false, "properties": {"id": {"type": "string"}}}}
          }
        }
        """;

    public static TheoryData<string> Vendors => [.. VendorRules.All.Select(r => r.Name)];

    [Fact]
    public void Each_vendor_has_its_own_findings()
    {
        var said = new StringBuilder();
        foreach (var rules in VendorRules.All)
        {
            said.Append(CultureInfo.InvariantCulture, $"# {rules.Name}\n");
            foreach (var finding in StrictLint.Run(Parse(Wrong), rules)) said.Append(CultureInfo.InvariantCulture, $"{finding.Path}: {finding.Found} ({finding.Rule})\n    {finding.Advice}\n");
            said.Append('\n');
        }

        Approve.Text(said.ToString());
    }

    [Theory, MemberData(nameof(Vendors))]
    public void A_plain_closed_schema_is_taken_by_every_vendor(string vendor) => StrictLint.Run(Parse(Right), Rules(vendor)).ShouldBeEmpty();

    [Theory, MemberData(nameof(Vendors))]
    public void Rules_name_the_page_that_they_were_read_from(string vendor) => Rules(vendor).Sources.ShouldAllBe(s => s.StartsWith("https://", StringComparison.Ordinal));

    [Theory]
    [InlineData("openai", null, "OpenAI")]
    [InlineData("azure-openai", "OpenAI", "Azure OpenAI")]
    [InlineData("anthropic", null, "Anthropic")]
    [InlineData("openai-compatible", "google", "Google")]
    [InlineData("openai-compatible", null, null)]
    [InlineData("code", "somebody", null)]
    public void The_provider_tells_the_vendor_and_else_what_the_configuration_says(string provider, string? vendor, string? name) =>
        VendorRules.Of(new ModelConfiguration { Name = "new", Provider = provider, Model = "m-1", Vendor = vendor })?.Name.ShouldBe(name);

    [Theory]
    [InlineData("OpenAI", 10)]
    [InlineData("Azure OpenAI", 5)]
    public void Objects_inside_one_another_are_counted_from_the_root(string vendor, int most)
    {
        StrictLint.Run(Parse(Nested(most)), Rules(vendor)).ShouldBeEmpty();
        StrictLint.Run(Parse(Nested(most + 1)), Rules(vendor)).ShouldHaveSingleItem().Rule.ShouldBe("depth");
    }

    [Theory]
    [InlineData("OpenAI", 5000)]
    [InlineData("Azure OpenAI", 100)]
    public void Properties_are_counted_over_all_objects(string vendor, int most)
    {
        StrictLint.Run(Parse(Wide(most)), Rules(vendor)).ShouldBeEmpty();
        StrictLint.Run(Parse(Wide(most + 1)), Rules(vendor)).ShouldHaveSingleItem().Found.ShouldContain($"{most + 1} properties");
    }

    [Fact]
    public void Values_of_enum_are_counted_and_measured()
    {
        StrictLint.Run(Parse(Choice(250, 61)), Rules("OpenAI")).ShouldBeEmpty();
        StrictLint.Run(Parse(Choice(251, 61)), Rules("OpenAI")).ShouldHaveSingleItem().Rule.ShouldBe("long-enum");
        StrictLint.Run(Parse(Choice(1001, 4)), Rules("OpenAI")).ShouldHaveSingleItem().Rule.ShouldBe("enum-values");
    }

    [Theory]
    [InlineData("""{"type":"object","additionalProperties":false,"properties":{"a":{"$ref":"#"}}}""", true)]
    [InlineData("""{"$ref":"#/$defs/a","$defs":{"a":{"items":{"$ref":"#/$defs/b"}},"b":{"items":{"$ref":"#/$defs/a"}}}}""", true)]
    [InlineData("""{"items":{"$ref":"#/$defs/a"},"prefixItems":[{"$ref":"#/$defs/a"}],"$defs":{"a":{"items":{"$ref":"#/$defs/ab"}},"ab":{"type":"null"}}}""", false)]
    public void A_schema_that_comes_back_to_itself_is_recursive(string schema, bool isRecursive) =>
        StrictLint.Run(Parse(schema), Rules("Anthropic")).Any(f => f.Rule == "recursion").ShouldBe(isRecursive);

    [Theory]
    [InlineData("true")]
    [InlineData("[]")]
    [InlineData("""{"properties":7,"required":"a","enum":{},"$ref":[],"type":{},"items":"x","minItems":"many","anyOf":{},"$defs":[]}""")]
    public void A_schema_that_is_none_is_no_reason_to_crash(string schema)
    {
        foreach (var rules in VendorRules.All) StrictLint.Run(Parse(schema), rules).Count.ShouldBeLessThan(20);
    }

    static VendorRules Rules(string vendor) => VendorRules.All.Single(r => r.Name == vendor);

    static JsonElement Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }

    static string Nested(int depth) => depth == 1
        ? Object("\"a\":{\"type\":\"string\"}", "\"a\"")
        : Object($"\"a\":{Nested(depth - 1)}", "\"a\"");

    static string Wide(int count) => Object(
        string.Join(',', Enumerable.Range(0, count).Select(i => $"\"p{i}\":{{\"type\":\"string\"}}")), string.Join(',', Enumerable.Range(0, count).Select(i => $"\"p{i}\"")));

    static string Choice(int count, int length) => Object(
        $"\"a\":{{\"enum\":[{string.Join(',', Enumerable.Range(0, count).Select(i => $"\"{i.ToString(CultureInfo.InvariantCulture).PadLeft(length, 'x')}\""))}]}}", "\"a\"");

    static string Object(string properties, string required) => $"{{\"type\":\"object\",\"additionalProperties\":false,\"required\":[{required}],\"properties\":{{{properties}}}}}";
}
