namespace LayerEvals.JsonSchema;

/// <summary>What a schema says of an instance.</summary>
/// <param name="IsValid">Whether the instance is valid.</param>
/// <param name="Failures">Why it is not, in the schema's order; empty when it is.</param>
public sealed record SchemaResult(bool IsValid, IReadOnlyList<SchemaFailure> Failures)
{
    /// <summary>Whether the instance was judged to the end. False when a limit ended the evaluation first: it is then not valid, and nobody knows that it is invalid.</summary>
    public bool IsDecided { get; init; } = true;

    internal static SchemaResult Valid { get; } = new(true, []);
}

/// <summary>One failure of an instance. Every text is safe to print: shortened, control characters escaped.</summary>
/// <param name="InstancePath">Where in the instance: <c>claim.items[2].total</c>; <c>$</c> is the whole instance.</param>
/// <param name="SchemaPath">Where in the schema: <c>properties/claim/type</c>; behind the document's address and <c>#/</c> when it is another document.</param>
/// <param name="Keyword">The keyword that failed.</param>
/// <param name="Found">What was found.</param>
/// <param name="Wanted">What was wanted.</param>
/// <param name="Sentence">What was found and wanted, as one sentence.</param>
public sealed record SchemaFailure(string InstancePath, string SchemaPath, string Keyword, string Found, string Wanted, string Sentence)
{
    /// <summary>One line: <c>claim.total: 412.5 is a number where an integer is expected (properties/claim/properties/total/type)</c>.</summary>
    public override string ToString() => $"{InstancePath}: {Sentence} ({SchemaPath})";
}
