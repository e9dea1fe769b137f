using System.Text.Json;
using LayerEvals.Diagnostics;

namespace LayerEvals.Configs.StrictOutputs;

/// <summary>Holds the sizes of a schema against those that a vendor documents.</summary>
internal static class StrictLimits
{
    public static IEnumerable<StrictFinding> Run(IReadOnlyList<SchemaSpot> spots, VendorRules rules)
    {
        var limits = rules.Limits;
        var objects = spots.Where(s => s.IsObject).ToList();
        var enums = spots.Where(s => s.Has("enum")).Select(s => (Path: s.At("enum"), Values: s.Schema.GetProperty("enum"))).Where(e => e.Values.ValueKind == JsonValueKind.Array).ToList();
        var deepest = spots.MaxBy(s => s.Depth)!; // the root is one
        var crowded = spots.FirstOrDefault(s => s.Has("minItems") && s.Schema.GetProperty("minItems") is { ValueKind: JsonValueKind.Number } least && least.GetDouble() > limits.MinItems);
        StrictFinding?[] found =
        [
            Over("depth", deepest.Depth, limits.Depth, deepest.Path, "objects inside one another"),
            Over("properties", objects.Sum(PropertiesIn), limits.Properties, "#", "properties in all"),
            Over("enum-values", enums.Sum(e => e.Values.GetArrayLength()), limits.EnumValues, "#", "values of `enum` in all"),
            Over("characters", spots.Sum(CharactersIn), limits.Characters, "#", "characters in names, `enum` and `const`"),
            Over("optional", objects.Sum(o => StrictLint.OptionalIn(o).Count()), limits.Optional, "#", "properties that are not required"),
            Over("unions", spots.Count(s => s.Has("anyOf") || SchemaSpot.TypesOf(s.Schema).Count > 1), limits.Unions, "#", "values of several types"),
            crowded is null ? null : new StrictFinding("min-items", crowded.At("minItems"), $"`minItems` above {limits.MinItems}", "take it out of the schema that is offered, and check the number otherwise"),
            .. enums.Where(e => e.Values.GetArrayLength() > limits.LongEnumValues).Select(e => Over("long-enum", e.Values.EnumerateArray().Sum(Length), limits.LongEnumCharacters, e.Path, "characters in one long `enum`")),
        ];
        return found.OfType<StrictFinding>();
    }

    static StrictFinding? Over(string rule, int count, int? most, string path, string what) => count <= (most ?? int.MaxValue) ? null
        : new StrictFinding(rule, path, $"{Numerals.Plain(count)} {what}, and at most {Numerals.Plain(most!.Value)} are taken", "split the task, or leave out what the product does not read"); // null was no limit

    static int PropertiesIn(SchemaSpot spot) => Members(spot, "properties").Count();

    static IEnumerable<JsonProperty> Members(SchemaSpot spot, string keyword) =>
        spot.Has(keyword) && spot.Schema.GetProperty(keyword) is { ValueKind: JsonValueKind.Object } map ? map.EnumerateObject() : [];

    static int CharactersIn(SchemaSpot spot)
    {
        if (spot.Schema.ValueKind != JsonValueKind.Object) return 0;
        var names = new[] { "properties", "$defs", "definitions" }.SelectMany(k => Members(spot, k)).Sum(m => m.Name.Length);
        var values = spot.Schema.TryGetProperty("enum", out var allowed) && allowed.ValueKind == JsonValueKind.Array ? allowed.EnumerateArray().Sum(Length) : 0;
        return names + values + (spot.Schema.TryGetProperty("const", out var constant) ? Length(constant) : 0);
    }

    static int Length(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()!.Length : 0; // a string has a text
}
