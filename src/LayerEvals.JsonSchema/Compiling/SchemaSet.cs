using System.Text.Json;

namespace LayerEvals.JsonSchema;

/// <summary>The documents and resources that one compilation can reach. It reads registered documents and the metaschemas, and nothing else.</summary>
internal sealed class SchemaSet
{
    readonly SchemaOptions _options;
    readonly SchemaProblems _problems;
    readonly SchemaIndexer _indexer;
    readonly Dictionary<string, JsonElement> _registered = new(StringComparer.Ordinal);
    readonly Dictionary<string, SchemaResource> _resources = new(StringComparer.Ordinal);
    Dialect _default;

    public SchemaSet(SchemaOptions options, SchemaProblems problems)
    {
        _options = options;
        _problems = problems;
        _indexer = new SchemaIndexer(this, problems);
        _default = Dialect.Of(options.DefaultDraft);
        foreach (var (address, document) in options.Documents)
        {
            var absolute = address.IsAbsoluteUri ? address : new Uri(options.BaseUri, address);
            _registered[Addresses.Key(absolute)] = document;
        }
    }

    /// <summary>Reads the schema that is being compiled. Documents without a <c>$schema</c> are read as its draft.</summary>
    public SchemaPlace ReadMain(JsonElement root)
    {
        _default = DialectOf(JsonMembers.Of(root), _default, "#");
        return Read(_options.BaseUri, root, isMain: true);
    }

    /// <summary>The resource of an address; null when no document has it.</summary>
    public SchemaResource? Find(Uri address)
    {
        var key = Addresses.Key(address);
        if (_resources.TryGetValue(key, out var known)) return known;
        if (_registered.TryGetValue(key, out var document)) return Read(address, document.Clone(), isMain: false).Resource;
        if (Metaschemas.Find(key) is { } metaschema) return Read(address, metaschema, isMain: false).Resource;

        // A schema in a registered document may have an address of its own.
        foreach (var (other, unread) in _registered)
        {
            if (!_resources.ContainsKey(other)) Read(new Uri(other), unread.Clone(), isMain: false);
        }
        return _resources.GetValueOrDefault(key);
    }

    /// <summary>The schema at a JSON Pointer from a resource's start; null when there is no value there.</summary>
    public SchemaPlace? Find(SchemaResource resource, string pointer)
    {
        var places = resource.Document.Places;
        if (places.TryGetValue(resource.Pointer + pointer, out var known)) return known;
        var place = places[resource.Pointer];
        var (element, at, enclosing) = (place.Element, resource.Pointer, resource);
        foreach (var token in JsonPointer.Tokens(pointer))
        {
            if (!JsonPointer.TryStep(element, token, out element)) return null;
            at = JsonPointer.Append(at, token);
            if (places.TryGetValue(at, out var passed)) enclosing = passed.Resource;
        }
        // A place that no keyword holds a schema at: the reference says that one is there.
        if (!places.ContainsKey(at)) _indexer.Index(element, at, enclosing);
        return places[at];
    }

    /// <summary>Makes a resource known; false when its address is taken by another schema.</summary>
    public bool Add(SchemaResource resource)
    {
        var key = Addresses.Key(resource.Address);
        if (_resources.TryAdd(key, resource)) return true;
        var known = _resources[key];
        return known.Document == resource.Document && known.Pointer == resource.Pointer || known.Document != resource.Document;
    }

    /// <summary>The dialect that a schema's <c>$schema</c> names, or else the enclosing one.</summary>
    public Dialect DialectOf(Dictionary<string, JsonElement> schema, Dialect enclosing, string shown)
    {
        if (schema.Text("$schema") is not { } address) return enclosing;
        return MetaschemaDialect.Of(address, FindMetaschema, out var problem) ?? Unknown(problem);

        Dialect Unknown(string? problem)
        {
            _problems.Add(shown, $"$schema: {problem}");
            return enclosing;
        }
    }

    JsonElement? FindMetaschema(string address)
    {
        if (!Uri.TryCreate(_options.BaseUri, address, out var absolute)) return null;
        return _registered.TryGetValue(Addresses.Key(absolute), out var document) ? document : null;
    }

    SchemaPlace Read(Uri address, JsonElement root, bool isMain)
    {
        var document = new SchemaDocument(address, root, isMain);
        var resource = new SchemaResource(address, DialectOf(JsonMembers.Of(root), _default, document.Shown("")), document, pointer: "");
        _resources.TryAdd(Addresses.Key(address), resource);
        _indexer.Index(root, "", resource);
        var place = document.Places[""];
        _resources[Addresses.Key(address)] = place.Resource;
        return place;
    }
}
