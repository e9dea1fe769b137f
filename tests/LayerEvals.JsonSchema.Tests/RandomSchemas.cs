namespace LayerEvals.JsonSchema.Tests;

/// <summary>Schemas and documents at random, from so few names and values that they often meet.</summary>
internal sealed class RandomSchemas(SeededRandom random)
{
    static readonly string[] Types = ["\"null\"", "\"boolean\"", "\"object\"", "\"array\"", "\"string\"", "\"number\"", "\"integer\"", "[\"string\",\"null\"]", "[\"object\",\"array\",\"integer\"]"];

    static readonly string[] Values =
    [
        "null", "true", "false", "0", "1", "1.0", "-1", "2.5", "10e-1", "1e2", "9007199254740993", "\"\"", "\"a\"", "\"b\"", "\"ab\"", "\"\\u0061\"", "\"é\"", "\"\\ud800\"",
        "[]", "{}", "[1]", "[1,1.0]", "{\"a\":1}", "{\"b\":\"a\",\"a\":1}",
    ];

    static readonly string[] Names = ["a", "b", "ab", "é"];

    // The same names, some of them written with escapes, as documents may.
    static readonly string[] WrittenNames = ["a", "b", "ab", "é", "\\u0061", "\\ud800", "a\\tb"];

    static readonly string[] Patterns = ["^a", "b$", "^.$", "[^a]", "^(a|b)*$", "^(?=a)", "\\\\d", "^[a-z]{1,2}$", "é"];

    static readonly string[] Numbers = ["0", "1", "2", "1.5", "-1", "1e1", "0.5"];

    /// <summary>A schema as JSON text. Its references lead to <c>#/$defs/a</c> and <c>#/$defs/b</c>.</summary>
    public string Schema()
    {
        var keywords = Keywords(depth: 3, count: 1 + random.Below(4));
        return $$$"""{"$defs":{"a":{{{Subschema(2, refers: false)}}},"b":{{{Subschema(1, refers: false)}}}}{{{(keywords.Length > 0 ? "," : "")}}}{{{keywords}}}}""";
    }

    public string Document(int depth = 3) => random.Below(depth > 0 ? 6 : 3) switch
    {
        0 or 1 or 2 => random.One(Values),
        3 => $"[{Many(4, () => Document(depth - 1))}]",
        _ => $"{{{Many(4, () => $"\"{random.One(WrittenNames)}\":{Document(depth - 1)}")}}}",
    };

    string Subschema(int depth, bool refers = true)
    {
        if (random.Chance(12)) return random.Chance(70) ? "true" : "false";
        if (refers && random.Chance(10)) return random.Chance(50) ? """{"$ref":"#/$defs/a"}""" : """{"$ref":"#/$defs/b"}""";
        return $"{{{Keywords(depth, 1 + random.Below(3), refers)}}}";
    }

    // Of a keyword that comes twice, the last would count: each comes once.
    string Keywords(int depth, int count, bool refers = true)
    {
        var keywords = new SortedDictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < count; i++)
        {
            var (name, value) = depth > 0 && random.Chance(70) ? Applicator(depth - 1, refers) : Assertion();
            keywords[name] = value;
        }
        return string.Join(',', keywords.Select(k => $"\"{k.Key}\":{k.Value}"));
    }

    (string Name, string Value) Assertion() => random.Below(16) switch
    {
        0 or 1 or 2 => ("type", random.One(Types)),
        3 => ("enum", $"[{Many(3, () => random.One(Values))}]"),
        4 => ("const", random.One(Values)),
        5 => (random.One(["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"]), random.One(Numbers)),
        6 => ("multipleOf", random.One(["1", "0.5", "3", "1e-1"])),
        7 => (random.One(["minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties"]), random.One(["0", "1", "2"])),
        8 => ("pattern", $"\"{random.One(Patterns)}\""),
        9 => ("uniqueItems", "true"),
        10 => ("dependentRequired", $"{{\"{random.One(Names)}\":[{Many(2, Name)}]}}"),
        11 => ("format", random.One(["\"date\"", "\"uuid\"", "\"email\"", "\"none\""])),
        12 => (random.One(["minContains", "maxContains"]), random.One(["0", "1", "2"])),
        _ => ("required", $"[{Many(3, Name)}]"),
    };

    (string Name, string Value) Applicator(int depth, bool refers) => random.Below(20) switch
    {
        0 or 1 or 2 or 3 => ("properties", $"{{{Many(3, () => $"{Name()}:{Subschema(depth, refers)}")}}}"),
        4 => ("patternProperties", $"{{\"{random.One(Patterns)}\":{Subschema(depth, refers)}}}"),
        5 => ("additionalProperties", Subschema(depth, refers)),
        6 => ("propertyNames", Subschema(depth, refers)),
        7 => ("items", Subschema(depth, refers)),
        8 => ("prefixItems", $"[{Many(2, () => Subschema(depth, refers), least: 1)}]"),
        9 => ("contains", Subschema(depth, refers)),
        10 => ("not", Subschema(depth, refers)),
        11 => ("if", Subschema(depth, refers)),
        12 => (random.One(["then", "else"]), Subschema(depth, refers)),
        13 => ("dependentSchemas", $"{{{Name()}:{Subschema(depth, refers)}}}"),
        14 => ("unevaluatedProperties", Subschema(depth, refers)),
        15 => ("unevaluatedItems", Subschema(depth, refers)),
        _ => (random.One(["allOf", "anyOf", "oneOf"]), $"[{Many(3, () => Subschema(depth, refers), least: 1)}]"),
    };

    string Name() => $"\"{random.One(Names)}\"";

    string Many(int most, Func<string> one, int least = 0) => string.Join(',', Enumerable.Range(0, least + random.Below(most - least + 1)).Select(_ => one()));
}
