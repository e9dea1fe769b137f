using System.Text.Json;

namespace LayerEvals;

/// <summary>
/// Judges documents by JSON Schemas. LayerEvals brings its own; a team that trusts another one implements this in its test project and names it with
/// <c>[assembly: SchemaValidator(typeof(…))]</c>.
/// </summary>
public interface ISchemaValidator
{
    /// <summary>The validator's name and version. Runs record it, and runs that different validators judged are not taken for the same.</summary>
    string Name { get; }

    /// <summary>
    /// Compiles a schema, once for a plan. What it returns is called for every answer, from several threads at once. Whatever this throws is a problem of the plan,
    /// with its message; what the returned function throws makes the check Errored.
    /// </summary>
    /// <param name="schema">The schema and everything that it may refer to.</param>
    Func<JsonElement, SchemaFinding> Compile(SchemaSource schema);
}

/// <summary>A schema with the files that it refers to. Nothing else is to be read or fetched.</summary>
/// <param name="Root">The schema.</param>
/// <param name="Address">Its address where it has no <c>$id</c>; relative references start there.</param>
public sealed record SchemaSource(JsonElement Root, Uri Address)
{
    /// <summary>The documents that references may lead to, by address; one document may have several.</summary>
    public IReadOnlyDictionary<Uri, JsonElement> Documents { get; init; } = new Dictionary<Uri, JsonElement>();

    /// <summary>Whether <c>format</c> is asserted (<c>formats: assert</c>), rather than an annotation.</summary>
    public bool AssertsFormats { get; init; }
}

/// <summary>What a schema says of a document.</summary>
/// <param name="IsValid">Whether it is valid.</param>
/// <param name="Failures">Why it is not, the closest first, each in one line.</param>
public sealed record SchemaFinding(bool IsValid, IReadOnlyList<string> Failures)
{
    /// <summary>Whether the document was judged to the end; the check is Unscored where a limit of the validator ended it first.</summary>
    public bool IsDecided { get; init; } = true;
}
