namespace LayerEvals.JsonSchema;

/// <summary>What the compiler knows of a keyword: where it belongs, which schemas are in it, and how it is compiled.</summary>
/// <param name="Name">The keyword.</param>
/// <param name="Make">Compiles it; null where there is nothing to evaluate.</param>
internal sealed record KeywordRule(string Name, Func<KeywordSource, IKeyword?> Make)
{
    public Vocabularies Vocabulary { get; init; } = Vocabularies.Validation;

    public SchemaDraft From { get; init; } = SchemaDraft.Draft4;

    public SchemaDraft To { get; init; } = SchemaDraft.Draft202012;

    public Subschemas Subschemas { get; init; }

    public bool IsOf(Dialect dialect) =>
        dialect.Draft >= From && dialect.Draft <= To && (dialect.Vocabularies & Vocabulary) != Vocabularies.None;
}

/// <summary>Where in a keyword's value schemas are.</summary>
internal enum Subschemas
{
    None,

    /// <summary>The value is a schema.</summary>
    One,

    /// <summary>The value is an array of schemas.</summary>
    Array,

    /// <summary>The values of the object are schemas.</summary>
    Map,

    /// <summary>A schema or an array of schemas.</summary>
    OneOrArray,

    /// <summary>The values of the object are schemas or arrays of names.</summary>
    MapOfSchemaOrNames,
}
