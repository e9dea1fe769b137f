using System.Text.Json;

namespace LayerEvals.JsonSchema;

/// <summary><c>$ref</c>: another schema, here.</summary>
internal sealed class ReferenceKeywords(SchemaNode target) : IKeyword
{
    public static readonly KeywordRule[] Rules =
    [
        new("$ref", s => Resolve(s) is { } place ? new ReferenceKeywords(s.InPlace(s.Compiler.NodeOf(place))) : null) { Vocabulary = Vocabularies.Core },
        new("$dynamicRef", s => MakeDynamic(s, name => name)) { From = SchemaDraft.Draft202012, Vocabulary = Vocabularies.Core },
        new("$recursiveRef", s => MakeDynamic(s, _ => "")) { From = SchemaDraft.Draft201909, To = SchemaDraft.Draft201909, Vocabulary = Vocabularies.Core },
    ];

    public bool Check(JsonElement instance, Evaluation run, Marks? marks) => run.Check(target, instance, marks);

    static IKeyword? MakeDynamic(KeywordSource source, Func<string, string> nameOf)
    {
        if (Resolve(source) is not { } place) return null;
        var target = source.Compiler.NodeOf(place);
        var name = nameOf(Addresses.Split(InstanceText.StringOf(source.Value)).Fragment);
        // Only a target that is itself a dynamic anchor is looked up again at evaluation.
        var isDynamic = place.Resource.DynamicAnchors.TryGetValue(name, out var pointer) && pointer == place.Pointer;
        return isDynamic ? new DynamicReference(target, name) : new ReferenceKeywords(source.InPlace(target));
    }

    static SchemaPlace? Resolve(KeywordSource source)
    {
        if (source.Value.ValueKind != JsonValueKind.String)
        {
            source.Expected("the address of a schema");
            return null;
        }
        var reference = InstanceText.StringOf(source.Value);
        var (address, fragment) = Addresses.Split(reference);
        var place = Find(source, address, fragment);
        if (place is null) source.Problem($"{Printable.Short(reference, longest: 200)} leads to no schema; expected a schema in this document or in a registered one (nothing is fetched)");
        return place;
    }

    static SchemaPlace? Find(KeywordSource source, string address, string fragment)
    {
        var set = source.Compiler.Set;
        if (Addresses.Resolve(source.Resource.Address, address) is not { } absolute) return null;
        var resource = address.Length == 0 ? source.Resource : set.Find(absolute);
        if (resource is null) return null;
        if (fragment.Length == 0 || fragment[0] == '/') return set.Find(resource, fragment);
        return resource.Anchors.TryGetValue(fragment, out var pointer) ? resource.Document.Places[pointer] : null;
    }
}

/// <summary><c>$dynamicRef</c> and <c>$recursiveRef</c>: the outermost schema on the way here that has the anchor.</summary>
internal sealed class DynamicReference(SchemaNode fallback, string anchor) : IKeyword
{
    public bool Check(JsonElement instance, Evaluation run, Marks? marks)
    {
        foreach (var resource in run.Scope)
        {
            if (resource.DynamicNodes.TryGetValue(anchor, out var target)) return run.Check(target, instance, marks);
        }
        return run.Check(fallback, instance, marks);
    }
}
