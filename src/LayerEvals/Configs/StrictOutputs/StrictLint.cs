using System.Text.Json;
using LayerEvals.Diagnostics;

namespace LayerEvals.Configs.StrictOutputs;

/// <summary>One thing in a schema that a vendor does not take.</summary>
/// <param name="Rule">The rule, as docs/strict-outputs.md lists it.</param>
/// <param name="Path">The first place in the schema, as a JSON Pointer without the first slash; <c>#</c> is the root.</param>
/// <param name="Found">What was found there.</param>
/// <param name="Advice">What to do now.</param>
internal sealed record StrictFinding(string Rule, string Path, string Found, string Advice);

/// <summary>Finds what a vendor's strict structured outputs do not take in a schema. Each rule is said once for a keyword, with its first place.</summary>
internal static class StrictLint
{
    public static IReadOnlyList<StrictFinding> Run(JsonElement schema, VendorRules rules)
    {
        var spots = SchemaParts.Of(schema).ToList();
        return [.. Root(spots[0], rules), .. Keywords(spots, rules), .. Objects(spots, rules), .. References(spots, rules), .. Enums(spots, rules), .. StrictLimits.Run(spots, rules)];
    }

    static IEnumerable<StrictFinding> Root(SchemaSpot root, VendorRules rules)
    {
        if (!rules.ObjectRoot) yield break;
        if (root.Has("anyOf")) yield return new StrictFinding("root", "anyOf", "`anyOf` at the root", "put the choice into a property of an object");
        else if (SchemaSpot.TypesOf(root.Schema) is not ["object"]) yield return new StrictFinding("root", "#", "a root that is not `type: object`", "put the value into a property of an object");
    }

    static IEnumerable<StrictFinding> Keywords(IReadOnlyList<SchemaSpot> spots, VendorRules rules) => spots
        .Where(s => s.Schema.ValueKind == JsonValueKind.Object)
        .SelectMany(s => s.Schema.EnumerateObject().Where(k => !rules.Takes(k.Name)).Select(k => (Keyword: k.Name, Path: s.At(k.Name))))
        .GroupBy(k => k.Keyword, StringComparer.Ordinal)
        .Select(g => new StrictFinding("keyword", g.First().Path, Places($"`{Printable.Short(g.Key, 40)}`", g.Count()), rules.Ignores ? "do not rely on it: the check `schema` still holds the answer to it" : $"take `{Printable.Short(g.Key, 40)}` out of the schema that is offered, and check it otherwise"));

    static IEnumerable<StrictFinding> Objects(IReadOnlyList<SchemaSpot> spots, VendorRules rules)
    {
        var objects = spots.Where(s => s.IsObject).ToList();
        var open = objects.Where(s => !(s.Schema.TryGetProperty("additionalProperties", out var more) && more.ValueKind == JsonValueKind.False)).ToList();
        if (rules.ClosedObjects && open.Count > 0)
            yield return new StrictFinding("closed-objects", open[0].Path, Places("an object without `additionalProperties: false`", open.Count), "write `\"additionalProperties\": false` in every object");
        var optional = objects.SelectMany(OptionalIn).ToList();
        if (rules.AllRequired && optional.Count > 0)
            yield return new StrictFinding("all-required", optional[0], Places("a property that is not required", optional.Count, "properties"), "name every property in `required`; what may be absent is of the types [\"…\", \"null\"]");
    }

    /// <summary>The paths of an object's properties that are not required.</summary>
    public static IEnumerable<string> OptionalIn(SchemaSpot spot)
    {
        if (!spot.Schema.TryGetProperty("properties", out var properties) || properties.ValueKind != JsonValueKind.Object) return [];
        var required = spot.Schema.TryGetProperty("required", out var names) && names.ValueKind == JsonValueKind.Array
            ? names.EnumerateArray().Where(n => n.ValueKind == JsonValueKind.String).Select(n => n.GetString()).ToHashSet(StringComparer.Ordinal) : [];
        return properties.EnumerateObject().Where(p => !required.Contains(p.Name)).Select(p => $"{spot.At("properties")}/{SchemaSpot.Escaped(p.Name)}");
    }

    static IEnumerable<StrictFinding> References(IReadOnlyList<SchemaSpot> spots, VendorRules rules)
    {
        var references = spots.Where(s => s.Has("$ref") && s.Schema.GetProperty("$ref").ValueKind == JsonValueKind.String)
            .Select(s => (From: s.At("$ref"), To: s.Schema.GetProperty("$ref").GetString()!)).ToList(); // a string has a text
        if (rules.LocalReferences && references.Where(r => !r.To.StartsWith('#')).ToList() is [var first, ..] outside)
            yield return new StrictFinding("local-references", first.From, Places($"a reference to {Printable.Short(first.To, 80)}", outside.Count), "move what it refers to under `$defs`");
        if (rules.NoRecursion && Recursion.FirstIn(references) is { } path)
            yield return new StrictFinding("recursion", path, "a schema that refers to itself", "write the levels out, as many as an answer needs");
    }

    static IEnumerable<StrictFinding> Enums(IReadOnlyList<SchemaSpot> spots, VendorRules rules)
    {
        if (!rules.PlainEnums) yield break;
        var complex = spots.Where(s => s.Has("enum") && s.Schema.GetProperty("enum") is { ValueKind: JsonValueKind.Array } values && values.EnumerateArray().Any(v => v.ValueKind is JsonValueKind.Object or JsonValueKind.Array)).ToList();
        if (complex.Count > 0) yield return new StrictFinding("plain-enums", complex[0].At("enum"), Places("an `enum` of objects or arrays", complex.Count), "write them as schemas under `anyOf`");
    }

    static string Places(string what, int count, string noun = "places") => count switch
    {
        1 => what,
        2 => $"{what} (and one more such {(noun == "properties" ? "property" : "place")})",
        _ => $"{what} (and {count - 1} more such {noun})",
    };
}
