using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace LayerEvals.Reading;

/// <summary>
/// A node as the JSON that was meant, in the order of the file: <c>40</c>, <c>true</c> and <c>null</c> without quotes are a number, a flag and null. Everything else of a
/// golden set is text as written; a schema, a tool's result and what arguments should be are JSON.
/// </summary>
internal static partial class TypedJson
{
    static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="node">The node.</param>
    /// <param name="isSorted">Whether names stand in ordinal order, so that equal values have equal texts.</param>
    public static string Of(Node node, bool isSorted = false)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options)) Write(json, node, isSorted);
        return System.Text.Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>A JSON value in one line, however it was indented.</summary>
    public static string Of(JsonElement value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options)) value.WriteTo(json);
        return System.Text.Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    static void Write(Utf8JsonWriter json, Node node, bool isSorted)
    {
        switch (node)
        {
            case MapNode map:
                json.WriteStartObject();
                foreach (var entry in isSorted ? map.Entries.OrderBy(e => e.Key, StringComparer.Ordinal) : map.Entries.AsEnumerable())
                {
                    json.WritePropertyName(entry.Key);
                    Write(json, entry.Value, isSorted);
                }
                json.WriteEndObject();
                break;
            case ListNode list:
                json.WriteStartArray();
                foreach (var item in list.Items) Write(json, item, isSorted);
                json.WriteEndArray();
                break;
            case { IsAbsent: true } or TextNode { IsQuoted: false, Text: "null" }:
                json.WriteNullValue();
                break;
            case TextNode { IsQuoted: false, Text: "true" or "false" } flag:
                json.WriteBooleanValue(flag.Text == "true");
                break;
            case TextNode { IsQuoted: false } number when Number().IsMatch(number.Text):
                json.WriteRawValue(number.Text);
                break;
            case TextNode text:
                json.WriteStringValue(text.Text);
                break;
        }
    }

    /// <summary>The line of the deepest part of a path (<c>properties/id/type</c>) that there is.</summary>
    public static int LineOf(Node node, string path)
    {
        var line = node.Line;
        foreach (var step in path.TrimStart('#').Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            var name = step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            if (node is MapNode map && map.Entries.FirstOrDefault(e => e.Key == name) is { } entry) (node, line) = (entry.Value, entry.Line);
            else if (node is ListNode list && int.TryParse(name, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var index) && index < list.Items.Count) (node, line) = (list.Items[index], list.Items[index].Line);
            else break;
        }
        return line;
    }

    // The grammar of RFC 8259: 007 is an id, and 1e400 a number.
    [GeneratedRegex(@"\A-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Number();
}
