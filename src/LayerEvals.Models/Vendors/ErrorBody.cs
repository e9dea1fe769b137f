using System.Text;
using System.Text.Json;

namespace LayerEvals.Models.Vendors;

/// <summary>What the body of a refusal says, in the shapes of OpenAI, Azure and Anthropic.</summary>
/// <param name="Codes">Its codes and types in lower case, separated by spaces.</param>
/// <param name="Message">The vendor's words; the start of the body where it has no such shape.</param>
internal sealed record ErrorBody(string Codes, string Message)
{
    public static ErrorBody Read(byte[] body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            if (json.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("error", out var error)) return Of(error);
        }
        catch (JsonException)
        {
            // A gateway's page, or nothing: its first words are all there is.
        }
        return new ErrorBody("", Encoding.UTF8.GetString(body.AsSpan(0, Math.Min(body.Length, 200))).Trim());
    }

    public static ErrorBody Of(JsonElement error)
    {
        if (error.ValueKind == JsonValueKind.String) return new ErrorBody("", error.GetString()!); // the kind says that it has one
        if (error.ValueKind != JsonValueKind.Object) return new ErrorBody("", "");
        var message = Text(error, "message");
        var codes = new List<string> { Text(error, "code"), Text(error, "type") };
        if (error.TryGetProperty("innererror", out var inner) && inner.ValueKind == JsonValueKind.Object) codes.Add(Text(inner, "code"));
        // Anthropic has no code for it.
        if (message.Contains("credit balance is too low", StringComparison.OrdinalIgnoreCase)) codes.Add("credit_balance");
        return new ErrorBody(string.Join(' ', codes.Where(c => c.Length > 0)).ToLowerInvariant(), message);
    }

    static string Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) ? value.ValueKind switch { JsonValueKind.String => value.GetString()!, JsonValueKind.Number => value.GetRawText(), _ => "" } : ""; // the kind says that it has one
}
