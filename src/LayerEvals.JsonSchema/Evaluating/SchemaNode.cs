using System.Text.Json;

namespace LayerEvals.JsonSchema;

/// <summary>One compiled schema. The compiler fills it; afterwards nothing changes it.</summary>
internal sealed class SchemaNode(string path, SchemaResource resource)
{
    readonly KeywordCheck[][] _checks = [[], [], [], [], [], [], [], []];

    /// <summary>Where the schema stands, as failures show it.</summary>
    public string Path { get; } = path;

    public SchemaResource Resource { get; } = resource;

    /// <summary>What a boolean schema says of every instance; null for an object.</summary>
    public bool? Always { get; set; }

    /// <summary>The <c>unevaluated…</c> keywords, which come after all others.</summary>
    public IKeyword[] Leftovers { get; set; } = [];

    /// <summary>What values of a kind have to pass, the cheap checks first.</summary>
    public KeywordCheck[] Checks(JsonValueKind kind) => _checks[(int)kind];

    /// <summary>Sets the keywords, but for the leftovers.</summary>
    public void SetKeywords(IReadOnlyList<IKeyword> keywords)
    {
        for (var kind = 0; kind < _checks.Length; kind++)
        {
            _checks[kind] = [.. keywords.Where(k => k.Kinds.HasFlag((Kinds)(1 << kind))).Select<IKeyword, KeywordCheck>(k => k.Check)];
        }
    }
}
