using System.Text.Json;
using LayerEvals.JsonSchema;

namespace LayerEvals.Scoring.Schemas;

/// <summary>The validator that LayerEvals brings.</summary>
internal sealed class OwnValidator : ISchemaValidator
{
    static readonly SchemaFinding Valid = new(true, []);

    public static OwnValidator Instance { get; } = new();

    public string Name => "LayerEvals.JsonSchema";

    public Func<JsonElement, SchemaFinding> Compile(SchemaSource schema)
    {
        var compiled = Schema.Compile(schema.Root, new SchemaOptions { BaseUri = schema.Address, Documents = schema.Documents, FormatAssertion = schema.AssertsFormats });
        return document =>
        {
            var result = compiled.Evaluate(document);
            return result.IsValid ? Valid : new SchemaFinding(false, [.. result.Failures.Select(f => f.ToString())]) { IsDecided = result.IsDecided };
        };
    }
}
