using System.Text.Json;

namespace LayerEvals.JsonSchema;

/// <summary>The published metaschemas of the five drafts, which are in the assembly.</summary>
internal static class Metaschemas
{
    /// <summary>The draft that a <c>$schema</c> names; null when it is none of the five.</summary>
    public static SchemaDraft? DraftOf(string address) => address.TrimEnd('#').Replace("https://json-schema.org/draft-0", "http://json-schema.org/draft-0", StringComparison.Ordinal) switch
    {
        "http://json-schema.org/draft-04/schema" => SchemaDraft.Draft4,
        "http://json-schema.org/draft-06/schema" => SchemaDraft.Draft6,
        "http://json-schema.org/draft-07/schema" => SchemaDraft.Draft7,
        "https://json-schema.org/draft/2019-09/schema" => SchemaDraft.Draft201909,
        "https://json-schema.org/draft/2020-12/schema" => SchemaDraft.Draft202012,
        _ => null,
    };

    /// <summary>The document of an address without fragment; null when it is no metaschema.</summary>
    public static JsonElement? Find(string address)
    {
        var name = address
            .Replace("http://json-schema.org/draft-0", "draft", StringComparison.Ordinal)
            .Replace("https://json-schema.org/draft/2019-09", "draft201909", StringComparison.Ordinal)
            .Replace("https://json-schema.org/draft/2020-12", "draft202012", StringComparison.Ordinal)
            .Replace("/schema", "", StringComparison.Ordinal)
            .Replace("/meta/", "-", StringComparison.Ordinal);
        using var stream = typeof(Metaschemas).Assembly.GetManifestResourceStream(name);
        if (stream is null) return null;
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.Clone();
    }
}
