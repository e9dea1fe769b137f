using System.Text.Json;

namespace LayerEvals.JsonSchema;

/// <summary><c>required</c>, and the names of one <c>dependentRequired</c>. Where nothing is explained, the pass over the properties sees to it, if there is one.</summary>
internal sealed class RequiredKeywords(KeywordPlace at, string[] names, string? because = null, bool isSeenElsewhere = false) : IKeyword
{
    public static readonly KeywordRule[] Rules =
    [
        new("required", Make),
    ];

    readonly string[] _names = [.. names.Distinct(StringComparer.Ordinal)];
    readonly NameTable _table = new(names);

    public Kinds Kinds => Kinds.Object;

    public bool Check(JsonElement instance, Evaluation run, Marks? marks)
    {
        if (_names.Length == 0) return true;
        if (isSeenElsewhere && !run.Explains) return true;

        var seen = _names.Length <= 64 ? stackalloc bool[64] : new bool[_names.Length];
        if (CountMissing(instance, seen) == 0) return true;
        if (!run.Explains) return false;
        for (var i = 0; i < _names.Length; i++)
        {
            if (!seen[i]) Fail(run, _names[i]);
        }
        return false;
    }

    int CountMissing(JsonElement instance, Span<bool> seen)
    {
        var (missing, expected) = (_names.Length, 0);
        foreach (var property in instance.EnumerateObject())
        {
            var number = _table.Find(property, ref expected);
            if (number < 0 || seen[number]) continue;
            seen[number] = true;
            if (--missing == 0) return 0;
        }
        return missing;
    }

    void Fail(Evaluation run, string name)
    {
        var shown = Printable.Short(name);
        var reason = because is null ? "it is required" : $"\"{Printable.Short(because)}\" requires it";
        run.Fail(at, $"no property \"{shown}\"", $"a property \"{shown}\"", $"the property \"{shown}\" is missing, and {reason}");
    }

    static IKeyword? Make(KeywordSource source) =>
        TryReadNames(source.Value, out var names) ? new RequiredKeywords(source.At, names, isSeenElsewhere: SeenWithProperties(source).Count > 0) : source.Expected("an array of property names");

    /// <summary>The required names that the pass over the properties looks for: all of them or none.</summary>
    public static IReadOnlyList<string> SeenWithProperties(KeywordSource source)
    {
        if (!source.TrySibling("required", out var required) || !TryReadNames(required, out var names)) return [];
        if (!source.TrySibling("properties", out _) && !source.TrySibling("patternProperties", out _) && !source.TrySibling("additionalProperties", out _)) return [];
        string[] once = [.. names.Distinct(StringComparer.Ordinal)];
        return once.Length <= NamedProperties.MostRequired ? once : [];
    }

    /// <summary>Reads an array of names.</summary>
    public static bool TryReadNames(JsonElement value, out string[] names)
    {
        names = [];
        if (value.ValueKind != JsonValueKind.Array) return false;
        foreach (var name in value.EnumerateArray())
        {
            if (name.ValueKind != JsonValueKind.String) return false;
        }
        names = [.. value.EnumerateArray().Select(InstanceText.StringOf)];
        return true;
    }
}
