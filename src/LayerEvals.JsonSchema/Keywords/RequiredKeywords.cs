using System.Text.Json;

namespace LayerEvals.JsonSchema;

/// <summary><c>required</c>, and the names of one <c>dependentRequired</c>.</summary>
internal sealed class RequiredKeywords(KeywordPlace at, string[] names, string? because = null) : IKeyword
{
    public static readonly KeywordRule[] Rules =
    [
        new("required", Make),
    ];

    readonly Dictionary<string, int> _positions = names.Distinct(StringComparer.Ordinal).Select((n, i) => (n, i)).ToDictionary(p => p.n, p => p.i, StringComparer.Ordinal);

    public bool Check(JsonElement instance, Evaluation run, Marks? marks)
    {
        if (instance.ValueKind != JsonValueKind.Object || _positions.Count == 0) return true;

        var seen = _positions.Count <= 64 ? stackalloc bool[64] : new bool[_positions.Count];
        var missing = CountMissing(instance, seen);
        if (missing == 0) return true;
        if (!run.Explains) return false;
        foreach (var (name, position) in _positions)
        {
            if (!seen[position]) Fail(run, name);
        }
        return false;
    }

    int CountMissing(JsonElement instance, Span<bool> seen)
    {
        var missing = _positions.Count;
        var lookup = _positions.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> buffer = stackalloc char[InstanceText.Usual];
        foreach (var property in instance.EnumerateObject())
        {
            using var name = InstanceText.OfName(property, buffer);
            if (!lookup.TryGetValue(name.Chars, out var position) || seen[position]) continue;
            seen[position] = true;
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
        TryReadNames(source.Value, out var names) ? new RequiredKeywords(source.At, names) : source.Expected("an array of property names");

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
