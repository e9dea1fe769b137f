namespace LayerEvals;

/// <summary>Registers the test project's own JSON Schema validator: <c>[assembly: SchemaValidator(typeof(TheirSchemas))]</c>.</summary>
/// <param name="type">A type with a parameterless constructor that implements <see cref="ISchemaValidator"/>.</param>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class SchemaValidatorAttribute(Type type) : Attribute
{
    /// <summary>The type that judges by schemas.</summary>
    public Type Type => type;
}
