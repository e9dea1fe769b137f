using System.Text.Encodings.Web;
using System.Text.Json;
using LayerEvals.Comparing;

namespace LayerEvals.Reporting;

/// <summary>How our JSON files are written: the same bytes on every machine.</summary>
internal static class ReportJson
{
    /// <summary>Indented by two blanks, line breaks as <c>\n</c>, non-ASCII letters as they are.</summary>
    public static JsonWriterOptions Indented { get; } = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Texts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }

    /// <summary>A number that was computed; null where there is none.</summary>
    public static void Number(Utf8JsonWriter json, string name, double? number)
    {
        if (number is { } value) json.WriteNumber(name, Round(value));
        else json.WriteNull(name);
    }

    public static void Interval(Utf8JsonWriter json, string name, Interval? interval)
    {
        if (interval is not { } both)
        {
            json.WriteNull(name);
            return;
        }
        json.WriteStartArray(name);
        json.WriteNumberValue(Round(both.Lower));
        json.WriteNumberValue(Round(both.Upper));
        json.WriteEndArray();
    }

    // Ten decimals: beyond them the last bits of a transcendental function may differ between processors.
    static double Round(double value) => Math.Round(value, 10);
}
