using System.Text.Json;

namespace LayerEvals.Runs;

/// <summary>Names the first thing in which two runs' manifests differ, so that nobody has to compare files.</summary>
internal static class ManifestDifference
{
    /// <summary>The first key of the configurations that differs, with both values; null where none does.</summary>
    public static string? OfConfigurations(FinishedRun one, FinishedRun other) => Of(one.Configuration, other.Configuration, "");

    /// <summary>What differs in two parts of configurations; null where nothing does.</summary>
    public static string? Of(JsonElement one, JsonElement other, string path)
    {
        if (one.ValueKind != JsonValueKind.Object || other.ValueKind != JsonValueKind.Object)
            return JsonElement.DeepEquals(one, other) ? null : $"`{path}` {Shown(one)} and {Shown(other)}";
        // What stands here comes before what stands deeper: a margin before the margins that the layers took from it.
        var keys = one.EnumerateObject().Concat(other.EnumerateObject()).OrderBy(p => p.Value.ValueKind == JsonValueKind.Object).ThenBy(p => p.Name, StringComparer.Ordinal).Select(p => p.Name).Distinct();
        foreach (var key in keys)
        {
            var below = path.Length == 0 ? key : $"{path}.{key}";
            if (!one.TryGetProperty(key, out var a)) return $"`{below}` absent and {Shown(other.GetProperty(key))}";
            if (!other.TryGetProperty(key, out var b)) return $"`{below}` {Shown(a)} and absent";
            if (Of(a, b, below) is { } found) return found;
        }
        return null;
    }

    /// <summary>The input files whose bytes differ.</summary>
    public static IReadOnlyList<string> OfInputs(FinishedRun one, FinishedRun other)
    {
        var (a, b) = (Inputs(one), Inputs(other));
        return [.. a.Keys.Union(b.Keys).Where(f => a.GetValueOrDefault(f) != b.GetValueOrDefault(f)).Order(StringComparer.Ordinal)];
    }

    static Dictionary<string, string> Inputs(FinishedRun run) =>
        run.Manifest.TryGetProperty("inputs", out var inputs)
            ? inputs.EnumerateArray().DistinctBy(i => i.GetProperty("file").GetString()).ToDictionary(i => i.GetProperty("file").GetString()!, i => i.GetProperty("sha256").GetString()!, StringComparer.Ordinal)
            : [];

    static string Shown(JsonElement value) => $"`{Printable.Short(value.GetRawText().Trim('"'), 60)}`";
}
