namespace LayerEvals.JsonSchema;

/// <summary>One compiled schema. The compiler fills it; afterwards nothing changes it.</summary>
internal sealed class SchemaNode(string path, SchemaResource resource)
{
    /// <summary>Where the schema stands, as failures show it.</summary>
    public string Path { get; } = path;

    public SchemaResource Resource { get; } = resource;

    /// <summary>What a boolean schema says of every instance; null for an object.</summary>
    public bool? Always { get; set; }

    /// <summary>The keywords, the cheap ones first.</summary>
    public IKeyword[] Keywords { get; set; } = [];

    /// <summary>The <c>unevaluated…</c> keywords, which come after all others.</summary>
    public IKeyword[] Leftovers { get; set; } = [];
}
