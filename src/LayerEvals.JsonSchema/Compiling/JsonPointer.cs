using System.Globalization;
using System.Text.Json;

namespace LayerEvals.JsonSchema;

/// <summary>JSON Pointers (RFC 6901) into schema documents.</summary>
internal static class JsonPointer
{
    public static string Append(string pointer, string token) =>
        pointer + "/" + token.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    public static string Append(string pointer, int index) => string.Create(CultureInfo.InvariantCulture, $"{pointer}/{index}");

    public static IEnumerable<string> Tokens(string pointer) => pointer.Split('/').Skip(1)
        .Select(t => t.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal));

    /// <summary>The value that one token leads to.</summary>
    public static bool TryStep(JsonElement from, string token, out JsonElement value)
    {
        value = default;
        if (from.ValueKind == JsonValueKind.Object) return JsonMembers.Of(from).TryGetValue(token, out value);
        if (from.ValueKind != JsonValueKind.Array) return false;
        if (!int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out var index) || index >= from.GetArrayLength()) return false;
        value = from[index];
        return true;
    }
}
