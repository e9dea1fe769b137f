using System.Text.Json;
using LayerEvals.JsonSchema;

namespace LayerEvals.Nested;

/// <summary>The validator of this test project: what <c>[SchemaValidator]</c> names. It signs what it says.</summary>
internal sealed class TheirSchemas : ISchemaValidator
{
    public TheirSchemas()
    {
    }

    public string Name => "TheirSchemas 1.0";

    public Func<JsonElement, SchemaFinding> Compile(SchemaSource schema)
    {
        var compiled = Schema.Compile(schema.Root, new SchemaOptions { Documents = schema.Documents, BaseUri = schema.Address, FormatAssertion = schema.AssertsFormats });
        return document =>
        {
            var result = compiled.Evaluate(document);
            return new SchemaFinding(result.IsValid, [.. result.Failures.Select(f => $"theirs: {f}")]);
        };
    }
}
