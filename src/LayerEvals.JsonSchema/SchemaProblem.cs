namespace LayerEvals.JsonSchema;

/// <summary>One thing that is wrong with a schema.</summary>
/// <param name="Path">Where, from the schema's root: <c>properties/claim/type</c>; <c>#</c> is the root.</param>
/// <param name="Message">What was expected and what was found, in one line.</param>
public sealed record SchemaProblem(string Path, string Message)
{
    /// <summary><c>path: message</c>.</summary>
    public override string ToString() => $"{Path}: {Message}";
}
