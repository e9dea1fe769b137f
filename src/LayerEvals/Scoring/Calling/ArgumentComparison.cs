using System.Globalization;
using System.Text.Json;
using LayerEvals.JsonSchema;
using LayerEvals.Reading;
using LayerEvals.Scoring.Facts;

namespace LayerEvals.Scoring.Calling;

/// <summary>Holds arguments against those that are expected. A number is the same in any writing (<c>40</c>, <c>40.0</c>, <c>"40"</c>), and so is a date.</summary>
internal sealed class ArgumentComparison(bool ignoresCase)
{
    // A longer text is no number and no date.
    const int LongestFact = 64;

    static readonly string[] Times = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", "yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm'Z'"];

    /// <summary>The first difference, with its place; null where there is none. As deep as what is expected, so that what was found cannot be too deep.</summary>
    /// <param name="expected">What is expected.</param>
    /// <param name="found">What was found.</param>
    /// <param name="isWhole">Whether nothing else may be there. Lists are compared whole either way.</param>
    public string? Difference(JsonElement expected, JsonElement found, bool isWhole) => Difference(expected, found, "$", isWhole);

    string? Difference(JsonElement expected, JsonElement found, string path, bool isWhole) => (expected.ValueKind, found.ValueKind) switch
    {
        (JsonValueKind.Object, JsonValueKind.Object) => OfObjects(expected, found, path, isWhole),
        (JsonValueKind.Array, JsonValueKind.Array) => OfLists(expected, found, path, isWhole),
        _ => Same(expected, found) ? null : $"expected `{Shown(expected)}` at {Printable.Short(path, 120)}, found `{Shown(found)}`",
    };

    string? OfObjects(JsonElement expected, JsonElement found, string path, bool isWhole)
    {
        foreach (var property in expected.EnumerateObject())
        {
            var at = $"{path}.{property.Name}";
            if (!found.TryGetProperty(property.Name, out var value)) return $"expected `{Shown(property.Value)}` at {Printable.Short(at, 120)}, found none";
            if (Difference(property.Value, value, at, isWhole) is { } difference) return difference;
        }
        if (!isWhole) return null;
        foreach (var property in found.EnumerateObject())
            if (!expected.TryGetProperty(property.Name, out _)) return $"expected nothing at {Printable.Short($"{path}.{property.Name}", 120)}, found `{Shown(property.Value)}`";
        return null;
    }

    string? OfLists(JsonElement expected, JsonElement found, string path, bool isWhole)
    {
        if (expected.GetArrayLength() != found.GetArrayLength()) return $"expected {expected.GetArrayLength()} in the list at {Printable.Short(path, 120)}, found {found.GetArrayLength()}";
        var i = 0;
        foreach (var (one, other) in expected.EnumerateArray().Zip(found.EnumerateArray()))
            if (Difference(one, other, $"{path}[{(i++).ToString(CultureInfo.InvariantCulture)}]", isWhole) is { } difference) return difference;
        return null;
    }

    bool Same(JsonElement expected, JsonElement found)
    {
        if (expected.ValueKind == JsonValueKind.Number && found.ValueKind == JsonValueKind.Number) return SameNumber(expected, found);
        if (Text(expected) is not { } one || Text(found) is not { } other) return expected.ValueKind == found.ValueKind && expected.ValueKind is JsonValueKind.True or JsonValueKind.False or JsonValueKind.Null;
        return string.Equals(one, other, ignoresCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal) || SameFact(one, other) || SameTime(one, other);
    }

    // Exact at any size: 1e400 is a number of JSON, and none of double or decimal.
    static bool SameNumber(JsonElement expected, JsonElement found)
    {
        using var schema = JsonDocument.Parse($"{{\"const\":{expected.GetRawText()}}}");
        return Schema.Compile(schema.RootElement).Evaluate(found).IsValid;
    }

    static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };

    static bool SameFact(string one, string other) => Fact(one) is { } a && Fact(other) is { } b && a.Kind == b.Kind
        && (a.Kind == FactKind.Date ? a.Day == b.Day : a.Value == b.Value && a.Unit == b.Unit);

    // Nothing but a number or a date that has one reading. 007 is a name.
    static Fact? Fact(string text)
    {
        var trimmed = text.Trim();
        if (trimmed.Length is 0 or > LongestFact || trimmed is ['0', >= '0' and <= '9', ..]) return null;
        var sign = trimmed[0] == '-' ? 1 : 0;
        if (FactScanner.In(trimmed) is not [{ Kind: not FactKind.Identifier, IsInWords: false, OtherDay: null } fact] || fact.Span.Start != sign || fact.Span.End != trimmed.Length) return null;
        return sign == 1 ? fact.Kind == FactKind.Number ? fact with { Value = -fact.Value } : null : fact;
    }

    static bool SameTime(string one, string other) => Time(one) is { } a && Time(other) is { } b && a == b;

    static DateTimeOffset? Time(string text) =>
        text.Length <= LongestFact && DateTimeOffset.TryParseExact(text, Times, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    static string Shown(JsonElement value) => Printable.Short(value.ValueKind == JsonValueKind.String ? value.GetString()! : TypedJson.Of(value), 60); // a text has one
}
