using System.Runtime.InteropServices;
using System.Text.Json;

namespace LayerEvals.Scoring.Schemas;

/// <summary>The references of a schema to files beside it.</summary>
internal static class SchemaReferences
{
    static readonly byte[][] Keywords = ["$ref"u8.ToArray(), "$dynamicRef"u8.ToArray()];

    /// <summary>The relative references in a document, without their fragments, each once. An address with a scheme is no file.</summary>
    public static IReadOnlyCollection<string> In(JsonElement root)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Stack<JsonElement>([root]);
        while (waiting.TryPop(out var element))
        {
            if (element.ValueKind == JsonValueKind.Array)
                foreach (var item in element.EnumerateArray()) waiting.Push(item);
            if (element.ValueKind != JsonValueKind.Object) continue;
            foreach (var property in element.EnumerateObject())
            {
                if (IsReference(property) && Relative(property.Value) is { } reference) found.Add(reference);
                waiting.Push(property.Value);
            }
        }
        return found;
    }

    /// <summary>The key of the file that a reference in a file leads to.</summary>
    public static string KeyOf(string from, string reference)
    {
        var steps = from.Split('/').SkipLast(1).ToList();
        foreach (var step in Uri.UnescapeDataString(reference).Split('/'))
        {
            if (step == ".." && steps.Count > 0 && steps[^1] != "..") steps.RemoveAt(steps.Count - 1);
            else if (step != ".") steps.Add(step);
        }
        return string.Join('/', steps);
    }

    /// <summary>The highest folder that a reference from a folder passes through.</summary>
    public static string HighestOf(string reference, string folder)
    {
        var (depth, highest) = (0, 0);
        foreach (var step in Uri.UnescapeDataString(reference).Split('/'))
        {
            depth += step switch { ".." => -1, "." => 0, _ => 1 };
            highest = Math.Min(highest, depth);
        }
        return Path.GetFullPath(string.Concat(Enumerable.Repeat("../", -highest)) + ".", folder);
    }

    /// <summary>Where the relative references of a document start: at its <c>$id</c>, else where it lies.</summary>
    public static Uri IdOf(JsonElement root, Uri lies)
    {
        if (root.ValueKind != JsonValueKind.Object) return lies;
        var id = root.TryGetProperty("$id", out var own) || root.TryGetProperty("id", out own) ? Text(own) : null;
        return id is not null && Uri.TryCreate(lies, id, out var address) ? address : lies;
    }

    // The raw name: one that holds half of a surrogate pair cannot be read, and is no keyword.
    static bool IsReference(JsonProperty property)
    {
        var name = JsonMarshal.GetRawUtf8PropertyName(property);
        foreach (var keyword in Keywords)
            if (name.SequenceEqual(keyword)) return true;
        return false;
    }

    static string? Relative(JsonElement value)
    {
        if (Text(value) is not { } text) return null;
        var fragment = text.IndexOf('#', StringComparison.Ordinal);
        var address = fragment < 0 ? text : text[..fragment];
        var isPath = address.Length is > 0 and < 1000 && !address.StartsWith('/') && !address.Contains('\\') && !address.Contains('\0') && !address.Contains('?');
        return isPath && Uri.TryCreate(address, UriKind.Relative, out _) ? address : null;
    }

    // Null for what is no text, and for a text that holds half of a surrogate pair.
    static string? Text(JsonElement value) => value.ValueKind == JsonValueKind.String && Checks.JsonCheck.IsUnicode(value) ? value.GetString() : null;
}
