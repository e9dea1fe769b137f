using System.Text.Json;

namespace LayerEvals.JsonSchema;

/// <summary>Finds every schema of a document with its address and its anchors, before anything is compiled.</summary>
internal sealed class SchemaIndexer(SchemaSet set, SchemaProblems problems)
{
    readonly Stack<(JsonElement Element, string Pointer, SchemaResource Resource)> _waiting = new();

    /// <summary>Indexes a schema and all schemas in it.</summary>
    public void Index(JsonElement element, string pointer, SchemaResource resource)
    {
        _waiting.Push((element, pointer, resource));
        while (_waiting.TryPop(out var next)) IndexOne(next.Element, next.Pointer, next.Resource);
    }

    void IndexOne(JsonElement element, string pointer, SchemaResource enclosing)
    {
        var members = JsonMembers.Of(element);
        var resource = ResourceOf(members, pointer, enclosing);
        resource.Document.Places[pointer] = new SchemaPlace(element, members, pointer, resource);
        IndexAnchors(members, pointer, resource);
        foreach (var rule in KeywordRules.WithSubschemas(resource.Dialect.Draft))
        {
            if (!members.TryGetValue(rule.Name, out var value)) continue;
            PushSubschemas(rule.Subschemas, value, JsonPointer.Append(pointer, rule.Name), resource);
        }
    }

    SchemaResource ResourceOf(Dictionary<string, JsonElement> schema, string pointer, SchemaResource enclosing)
    {
        var dialect = set.DialectOf(schema, enclosing.Dialect, enclosing.Document.Shown(pointer));
        if (IdOf(schema, dialect) is not { } id) return enclosing;
        var (address, fragment) = Addresses.Split(id);
        if (address.Length == 0) return enclosing;

        if (fragment.Length > 0 && !dialect.RefStandsAlone) problems.Add(enclosing.Document.Shown(pointer), $"$id: {Printable.Short(id)} has a fragment; an address without one is expected");
        if (Addresses.Resolve(enclosing.Address, address) is not { } resolved)
        {
            problems.Add(enclosing.Document.Shown(pointer), $"{dialect.IdKeyword}: {Printable.Short(id)} is no address");
            return enclosing;
        }
        if (pointer == enclosing.Pointer && resolved == enclosing.Address && dialect == enclosing.Dialect) return enclosing;
        var resource = new SchemaResource(resolved, dialect, enclosing.Document, pointer);
        if (!set.Add(resource)) problems.Add(enclosing.Document.Shown(pointer), $"{dialect.IdKeyword}: {Printable.Short(id)} is the address of another schema too");
        return resource;
    }

    static string? IdOf(Dictionary<string, JsonElement> schema, Dialect dialect) =>
        dialect.RefStandsAlone && schema.ContainsKey("$ref") ? null : schema.Text(dialect.IdKeyword);

    static void IndexAnchors(Dictionary<string, JsonElement> schema, string pointer, SchemaResource resource)
    {
        var draft = resource.Dialect.Draft;
        if (draft <= SchemaDraft.Draft7)
        {
            // Up to draft 7 an address that is only a fragment is an anchor.
            var fragment = Addresses.Split(IdOf(schema, resource.Dialect) ?? "").Fragment;
            if (fragment.Length > 0) resource.Anchors.TryAdd(fragment, pointer);
            return;
        }
        if (schema.Text("$anchor") is { } anchor) resource.Anchors.TryAdd(anchor, pointer);
        if (draft == SchemaDraft.Draft201909)
        {
            if (pointer == resource.Pointer && schema.TryGetValue("$recursiveAnchor", out var on) && on.ValueKind == JsonValueKind.True) resource.DynamicAnchors.TryAdd("", pointer);
            return;
        }
        if (schema.Text("$dynamicAnchor") is not { } dynamic) return;
        resource.Anchors.TryAdd(dynamic, pointer);
        resource.DynamicAnchors.TryAdd(dynamic, pointer);
    }

    void PushSubschemas(Subschemas shape, JsonElement value, string pointer, SchemaResource resource)
    {
        if (shape is Subschemas.Map or Subschemas.MapOfSchemaOrNames)
        {
            if (value.ValueKind != JsonValueKind.Object) return;
            foreach (var property in value.EnumerateObject())
            {
                if (shape == Subschemas.MapOfSchemaOrNames && property.Value.ValueKind == JsonValueKind.Array) continue;
                _waiting.Push((property.Value, JsonPointer.Append(pointer, InstanceText.NameOf(property)), resource));
            }
            return;
        }
        if (shape == Subschemas.One || (shape == Subschemas.OneOrArray && value.ValueKind != JsonValueKind.Array))
        {
            _waiting.Push((value, pointer, resource));
            return;
        }
        if (value.ValueKind != JsonValueKind.Array) return;
        var index = 0;
        foreach (var item in value.EnumerateArray()) _waiting.Push((item, JsonPointer.Append(pointer, index++), resource));
    }
}
