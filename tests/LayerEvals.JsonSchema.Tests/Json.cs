using System.Text.Json;

namespace LayerEvals.JsonSchema.Tests;

internal static class Json
{
    public static JsonElement Parse(string json)
    {
        using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 1_000_000 });
        return document.RootElement.Clone();
    }

    public static bool Accepts(this string schema, string instance) => Schema.Compile(schema).IsValid(Parse(instance));
}
