using System.Text.Json;
using LayerEvals.Planning;
using LayerEvals.Reading;

namespace LayerEvals.Scoring.Schemas;

/// <summary>One file of a schema.</summary>
/// <param name="Key">Its path from the highest folder that the schema's references pass through, with <c>/</c>: <c>claim.json</c>, <c>common/money.json</c>.</param>
/// <param name="File">Where it was read.</param>
/// <param name="Bytes">What was read.</param>
/// <param name="Root">The same, parsed.</param>
internal sealed record SchemaPart(string Key, SourceFile File, byte[] Bytes, JsonElement Root);

/// <summary>A schema with every file that it refers to: all that a run needs to judge by it.</summary>
internal sealed class SchemaText
{
    // No document lies there: a reference that no file answers leads nowhere.
    static readonly Uri Nowhere = new("https://schema.invalid/");

    readonly Dictionary<string, string> keys = new(StringComparer.Ordinal);
    readonly Dictionary<Uri, JsonElement> documents = [];

    /// <param name="parts">The schema itself, then the files that it refers to.</param>
    /// <param name="validator">The validator that judges by it.</param>
    public SchemaText(IReadOnlyList<SchemaPart> parts, string validator)
    {
        Parts = parts;
        Validator = validator;
        Hash = ContentHash.Of(["schema-1", validator == OwnValidator.Instance.Name ? null : validator, .. parts.SelectMany(p => new[] { p.Key, p.Root.GetRawText() })]);
        AddDocuments();
    }

    public IReadOnlyList<SchemaPart> Parts { get; }

    public SchemaPart Main => Parts[0];

    public string Validator { get; }

    /// <summary>The hash of every file of it.</summary>
    public string Hash { get; }

    public SchemaSource Source(bool assertsFormats) => new(Main.Root, Address(Main.Key)) { Documents = documents, AssertsFormats = assertsFormats };

    /// <summary>The file that an address of a failure or a problem stands for, and the path in it: <c>#</c> alone is its root.</summary>
    public (SchemaPart Part, string Path) Place(string path)
    {
        var hash = path.IndexOf("#/", StringComparison.Ordinal);
        return hash > 0 && keys.TryGetValue(path[..hash], out var key) ? (Parts.First(p => p.Key == key), path[(hash + 2)..]) : (Main, path);
    }

    /// <summary>A failure with the names of files where it has our addresses.</summary>
    public string Shown(string failure)
    {
        if (Parts.Count == 1) return failure;
        foreach (var (address, key) in keys) failure = failure.Replace($"{address}#/", $"{key}#/", StringComparison.Ordinal);
        return failure;
    }

    static Uri Address(string key) => new(Nowhere, string.Join('/', key.Split('/').Select(Uri.EscapeDataString)));

    // A file is found at its own place, and at the place where a schema with an $id looks for it.
    void AddDocuments()
    {
        var known = Parts.ToDictionary(p => p.Key, StringComparer.Ordinal);
        foreach (var part in Parts.Skip(1)) Add(Address(part.Key), part);
        var looking = new Queue<(SchemaPart Part, Uri From)>(Parts.Select(p => (p, SchemaReferences.IdOf(p.Root, Address(p.Key)))));
        while (looking.TryDequeue(out var next))
            foreach (var reference in SchemaReferences.In(next.Part.Root))
            {
                if (!known.TryGetValue(SchemaReferences.KeyOf(next.Part.Key, reference), out var target) || target == Main) continue;
                if (!Uri.TryCreate(next.From, reference, out var address) || documents.ContainsKey(address)) continue;
                Add(address, target);
                looking.Enqueue((target, SchemaReferences.IdOf(target.Root, address)));
            }
    }

    void Add(Uri address, SchemaPart part)
    {
        documents[address] = part.Root;
        keys[address.AbsoluteUri] = part.Key;
    }
}
