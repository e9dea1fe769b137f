using System.Text.Json;
using System.Text.Json.Schema;
using LayerEvals.Scoring.Schemas;

namespace LayerEvals.Session;

/// <summary>The schema of a C# type.</summary>
internal static class SchemaOf
{
    public static Func<JsonElement, SchemaFinding> Type(Type type, JsonSerializerOptions options)
    {
        // Options that were never used have no resolver yet; the serializer would give them this one too.
        options.MakeReadOnly(populateMissingResolver: true);
        // An answer that is null is no value of the type.
        var node = options.GetJsonSchemaAsNode(type, new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true });
        var schema = JsonSerializer.SerializeToElement(node);
        return OwnValidator.Instance.Compile(new SchemaSource(schema, new Uri("https://schema.invalid/type")));
    }
}
