using System.Text.Json;

namespace LayerEvals.JsonSchema;

/// <summary>A schema with an address of its own, and the anchors in it.</summary>
internal sealed class SchemaResource(Uri address, Dialect dialect, SchemaDocument document, string pointer)
{
    public Uri Address { get; } = address;

    public Dialect Dialect { get; } = dialect;

    public SchemaDocument Document { get; } = document;

    /// <summary>Where the resource starts in its document, as a JSON Pointer.</summary>
    public string Pointer { get; } = pointer;

    /// <summary>Anchors by name, as JSON Pointers into the document.</summary>
    public Dictionary<string, string> Anchors { get; } = new(StringComparer.Ordinal);

    /// <summary>Dynamic anchors by name, as JSON Pointers; the name of <c>$recursiveAnchor</c> is empty.</summary>
    public Dictionary<string, string> DynamicAnchors { get; } = new(StringComparer.Ordinal);

    /// <summary>The compiled schemas of the dynamic anchors. The compiler fills it.</summary>
    public Dictionary<string, SchemaNode> DynamicNodes { get; } = new(StringComparer.Ordinal);
}

/// <summary>One JSON document with schemas in it.</summary>
internal sealed class SchemaDocument(Uri address, JsonElement root, bool isMain)
{
    public Uri Address { get; } = address;

    public JsonElement Root { get; } = root;

    /// <summary>Every known schema by its JSON Pointer.</summary>
    public Dictionary<string, SchemaPlace> Places { get; } = new(StringComparer.Ordinal);

    /// <summary>A place in the document as failures show it.</summary>
    public string Shown(string pointer)
    {
        var path = Printable.Short(pointer.TrimStart('/'), longest: 400);
        if (isMain) return path.Length == 0 ? "#" : path;
        return $"{Printable.Short(Address.AbsoluteUri, longest: 200)}#/{path}";
    }
}

/// <summary>A schema in a document with its keywords, before it is compiled.</summary>
internal sealed record SchemaPlace(JsonElement Element, Dictionary<string, JsonElement> Members, string Pointer, SchemaResource Resource)
{
    public string Shown => Resource.Document.Shown(Pointer);
}
