using System.Text.Json;

namespace LayerEvals.Models;

/// <summary>Reads a JSON Schema as a <see cref="JsonShape"/>: types, properties in order, enums, nullability, counts, local references.</summary>
internal static class JsonSchemaShape
{
    private static readonly JsonDocumentOptions Forbearing = new() { MaxDepth = 32, AllowTrailingCommas = true };

    /// <summary>The shape when the text is a JSON Schema of an object; otherwise null.</summary>
    public static JsonShape? Parse(string text)
    {
        if (!text.Contains("\"properties\"", StringComparison.Ordinal)) return null;

        try
        {
            using var document = JsonDocument.Parse(text, Forbearing);
            var root = document.RootElement;
            return root.TryGetProperty("properties", out var properties) && properties.ValueKind == JsonValueKind.Object ? Of(root) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static JsonShape Of(JsonElement schema) => Of(schema, schema, 0);

    private static JsonShape Of(JsonElement schema, JsonElement root, int depth)
    {
        if (depth > JsonShape.Deepest || schema.ValueKind != JsonValueKind.Object) return JsonShape.Text;
        if (Referred(schema, root) is { } target) return Of(target, root, depth + 1);
        if (Variant(schema, root, depth) is { } variant) return variant;

        var (kind, nullable) = KindOf(schema);
        var options = Options(schema, ref nullable);
        return new JsonShape(kind)
        {
            IsNullable = nullable,
            Options = options,
            Constant = schema.TryGetProperty("const", out var constant) && constant.ValueKind == JsonValueKind.String ? constant.GetString() : null,
            About = schema.TryGetProperty("description", out var about) && about.ValueKind == JsonValueKind.String ? about.GetString() ?? "" : "",
            Fields = kind == JsonKind.Object ? Fields(schema, root, depth) : [],
            Item = kind == JsonKind.Array && schema.TryGetProperty("items", out var items) ? Of(items, root, depth + 1) : null,
            MaxLength = Whole(schema, "maxLength") ?? int.MaxValue,
            MinItems = Whole(schema, "minItems") ?? 0,
            MaxItems = Whole(schema, "maxItems") ?? 20,
            Minimum = Amount(schema, "minimum"),
            Maximum = Amount(schema, "maximum"),
        };
    }

    private static JsonElement? Referred(JsonElement schema, JsonElement root)
    {
        if (!schema.TryGetProperty("$ref", out var reference) || reference.GetString() is not { } path || !path.StartsWith("#/", StringComparison.Ordinal)) return null;

        var target = root;
        foreach (var step in path[2..].Split('/'))
            if (target.ValueKind != JsonValueKind.Object || !target.TryGetProperty(step, out target)) return null;
        return target;
    }

    private static JsonShape? Variant(JsonElement schema, JsonElement root, int depth)
    {
        if (!schema.TryGetProperty("anyOf", out var variants) && !schema.TryGetProperty("oneOf", out variants)) return null;
        if (variants.ValueKind != JsonValueKind.Array) return null;

        var (first, nullable) = (default(JsonShape), false);
        foreach (var variant in variants.EnumerateArray())
        {
            var shape = Of(variant, root, depth + 1);
            if (shape.Kind == JsonKind.Null) nullable = true;
            else first ??= shape;
        }
        return first is null ? null : first with { IsNullable = first.IsNullable || nullable };
    }

    private static (JsonKind Kind, bool Nullable) KindOf(JsonElement schema)
    {
        if (!schema.TryGetProperty("type", out var type)) return (schema.TryGetProperty("properties", out _) ? JsonKind.Object : JsonKind.Text, false);
        if (type.ValueKind != JsonValueKind.Array) return (Named(type.ToString()), false);

        var (kind, nullable) = (JsonKind.Null, false);
        foreach (var one in type.EnumerateArray())
        {
            var named = Named(one.ToString());
            if (named == JsonKind.Null) nullable = true;
            else if (kind == JsonKind.Null) kind = named;
        }
        return (kind, nullable);
    }

    private static JsonKind Named(string type) => type switch
    {
        "object" => JsonKind.Object,
        "array" => JsonKind.Array,
        "number" => JsonKind.Number,
        "integer" => JsonKind.Integer,
        "boolean" => JsonKind.Boolean,
        "null" => JsonKind.Null,
        _ => JsonKind.Text,
    };

    private static IReadOnlyList<string> Options(JsonElement schema, ref bool nullable)
    {
        if (!schema.TryGetProperty("enum", out var values) || values.ValueKind != JsonValueKind.Array) return [];

        var options = new List<string>();
        foreach (var value in values.EnumerateArray())
        {
            if (value.ValueKind == JsonValueKind.Null) nullable = true;
            else if (value.ValueKind == JsonValueKind.String) options.Add(value.GetString() ?? "");
        }
        return options;
    }

    private static List<(string, JsonShape)> Fields(JsonElement schema, JsonElement root, int depth)
    {
        var fields = new List<(string, JsonShape)>();
        if (!schema.TryGetProperty("properties", out var properties) || properties.ValueKind != JsonValueKind.Object) return fields;

        foreach (var property in properties.EnumerateObject()) fields.Add((property.Name, Of(property.Value, root, depth + 1)));
        return fields;
    }

    private static int? Whole(JsonElement schema, string name) =>
        schema.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : null;

    private static decimal? Amount(JsonElement schema, string name) =>
        schema.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number) ? number : null;
}
