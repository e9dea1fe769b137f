using System.Text.Json;

namespace LayerEvals.Configs.StrictOutputs;

/// <summary>One schema in a schema.</summary>
/// <param name="Path">Its JSON Pointer without the first slash; <c>#</c> is the root.</param>
/// <param name="Schema">An object or a boolean.</param>
/// <param name="Depth">How many objects it is in, itself counted.</param>
internal sealed record SchemaSpot(string Path, JsonElement Schema, int Depth)
{
    public string At(string keyword) => Path == "#" ? Escaped(keyword) : $"{Path}/{Escaped(keyword)}";

    public static string Escaped(string token) => token.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    public bool IsObject => Schema.ValueKind == JsonValueKind.Object && (Has("properties") || TypesOf(Schema).Contains("object"));

    public bool Has(string keyword) => Schema.ValueKind == JsonValueKind.Object && Schema.TryGetProperty(keyword, out _);

    public static IReadOnlyList<string> TypesOf(JsonElement schema)
    {
        if (schema.ValueKind != JsonValueKind.Object || !schema.TryGetProperty("type", out var type)) return [];
        if (type.ValueKind == JsonValueKind.String) return [type.GetString()!]; // a string has a text
        return type.ValueKind == JsonValueKind.Array ? [.. type.EnumerateArray().Where(t => t.ValueKind == JsonValueKind.String).Select(t => t.GetString()!)] : [];
    }
}

/// <summary>Walks a schema: every schema in it, in the order of the file.</summary>
internal static class SchemaParts
{
    static readonly HashSet<string> Maps = ["properties", "patternProperties", "$defs", "definitions", "dependentSchemas"];
    static readonly HashSet<string> Lists = ["allOf", "anyOf", "oneOf", "prefixItems"];
    static readonly HashSet<string> Ones = ["items", "additionalProperties", "unevaluatedProperties", "unevaluatedItems", "contains", "propertyNames", "not", "if", "then", "else", "additionalItems"];

    public static IEnumerable<SchemaSpot> Of(JsonElement schema)
    {
        var waiting = new Stack<SchemaSpot>([new SchemaSpot("#", schema, 0)]);
        while (waiting.TryPop(out var next))
        {
            var spot = next.IsObject ? next with { Depth = next.Depth + 1 } : next;
            yield return spot;
            if (spot.Schema.ValueKind != JsonValueKind.Object) continue;
            foreach (var inner in Inner(spot).Reverse()) waiting.Push(inner);
        }
    }

    static IEnumerable<SchemaSpot> Inner(SchemaSpot spot)
    {
        foreach (var keyword in spot.Schema.EnumerateObject())
        {
            var path = spot.At(keyword.Name);
            var value = keyword.Value;
            // A definition is as deep as where it is used, which is not looked up: it starts anew.
            var depth = keyword.Name is "$defs" or "definitions" ? 0 : spot.Depth;
            if (Maps.Contains(keyword.Name) && value.ValueKind == JsonValueKind.Object)
                foreach (var part in value.EnumerateObject()) yield return new SchemaSpot($"{path}/{SchemaSpot.Escaped(part.Name)}", part.Value, depth);
            else if ((Lists.Contains(keyword.Name) || keyword.Name == "items") && value.ValueKind == JsonValueKind.Array)
                foreach (var (index, item) in value.EnumerateArray().Index()) yield return new SchemaSpot($"{path}/{index}", item, depth);
            else if (Ones.Contains(keyword.Name)) yield return new SchemaSpot(path, value, depth);
        }
    }
}
