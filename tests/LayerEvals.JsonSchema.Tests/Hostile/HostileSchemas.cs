namespace LayerEvals.JsonSchema.Tests;

/// <summary>Schemas that nobody should write, by name; some compile, some do not.</summary>
internal static class HostileSchemas
{
    /// <summary>The schema that a slow machine does not decide on a text that a quick one decides.</summary>
    public const string LookAhead = "texts by look-ahead";

    /// <summary>Schemas that compile, and that ask a lot of any document.</summary>
    public static IReadOnlyDictionary<string, string> Demanding { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["anything"] = "true",
        ["itself for every part"] = """{"items":{"$ref":"#"},"additionalProperties":{"$ref":"#"}}""",
        ["itself twice for every part"] = """{"allOf":[{"items":{"$ref":"#"},"additionalProperties":{"$ref":"#"}},{"items":{"$ref":"#"},"additionalProperties":{"$ref":"#"}}]}""",
        ["itself by a dynamic reference"] = """{"$dynamicAnchor":"n","items":{"$dynamicRef":"#n"},"properties":{"a":{"$dynamicRef":"#n"}},"type":["array","object"]}""",
        ["unique at every level"] = """{"uniqueItems":true,"items":{"$ref":"#"}}""",
        ["leftovers at every level"] = """{"anyOf":[{"properties":{"a":{"$ref":"#"}}},{"prefixItems":[{"$ref":"#"}]}],"unevaluatedProperties":{"$ref":"#"},"unevaluatedItems":{"$ref":"#"}}""",
        ["texts by every keyword"] = """{"pattern":"^(a+)+$","minLength":1,"maxLength":10,"format":"email","enum":["a","\ud800"],"propertyNames":{"pattern":"^(a|aa)*$","maxLength":20}}""",
        [LookAhead] = """{"pattern":"^(?=(a|aa)+$)x","patternProperties":{"^(?=(a|aa)+$)x":false}}""",
        ["numbers by every keyword"] = """{"type":["integer","array","object"],"minimum":-1e400,"maximum":1e400,"multipleOf":1e-400,"exclusiveMinimum":-1e999999999,"items":{"$ref":"#"}}""",
        ["a number with a long divisor"] = """{"multipleOf":1234567890123456789012345678901234567890.000000000000000000000000000001}""",
        ["objects by every keyword"] = """{"required":["a","\ud800","__proto__"],"dependentRequired":{"a":["b"]},"dependentSchemas":{"a":{"maxProperties":1}},"minProperties":1,"patternProperties":{"^n":{"type":"integer"}},"additionalProperties":{"not":{"const":1}},"propertyNames":{"not":{"const":"\ud800"}}}""",
        ["arrays by every keyword"] = """{"prefixItems":[true,{"type":"integer"}],"items":{"not":{"type":"string"}},"contains":{"const":7},"minContains":1,"maxContains":3,"uniqueItems":true,"minItems":1,"maxItems":100000}""",
        ["a hundred branches"] = $$"""{"anyOf":[{{string.Join(",", Enumerable.Range(0, 100).Select(i => $$"""{"properties":{"a":{"const":{{i}} } },"required":["a","n{{i}}"]}"""))}}] }""",
        ["exactly one of itself"] = """{"oneOf":[{"type":"array","items":{"$ref":"#"}},{"type":"object","additionalProperties":{"$ref":"#"}},{"type":["string","number","boolean","null"]}]}""",
        ["not not itself"] = """{"not":{"not":{"items":{"$ref":"#"},"additionalProperties":{"$ref":"#"}}}}""",
        ["conditions in conditions"] = """{"if":{"if":{"type":"array"},"then":{"items":{"$ref":"#"}},"else":{"required":["a"]}},"then":{"properties":{"a":{"$ref":"#"}}},"else":{"minItems":1}}""",
        ["ten thousand names"] = $$"""{"properties":{{Map(10_000, i => $"\"n{i}\":true")}},"required":["n1","n9999"],"additionalProperties":false}""",
        ["a thousand constants"] = $$"""{"enum":[{{string.Join(",", Enumerable.Range(0, 1_000).Select(i => $$"""{"a":[{{i}}]}"""))}}]}""",
        ["draft 4"] = """{"$schema":"http://json-schema.org/draft-04/schema#","type":"integer","minimum":0,"exclusiveMinimum":true,"items":[{"$ref":"#"}],"additionalItems":false}""",
        ["its own metaschema"] = """{"$ref":"https://json-schema.org/draft/2020-12/schema"}""",
    };

    /// <summary>Schemas of which it matters only that the compiler ends with a schema or with problems.</summary>
    public static IReadOnlyDictionary<string, string> Odd { get; } = Broken().Concat(Generated()).ToDictionary(s => s.Name, s => s.Json, StringComparer.Ordinal);

