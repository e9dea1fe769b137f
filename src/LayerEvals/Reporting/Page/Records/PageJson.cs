using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace LayerEvals.Reporting.Page;

/// <summary>How the page's JSON is written: letters of every script as they are; <c>&lt;</c>, <c>&amp;</c> and quotes as escapes, so that no text can end the element that holds it.</summary>
internal static class PageJson
{
    public static JsonWriterOptions Options { get; } = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), SkipValidation = true };

    public static void Numbers(Utf8JsonWriter json, string name, IEnumerable<int> numbers)
    {
        json.WriteStartArray(name);
        foreach (var number in numbers) json.WriteNumberValue(number);
        json.WriteEndArray();
    }

    public static void Texts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }
}
