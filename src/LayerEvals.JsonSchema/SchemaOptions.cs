using System.Text.Json;

namespace LayerEvals.JsonSchema;

/// <summary>How a schema is compiled.</summary>
public sealed record SchemaOptions
{
    /// <summary>The documents that references may resolve to, by address; an address that is relative is relative to <see cref="BaseUri"/>. Nothing is ever fetched. Default: none but the drafts' own metaschemas.</summary>
    public IReadOnlyDictionary<Uri, JsonElement> Documents { get; init; } = new Dictionary<Uri, JsonElement>();

    /// <summary>The address of a schema that has no <c>$id</c>. Default: a reserved address that resolves to nothing.</summary>
    public Uri BaseUri { get; init; } = new("https://schema.invalid/");

    /// <summary>Whether <c>format</c> is asserted, rather than only an annotation. Default: false.</summary>
    public bool FormatAssertion { get; init; }

    /// <summary>The draft of a schema without <c>$schema</c>. Default: 2020-12.</summary>
    public SchemaDraft DefaultDraft { get; init; } = SchemaDraft.Draft202012;

    /// <summary>The bounds of compiling and evaluating.</summary>
    public SchemaLimits Limits { get; init; } = new();
}

/// <summary>A draft of JSON Schema.</summary>
public enum SchemaDraft
{
    /// <summary>Draft 4.</summary>
    Draft4 = 4,

    /// <summary>Draft 6.</summary>
    Draft6 = 6,

    /// <summary>Draft 7.</summary>
    Draft7 = 7,

    /// <summary>Draft 2019-09.</summary>
    Draft201909 = 8,

    /// <summary>Draft 2020-12.</summary>
    Draft202012 = 9,
}

/// <summary>Bounds that keep a hostile schema or instance from taking all time, stack or memory. An evaluation that reaches one fails and says which.</summary>
public sealed record SchemaLimits
{
    /// <summary>The most schemas that are evaluated inside one another. Default: 1,000.</summary>
    public int MaxDepth { get; init; } = 1_000;

    /// <summary>The most schemas that are evaluated in all, for one instance. Default: 10,000,000.</summary>
    public long MaxSteps { get; init; } = 10_000_000;

    /// <summary>The most schemas in one compiled schema, references included. Default: 100,000.</summary>
    public int MaxSchemas { get; init; } = 100_000;

    /// <summary>The most failures that are explained. Default: 100.</summary>
    public int MaxFailures { get; init; } = 100;

    /// <summary>The longest pattern, in UTF-16 units. Default: 10,000.</summary>
    public int MaxPatternLength { get; init; } = 10_000;

    /// <summary>The longest time that one pattern may take on one text. Default: 250 ms.</summary>
    public TimeSpan PatternTimeout { get; init; } = TimeSpan.FromMilliseconds(250);
}
