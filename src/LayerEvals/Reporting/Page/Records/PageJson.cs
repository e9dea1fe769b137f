using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace LayerEvals.Reporting.Page;

/// <summary>
/// How the page's JSON is written: letters of every script as they are; <c>&lt;</c>, <c>&amp;</c> and quotes as escapes, so that no text can end the element that
/// holds it, and what would be obeyed and not seen (overrides of the writing direction, zero-width characters) as escapes too.
/// </summary>
internal static class PageJson
{
    public static JsonWriterOptions Options { get; } = new() { Encoder = JavaScriptEncoder.Create(Allowed()), SkipValidation = true };

    static TextEncoderSettings Allowed()
    {
        var allowed = new TextEncoderSettings(UnicodeRanges.All);
        for (var c = '\u0080'; c < '\uffff'; c++)
            if (char.GetUnicodeCategory(c) == UnicodeCategory.Format) allowed.ForbidCharacter(c);
        return allowed;
    }

    public static void Numbers(Utf8JsonWriter json, string name, IEnumerable<int> numbers)
    {
        json.WriteStartArray(name);
        foreach (var number in numbers) json.WriteNumberValue(number);
        json.WriteEndArray();
    }
}
