using System.Text.Json;

namespace LayerEvals.Runs;

/// <summary>Reads the values of score lines, straight from their bytes: a run has several lines an answer. What is of another kind is a <see cref="JsonException"/>.</summary>
internal static class ScoreJson
{
    static readonly Outcome[] Outcomes = Enum.GetValues<Outcome>();

    public static void Enter(ref Utf8JsonReader json)
    {
        if (!json.Read() || json.TokenType != JsonTokenType.StartObject) throw new JsonException("expected an object");
    }

    /// <summary>Goes on to the next name; false at the end of the object.</summary>
    public static bool ReadName(ref Utf8JsonReader json) => json.Read() && json.TokenType == JsonTokenType.PropertyName;

    public static string Text(ref Utf8JsonReader json)
    {
        Expect(ref json, JsonTokenType.String);
        try
        {
            return json.GetString()!; // a string
        }
        catch (InvalidOperationException e)
        {
            // Half of a surrogate pair.
            throw new JsonException("expected Unicode text", e);
        }
    }

    public static int Number(ref Utf8JsonReader json)
    {
        Expect(ref json, JsonTokenType.Number);
        return json.TryGetInt32(out var number) ? number : throw new JsonException("expected a whole number");
    }

    public static bool IsTrue(ref Utf8JsonReader json) => json.Read() && json.TokenType == JsonTokenType.True;

    public static Outcome Outcome(ref Utf8JsonReader json)
    {
        Expect(ref json, JsonTokenType.String);
        foreach (var outcome in Outcomes)
            if (json.ValueTextEquals(outcome.ToString())) return outcome;
        throw new JsonException("expected an outcome");
    }

    public static void Expect(ref Utf8JsonReader json, JsonTokenType type)
    {
        if (!json.Read() || json.TokenType != type) throw new JsonException($"expected a {type}, found {json.TokenType}");
    }
}
