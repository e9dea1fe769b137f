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

    public static IReadOnlyList<FindingPart> Read(ref Utf8JsonReader json)
    {
        var parts = new List<FindingPart>();
        ScoreJson.Expect(ref json, JsonTokenType.StartArray);
        while (json.Read() && json.TokenType == JsonTokenType.StartObject) parts.Add(ReadPart(ref json));
        return parts;
    }

    static FindingPart ReadPart(ref Utf8JsonReader json)
    {
        string? name = null, reason = null, source = null, sourceText = null;
        Outcome? outcome = null;
        TextSpan? span = null, claim = null;
        while (ScoreJson.ReadName(ref json))
        {
            if (json.ValueTextEquals("name"u8)) name = ScoreJson.Text(ref json);
            else if (json.ValueTextEquals("outcome"u8)) outcome = ScoreJson.Outcome(ref json);
            else if (json.ValueTextEquals("reason"u8)) reason = ScoreJson.Text(ref json);
            else if (json.ValueTextEquals("span"u8)) span = Span(ref json);
            else if (json.ValueTextEquals("claim"u8)) claim = Span(ref json);
            else if (json.ValueTextEquals("source"u8)) source = ScoreJson.Text(ref json);
            else if (json.ValueTextEquals("sourceText"u8)) sourceText = ScoreJson.Text(ref json);
            else json.Skip();
        }
        if (name is null || outcome is not { } found) throw new JsonException("expected a part with name and outcome");
        return new FindingPart(name, found, reason) { Span = span, Claim = claim, Source = source, SourceText = sourceText };
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

    static TextSpan Span(ref Utf8JsonReader json)
    {
        ScoreJson.Expect(ref json, JsonTokenType.StartArray);
        var span = new TextSpan(ScoreJson.Number(ref json), ScoreJson.Number(ref json));
        ScoreJson.Expect(ref json, JsonTokenType.EndArray);
        return span;
    }
}
