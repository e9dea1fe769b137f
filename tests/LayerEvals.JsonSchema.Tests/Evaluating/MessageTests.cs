using System.Text;
using System.Text.Json;
using LayerEvals.Testing;

namespace LayerEvals.JsonSchema.Tests;

public sealed class MessageTests
{
    const string Claim = """{"properties":{"claim":{"required":["total","currency"],"properties":{"total":{"type":"integer"},"currency":{"enum":["EUR","USD"]},"lines":{"items":{"type":"object"},"minItems":1,"maxItems":2}},"additionalProperties":false}}}""";

    static readonly (string Schema, string Instance)[] Cases =
    [
        (Claim, """{"claim":{"total":412.5,"currency":"EUR"}}"""),
        (Claim, """{"claim":{"currency":"GBP","note":"paid"}}"""),
        (Claim, """{"claim":{"total":1,"currency":"EUR","lines":[{},3,"x"]}}"""),
        (Claim, """{"claim":{"total":1,"currency":"EUR","lines":[]}}"""),
        ("""{"type":"object"}""", "[1,2]"),
        ("""{"type":["string","null"]}""", "7"),
        ("""{"type":"string"}""", """{"status":"approved","reason":"the invoice is older than thirty days and was paid"}"""),
        ("""{"const":{"a":1}}""", """{"a":2}"""),
        ("""{"enum":[1,2,3,4,5,6,7,8,9,10,11]}""", "12"),
        ("""{"minimum":5}""", "4"),
        ("""{"exclusiveMaximum":9007199254740993}""", "9007199254740993"),
        ("""{"multipleOf":0.01}""", "19.999"),
        ("""{"minLength":5}""", "\"abc\""),
        ("""{"maxLength":2}""", "\"abc\""),
        ("""{"pattern":"^[A-Z]{3}$"}""", "\"eur\""),
        ("""{"minProperties":2}""", """{"a":1}"""),
        ("""{"uniqueItems":true}""", "[1,2,1.0]"),
        ("""{"contains":{"type":"string"}}""", "[1,2]"),
        ("""{"contains":{"type":"string"},"maxContains":1}""", """["a","b"]"""),
        ("""{"prefixItems":[{"type":"string"}],"items":false}""", """["a",2]"""),
        ("""{"not":{"type":"null"}}""", "null"),
        ("""{"propertyNames":{"pattern":"^[a-z]+$"}}""", """{"Total":1}"""),
        ("""{"dependentRequired":{"total":["currency"]}}""", """{"total":1}"""),
        ("""{"if":{"required":["total"]},"then":{"required":["currency"]}}""", """{"total":1}"""),
        ("""{"properties":{"a":true},"unevaluatedProperties":false}""", """{"a":1,"b":2}"""),
        ("""{"prefixItems":[true],"unevaluatedItems":false}""", "[1,2]"),
        ("""{"properties":{"a":false}}""", """{"a":1}"""),
        ("""{"$ref":"#/$defs/total","$defs":{"total":{"type":"integer"}}}""", "\"12\""),
        ("""{"anyOf":[{"type":"string"},{"type":"null"},{"type":"integer"}]}""", "1.5"),
        ("""{"anyOf":[{"const":"yes"},{"const":"no"}]}""", "\"maybe\""),
        ("""{"anyOf":[{"properties":{"kind":{"const":"refund"},"days":{"type":"integer"}},"required":["kind","days"]},{"properties":{"kind":{"const":"fee"},"amount":{"type":"number"}},"required":["kind","amount"]}]}""", """{"kind":"fee","amount":"40 EUR"}"""),
        ("""{"oneOf":[{"type":"integer"},{"minimum":2},{"type":"string"}]}""", "3"),
        ("""{"type":"integer"}""", "\"\\u001b[31mred\\u202e\\u0000 and a line\\nbreak\""),
        ("""{"additionalProperties":{"type":"integer"}}""", """{"a b":"x","\u001b[2J":"y","":"z"}"""),
        ("""{"type":"integer"}""", "\"\\ud800\""),
        ("""{"items":{"items":{"type":"string"}}}""", "[[\"a\"],[\"b\",3]]"),
    ];

    static readonly string[] Schemas =
    [
        """{"type":"strin"}""",
        """{"properties":{"a":{"minLength":-1,"maxLength":"3"},"b":7}}""",
        """{"pattern":"(a"}""",
        """{"pattern":"\\p{Script=Greek}"}""",
        """{"pattern":"\\a"}""",
        """{"$ref":"#/$defs/claim"}""",
        """{"$ref":"https://example.com/claim.json"}""",
        """{"$schema":"https://example.com/schema"}""",
        """{"$ref":"#"}""",
        """{"anyOf":[{"type":"string"},{"$ref":"#"}]}""",
        """{"allOf":[]}""",
        """{"required":"total"}""",
        """{"$schema":"http://json-schema.org/draft-04/schema#","not":true}""",
        """{"multipleOf":0}""",
        """[1]""",
        """{"type":""",
    ];

    [Fact]
    public void Every_failure_reads_as_approved()
    {
        var lines = new StringBuilder();
        foreach (var (schema, instance) in Cases)
        {
            using var document = JsonDocument.Parse(instance);
            lines.Append(schema).Append('\n').Append(instance).Append('\n');
            foreach (var failure in Schema.Compile(schema).Evaluate(document.RootElement).Failures) lines.Append("    ").Append(failure).Append('\n');
            lines.Append('\n');
        }
        Approve.Text(lines.ToString(), "failures");
    }

    [Fact]
    public void Every_problem_of_a_schema_reads_as_approved()
    {
        var lines = new StringBuilder();
        foreach (var schema in Schemas)
        {
            var problems = Should.Throw<InvalidSchemaException>(() => Schema.Compile(schema)).Problems;
            lines.Append(schema).Append('\n');
            foreach (var problem in problems) lines.Append("    ").Append(problem).Append('\n');
            lines.Append('\n');
        }
        Approve.Text(lines.ToString(), "problems");
    }
}
