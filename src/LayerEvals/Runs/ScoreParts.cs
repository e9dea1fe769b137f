using System.Text.Json;

namespace LayerEvals.Runs;

/// <summary>The parts of a finding as a line of scores.jsonl holds them: those that passed by name alone.</summary>
internal static class ScoreParts
{
    public static void Write(Utf8JsonWriter json, IReadOnlyList<FindingPart> parts)
    {
        if (parts.Count == 0) return;
        json.WriteStartArray("parts");
        foreach (var part in parts)
        {
            json.WriteStartObject();
            json.WriteString("name", part.Name);
            json.WriteString("outcome", part.Outcome.ToString());
            if (part.Outcome != Outcome.Passed) WriteWhy(json, part);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    public static IReadOnlyList<FindingPart> Read(JsonElement score)
    {
        if (!score.TryGetProperty("parts", out var parts)) return [];
        return [.. parts.EnumerateArray().Select(part => new FindingPart(part.GetProperty("name").GetString()!, Enum.Parse<Outcome>(part.GetProperty("outcome").GetString()!), Text(part, "reason"))
        {
            Span = Span(part, "span"),
            Claim = Span(part, "claim"),
            Source = Text(part, "source"),
            SourceText = Text(part, "sourceText"),
        })];
    }

    static void WriteWhy(Utf8JsonWriter json, FindingPart part)
    {
        if (part.Reason is { } reason) json.WriteString("reason", reason);
        if (part.Span is { } span) Write(json, "span", span);
        if (part.Claim is { } claim) Write(json, "claim", claim);
        if (part.Source is { } source) json.WriteString("source", source);
        if (part.SourceText is { } text) json.WriteString("sourceText", text);
    }

    static void Write(Utf8JsonWriter json, string name, TextSpan span)
    {
        json.WriteStartArray(name);
        json.WriteNumberValue(span.Start);
        json.WriteNumberValue(span.Length);
        json.WriteEndArray();
    }

    static TextSpan? Span(JsonElement part, string name) => part.TryGetProperty(name, out var span) ? new TextSpan(span[0].GetInt32(), span[1].GetInt32()) : null;

    static string? Text(JsonElement part, string name) => part.TryGetProperty(name, out var text) ? text.GetString() : null;
}
