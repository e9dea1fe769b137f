namespace LayerEvals.Models;

/// <summary>The JSON type of a value.</summary>
internal enum JsonKind
{
    Text,
    Number,
    Integer,
    Boolean,
    Object,
    Array,
    Null,
}

/// <summary>The shape of the JSON that is asked for, from a skeleton in the prompt or from a schema.</summary>
internal sealed record JsonShape(JsonKind Kind)
{
    /// <summary>Deeper shapes are cut: nobody asks for them, and hostile ones would exhaust the stack.</summary>
    public const int Deepest = 12;

    public static JsonShape Text { get; } = new(JsonKind.Text);

    public IReadOnlyList<(string Name, JsonShape Shape)> Fields { get; init; } = [];

    public JsonShape? Item { get; init; }

    /// <summary>The values a string may take; empty when any will do.</summary>
    public IReadOnlyList<string> Options { get; init; } = [];

    public bool IsNullable { get; init; }

    /// <summary>What the prompt or the schema says about the value, for the reader to match with what it has read.</summary>
    public string About { get; init; } = "";

    public int MaxLength { get; init; } = int.MaxValue;

    public int MinItems { get; init; }

    public int MaxItems { get; init; } = 20;

    public decimal? Minimum { get; init; }

    public decimal? Maximum { get; init; }

    public string? Constant { get; init; }

    /// <summary>Whether any field of this object, at any depth, is a place for source ids.</summary>
    public bool HasPlaceForIds()
    {
        foreach (var (name, shape) in Fields)
            if (FieldNames.AreIds(name) || shape.HasPlaceForIds() || (shape.Item?.HasPlaceForIds() ?? false)) return true;
        return false;
    }
}
