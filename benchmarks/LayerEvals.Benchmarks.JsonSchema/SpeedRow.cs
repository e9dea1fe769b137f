namespace LayerEvals.Benchmarks.JsonSchema;

/// <summary>One schema and one document that is valid against it, as JSON texts; both sides read the same bytes.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="Schema">The schema.</param>
/// <param name="Document">The document.</param>
/// <param name="Draft">The draft of a schema that does not say it, as the suite's folders are called.</param>
internal sealed record SpeedRow(string Name, byte[] Schema, byte[] Document, string Draft = "draft2020-12")
{
    /// <summary>Writes the texts where both sides read them.</summary>
    public Asked Load(int number, string folder)
    {
        var (schema, document) = (Path.Combine(folder, $"{number}.schema.json"), Path.Combine(folder, $"{number}.json"));
        File.WriteAllBytes(schema, Schema);
        File.WriteAllBytes(document, Document);
        return new Asked("load", number) { Draft = Draft, Schema = schema, Document = document };
    }
}
