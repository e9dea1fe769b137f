using System.Text.Json;

namespace LayerEvals.JsonSchema;

/// <summary>Keywords that evaluate nothing: containers of schemas, <c>content…</c> and other annotations. Their values are checked all the same.</summary>
internal static class SilentKeywords
{
    public static readonly KeywordRule[] Rules =
    [
        new("$defs", Container) { From = SchemaDraft.Draft201909, Vocabulary = Vocabularies.Core, Subschemas = Subschemas.Map },
        new("definitions", Container) { Vocabulary = Vocabularies.All, Subschemas = Subschemas.Map },
        new("contentSchema", Nothing) { From = SchemaDraft.Draft201909, Vocabulary = Vocabularies.Content, Subschemas = Subschemas.One },
        new("contentMediaType", Text) { From = SchemaDraft.Draft7, Vocabulary = Vocabularies.Content },
        new("contentEncoding", Text) { From = SchemaDraft.Draft7, Vocabulary = Vocabularies.Content },
        new("$comment", Text) { From = SchemaDraft.Draft7, Vocabulary = Vocabularies.Core },
        new("$schema", Text) { Vocabulary = Vocabularies.All },
        new("$id", Text) { From = SchemaDraft.Draft6, Vocabulary = Vocabularies.Core },
        new("$anchor", Text) { From = SchemaDraft.Draft201909, Vocabulary = Vocabularies.Core },
        new("$dynamicAnchor", Text) { From = SchemaDraft.Draft202012, Vocabulary = Vocabularies.Core },
        new("title", Text) { Vocabulary = Vocabularies.MetaData },
        new("description", Text) { Vocabulary = Vocabularies.MetaData },
    ];

    static IKeyword? Container(KeywordSource source)
    {
        if (source.Value.ValueKind != JsonValueKind.Object) return source.Expected("an object of schemas");
        // Compiled although nothing may refer to them: a mistake in a definition is a mistake.
        foreach (var property in source.Value.EnumerateObject()) source.Schema(InstanceText.NameOf(property));
        return null;
    }

    static IKeyword? Nothing(KeywordSource source)
    {
        source.Schema();
        return null;
    }

    static IKeyword? Text(KeywordSource source) => source.Value.ValueKind == JsonValueKind.String ? null : source.Expected("a string");
}
