using System.Text.Json;

namespace LayerEvals.JsonSchema;

/// <summary>Compiles schemas from a queue, so that neither depth nor a cycle of references grows the stack.</summary>
internal sealed class SchemaCompiler
{
    readonly SchemaOptions _options;
    readonly SchemaProblems _problems = new();
    readonly SchemaSet _set;
    readonly Dictionary<SchemaPlace, SchemaNode> _nodes = new(ReferenceEqualityComparer.Instance);
    readonly HashSet<SchemaResource> _reached = [];
    readonly Queue<SchemaPlace> _waiting = new();
    readonly Progress _progress = new();

    public SchemaCompiler(SchemaOptions options)
    {
        _options = options;
        _set = new SchemaSet(options, _problems);
    }

    /// <summary>Compiles the schema and everything that it refers to.</summary>
    /// <exception cref="InvalidSchemaException">There are problems.</exception>
    public SchemaNode Compile(JsonElement schema)
    {
        var root = NodeOf(_set.ReadMain(schema));
        while (_waiting.TryDequeue(out var place))
        {
            Fill(_nodes[place], place);
            if (_nodes.Count <= _options.Limits.MaxSchemas) continue;
            _problems.Add("#", $"the schema has more than {_options.Limits.MaxSchemas} schemas in it");
            break;
        }
        foreach (var path in _progress.Cycles()) _problems.Add(path, "the schema refers to itself for the same value, so evaluating it would never end");
        return _problems.All.Count == 0 ? root : throw new InvalidSchemaException(_problems.All);
    }

    public SchemaNode NodeOf(SchemaPlace place)
    {
        if (_nodes.TryGetValue(place, out var known)) return known;
        var node = new SchemaNode(place.Shown, place.Resource);
        _nodes.Add(place, node);
        _waiting.Enqueue(place);
        return node;
    }

    public SchemaSet Set => _set;

    public SchemaOptions Options => _options;

    public void Problem(string path, string message) => _problems.Add(path, message);

    /// <summary>Notes that evaluating one schema evaluates another for the same value.</summary>
    public void EvaluatesInPlace(SchemaNode from, SchemaNode to) => _progress.Add(from, to);

    void Fill(SchemaNode node, SchemaPlace place)
    {
        Reach(place.Resource);
        var element = place.Element;
        if (element.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            node.Always = element.ValueKind == JsonValueKind.True;
            if (place.Resource.Dialect.Draft == SchemaDraft.Draft4 && !place.Pointer.EndsWith("/additionalItems", StringComparison.Ordinal) && !place.Pointer.EndsWith("/additionalProperties", StringComparison.Ordinal)) Problem(place.Shown, $"{Wording.Value(element)} is a boolean where an object is expected: draft 4 has no boolean schemas");
            return;
        }
        if (element.ValueKind != JsonValueKind.Object)
        {
            Problem(place.Shown, $"{Wording.Value(element)} is {Wording.Kind(element)} where a schema is expected: an object or a boolean");
            return;
        }
        FillKeywords(node, place);
    }

    void FillKeywords(SchemaNode node, SchemaPlace place)
    {
        var alone = place.Resource.Dialect.RefStandsAlone && place.Members.ContainsKey("$ref");
        var keywords = new List<IKeyword>();
        var leftovers = new List<IKeyword>();
        foreach (var rule in KeywordRules.Of(place.Resource.Dialect))
        {
            if (alone && rule.Name != "$ref") continue;
            if (!place.Members.TryGetValue(rule.Name, out var value)) continue;
            if (rule.Make(new KeywordSource(this, node, place, rule.Name, value)) is not { } keyword) continue;
            (keyword is ILeftovers ? leftovers : keywords).Add(keyword);
        }
        node.SetKeywords(keywords);
        node.Leftovers = [.. leftovers];
    }

    // A dynamic reference may lead to any dynamic anchor of any resource that an evaluation passes.
    void Reach(SchemaResource resource)
    {
        if (!_reached.Add(resource)) return;
        foreach (var (name, pointer) in resource.DynamicAnchors) resource.DynamicNodes[name] = NodeOf(resource.Document.Places[pointer]);
    }
}
