namespace LayerEvals.JsonSchema;

/// <summary>The language that a schema is written in: its draft, its vocabularies, and whether a vocabulary asserts formats.</summary>
internal sealed record Dialect(SchemaDraft Draft, Vocabularies Vocabularies, bool AssertsFormat)
{
    public static Dialect Of(SchemaDraft draft) => new(draft, Vocabularies.All, AssertsFormat: false);

    public string IdKeyword => Draft == SchemaDraft.Draft4 ? "id" : "$id";

    /// <summary>Up to draft 7 a <c>$ref</c> stands alone: its siblings say nothing.</summary>
    public bool RefStandsAlone => Draft <= SchemaDraft.Draft7;
}

/// <summary>The vocabularies of 2019-09 and 2020-12; the keywords of older drafts belong to all of them.</summary>
[Flags]
internal enum Vocabularies
{
    None = 0,
    Core = 1,
    Applicator = 2,
    Validation = 4,
    Unevaluated = 8,
    Format = 16,
    Content = 32,
    MetaData = 64,
    All = 127,
}
