using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace LayerEvals.JsonSchema;

/// <summary>How messages name values, kinds and counts.</summary>
internal static class Wording
{
    /// <summary>The value as JSON, on one line, shortened.</summary>
    public static string Value(JsonElement value)
    {
        var raw = JsonMarshal.GetRawUtf8Value(value);
        // Four bytes are the most that one shown character takes.
        var shown = Encoding.UTF8.GetString(raw.Length > 4 * Printable.Longest + 4 ? raw[..(4 * Printable.Longest + 4)] : raw);
        var text = Printable.Short(shown);
        return value.ValueKind == JsonValueKind.String && text.EndsWith('…') ? text + "\"" : text;
    }

    public static string Kind(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number when ExactNumber.Of(value).IsInteger => "an integer",
        JsonValueKind.Null => "null",
        _ => KindNamed(value.ValueKind.ToString().ToLowerInvariant() is "true" or "false" ? "boolean" : value.ValueKind.ToString().ToLowerInvariant()),
    };

    public static string KindNamed(string type) => type switch
    {
        "null" => "null",
        "array" or "integer" or "object" => $"an {type}",
        _ => $"a {type}",
    };

    public static string Count(int count, string one, string many) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:#,0} {(count == 1 ? one : many)}");

    /// <summary><c>a, b or c</c>; of a long list only its start.</summary>
    public static string AnyOf(IReadOnlyList<string> alternatives)
    {
        const int most = 8;
        if (alternatives.Count == 1) return alternatives[0];
        if (alternatives.Count > most) return $"{string.Join(", ", alternatives.Take(most))} or {Count(alternatives.Count - most, "other", "others")}";
        return $"{string.Join(", ", alternatives.Take(alternatives.Count - 1))} or {alternatives[^1]}";
    }
}
