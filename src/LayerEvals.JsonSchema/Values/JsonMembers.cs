using System.Diagnostics.CodeAnalysis;
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

    /// <summary>Finds the member with a property's name, without making a text of that name.</summary>
    public static bool TryFind(this Dictionary<string, JsonElement> members, JsonProperty property, [NotNullWhen(true)] out string? name)
    {
        using var text = InstanceText.OfName(property, stackalloc char[InstanceText.Usual]);
        return members.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text.Chars, out name, out _);
    }

    /// <summary>The text of a member; null when there is none or it is no text.</summary>
    public static string? Text(this Dictionary<string, JsonElement> members, string name) =>
        members.TryGetValue(name, out var value) && value.ValueKind == JsonValueKind.String ? InstanceText.StringOf(value) : null;
}
