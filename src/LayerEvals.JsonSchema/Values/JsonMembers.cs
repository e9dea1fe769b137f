using System.Text.Json;

namespace LayerEvals.JsonSchema;

/// <summary>The members of an object by name; of a repeated name the last counts. Unlike <c>TryGetProperty</c> it takes any name, lone surrogates too.</summary>
internal static class JsonMembers
{
    public static Dictionary<string, JsonElement> Of(JsonElement value)
    {
        var members = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        if (value.ValueKind != JsonValueKind.Object) return members;
        foreach (var property in value.EnumerateObject()) members[InstanceText.NameOf(property)] = property.Value;
        return members;
    }

    /// <summary>The text of a member; null when there is none or it is no text.</summary>
    public static string? Text(this Dictionary<string, JsonElement> members, string name) =>
        members.TryGetValue(name, out var value) && value.ValueKind == JsonValueKind.String ? InstanceText.StringOf(value) : null;
}