    static IEnumerable<(string Name, string Json)> Broken()
    {
        var texts = new[]
        {
            "", "null", "[]", "1", "\"a\"", "{", "{\"type\":}", """{"$ref":"#"}""", """{"allOf":[{"$ref":"#"}]}""", """{"$ref":"#/$defs/a","$defs":{"a":{"$ref":"#/$defs/b"},"b":{"$ref":"#/$defs/a"}}}""",
            """{"not":{"$ref":"#"}}""", """{"if":{"$ref":"#"}}""", """{"$dynamicRef":"#n","$dynamicAnchor":"n"}""", """{"$ref":"#/$defs/%"}""", """{"$ref":"#/~2"}""", """{"$ref":"#/a/b/c"}""", """{"$ref":"file:///etc/passwd"}""",
            """{"$ref":"http://127.0.0.1:1/x"}""", """{"$ref":"\\\\host\\share"}""", """{"$id":"\ud800"}""", """{"$id":"#a","$ref":"#a"}""", """{"$schema":"file:///etc/passwd"}""", """{"$schema":7}""", """{"$anchor":"\ud800","$ref":"#\ud800"}""",
            """{"type":"\ud800"}""", """{"type":[]}""", """{"type":["string",["string"]]}""", """{"enum":{}}""", """{"required":"a"}""", """{"required":[1]}""", """{"properties":{"\ud800":{"type":"x"}}}""", """{"minimum":"1"}""", """{"multipleOf":0}""",
            """{"multipleOf":-1e-999999999}""", """{"minLength":-1}""", """{"minLength":1e999999999}""", """{"maxItems":1.5}""", """{"pattern":"("}""", """{"pattern":"a**"}""", """{"pattern":"\ud800"}""", """{"pattern":"(?<n>a)\\k<m>"}""",
            """{"patternProperties":{"[":true}}""", """{"allOf":[]}""", """{"anyOf":{}}""", """{"items":[true]}""", """{"prefixItems":{}}""", """{"dependentSchemas":{"a":1}}""", """{"$defs":{"a":7}}""", """{"unevaluatedProperties":"no"}""", """{"$vocabulary":{"x":true}}""",
        };
        for (var i = 0; i < texts.Length; i++) yield return ($"odd schema {i}", texts[i]);
    }

    static IEnumerable<(string Name, string Json)> Generated()
    {
        foreach (var keyword in new[] { "not", "items", "additionalProperties", "contains", "propertyNames", "if", "unevaluatedItems" })
        {
            yield return ($"400 times {keyword}", string.Concat(Enumerable.Repeat($"{{\"{keyword}\":", 400)) + "true" + new string('}', 400));
            yield return ($"100,000 times {keyword}", string.Concat(Enumerable.Repeat($"{{\"{keyword}\":", 100_000)) + "true" + new string('}', 100_000));
        }
        yield return ("a chain of five thousand references", $$"""{"$ref":"#/$defs/d0","$defs":{{Map(5_001, i => i < 5_000 ? $$"""{{'"'}}d{{i}}":{"$ref":"#/$defs/d{{i + 1}}"}""" : "\"d5000\":true")}} }""");
        yield return ("a ring of five thousand references", $$"""{"$ref":"#/$defs/d0","$defs":{{Map(5_000, i => $$"""{{'"'}}d{{i}}":{"$ref":"#/$defs/d{{(i + 1) % 5_000}}"}""")}} }""");
        yield return ("five thousand problems", $$"""{"$defs":{{Map(5_000, i => $$"""{{'"'}}d{{i}}":{"type":"t{{i}}"}""")}} }""");
        yield return ("a thousand patterns", $$"""{"patternProperties":{{Map(1_000, i => $"\"^(a|b)*a(a|b){{{i % 20}}}n{i}$\":true")}} }""");
        yield return ("a pattern of groups in groups", $$"""{"pattern":"{{new string('(', 900)}}a{{new string(')', 900)}}"}""");
        yield return ("a pattern that counts to a billion", """{"pattern":"((((a{1,30}){1,30}){1,30}){1,30}){1,30}"}""");
        var catastrophes = new[]
        {
            "^(a+)+$", "^(a|aa)+$", "^(a|a?)+$", "^(.*a){12}$", "^(a*)*b$", "(x+x+)+y", "^([a-zA-Z]+)*$", "(?=(a|aa)+$)x", "(?!(a+)+$)b", "(?<=(a|aa)+)b", "^(a+)+\\\\1$", "(a{0,200}){0,200}b", "^((a?){50}){50}$", "(a|b|ab)*(?=c)", "^(([a-z])+.)+[A-Z]([a-z])+$",
        };
        foreach (var pattern in catastrophes) yield return ($"the pattern {pattern}", $$"""{"items":{"$ref":"#"},"pattern":"{{pattern}}","propertyNames":{"pattern":"{{pattern}}"} }""");
        yield return ("a long choice of words", $$"""{"pattern":"^({{string.Join("|", Enumerable.Range(0, 1_500).Select(i => $"w{i}"))}})$"}""");
    }

    static string Map(int count, Func<int, string> member) => $"{{{string.Join(',', Enumerable.Range(0, count).Select(member))}}}";
}
