using System.Text.Json;
using System.Text.Unicode;

namespace LayerEvals.JsonSchema;

/// <summary>A compiled JSON Schema: immutable, thread-safe, and independent of the document it was compiled from.</summary>
public sealed class Schema
{
    readonly SchemaNode _root;
    readonly SchemaLimits _limits;

    Schema(SchemaNode root, SchemaLimits limits)
    {
        _root = root;
        _limits = limits;
    }

    /// <summary>Compiles a schema.</summary>
    /// <param name="schema">An object or a boolean; it may be disposed afterwards.</param>
    /// <param name="options">The registered documents, the default draft and the limits.</param>
    /// <exception cref="InvalidSchemaException">The schema has problems; the exception holds all of them.</exception>
    public static Schema Compile(JsonElement schema, SchemaOptions? options = null)
    {
        if (schema.ValueKind == JsonValueKind.Undefined) throw new InvalidSchemaException("the value is undefined where a schema is expected: an object or a boolean");
        var chosen = options ?? new SchemaOptions();
        var root = new SchemaCompiler(chosen).Compile(schema.Clone());
        return new Schema(root, chosen.Limits);
    }

    /// <summary>Compiles a schema from its JSON text.</summary>
    /// <param name="schema">The JSON text.</param>
    /// <param name="options">The registered documents, the default draft and the limits.</param>
    /// <exception cref="InvalidSchemaException">The text is no JSON, or the schema has problems; the exception holds all of them.</exception>
    public static Schema Compile(string schema, SchemaOptions? options = null)
    {
        try
        {
            using var document = JsonDocument.Parse(schema, new JsonDocumentOptions { MaxDepth = MaxTextDepth });
            return Compile(document.RootElement, options);
        }
        catch (JsonException notJson)
        {
            throw new InvalidSchemaException([new SchemaProblem("#", $"a schema is JSON, and this text is not: {Printable.Short(notJson.Message, longest: 200)}")], notJson);
        }
    }

    // A schema that a person wrote is never this deep.
    const int MaxTextDepth = 512;

    /// <summary>Whether the instance is valid. An evaluation that reaches a limit is not.</summary>
    public bool IsValid(JsonElement instance)
    {
        try
        {
            return new Evaluation(_limits, explains: false).Check(_root, instance, marks: null);
        }
        catch (EvaluationLimitException)
        {
            return false;
        }
    }

    /// <summary>Whether the bytes are JSON and the instance in them is valid: the quickest way from a text to the verdict, since nothing outlives it. Bytes that are no JSON in UTF-8, or nested deeper than <see cref="SchemaLimits.MaxDepth"/>, are not valid.</summary>
    /// <param name="utf8Json">One JSON value and white space around it; no byte order mark.</param>
    public bool IsValid(ReadOnlyMemory<byte> utf8Json)
    {
        // The parser does not look into the texts.
        if (!Utf8.IsValid(utf8Json.Span)) return false;
        try
        {
            using var document = JsonDocument.Parse(utf8Json, new JsonDocumentOptions { MaxDepth = _limits.MaxDepth });
            return IsValid(document.RootElement);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>Evaluates the instance and explains every failure, up to <see cref="SchemaLimits.MaxFailures"/>.</summary>
    public SchemaResult Evaluate(JsonElement instance)
    {
        var isDecided = true;
        try
        {
            if (new Evaluation(_limits, explains: false).Check(_root, instance, marks: null)) return SchemaResult.Valid;
        }
        catch (EvaluationLimitException)
        {
            isDecided = false;
        }

        return Explain(instance) with { IsValid = false, IsDecided = isDecided };
    }

    /// <summary>The verdict of the explaining evaluation alone.</summary>
    internal SchemaResult Explain(JsonElement instance)
    {
        var explaining = new Evaluation(_limits, explains: true);
        try
        {
            var valid = explaining.Check(_root, instance, marks: null);
            return new SchemaResult(valid, explaining.Failures);
        }
        catch (EvaluationLimitException limit)
        {
            return new SchemaResult(false, [.. explaining.Failures, limit.AsFailure(explaining.Path.ToString())]) { IsDecided = false };
        }
    }
}
