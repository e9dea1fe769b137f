using System.Text.Encodings.Web;
using System.Text.Json;

namespace LayerEvals.Reading;

/// <summary>How a line of our JSON Lines files is written: non-ASCII letters as they are.</summary>
internal static class JsonLine
{
    public static JsonWriterOptions Options { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };
}
