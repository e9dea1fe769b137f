using System.Text.Encodings.Web;
using System.Text.Json;

namespace LayerEvals.Reporting;

/// <summary>How our JSON files are written: the same bytes on every machine.</summary>
internal static class ReportJson
{
    /// <summary>Indented by two blanks, line breaks as <c>\n</c>, non-ASCII letters as they are.</summary>
    public static JsonWriterOptions Indented { get; } = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>One object a line.</summary>
    public static JsonWriterOptions Line { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };
}
