using System.Buffers;
using System.Globalization;
using System.Text.Json;
using LayerEvals.Diagnostics;
using LayerEvals.Reading;

namespace LayerEvals.Tests.Reading;

/// <summary>A YAML text as an editor's schema check sees it: plain scalars typed by YAML's core schema, where our readers see text.</summary>
internal static class EditorView
{
    public static JsonElement Of(string yaml)
    {
        var problems = new Problems();
        var root = YamlText.Read(new SourceFile("x.yaml", "x.yaml", problems), yaml);
        problems.ThrowIfAny();
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer)) Write(root ?? throw new InvalidOperationException("no YAML"), writer);
        return JsonDocument.Parse(buffer.WrittenMemory).RootElement;
    }

    static void Write(Node node, Utf8JsonWriter writer)
    {
        switch (node)
        {
            case MapNode map:
                writer.WriteStartObject();
                foreach (var entry in map.Entries)
                {
                    writer.WritePropertyName(entry.Key);
                    Write(entry.Value, writer);
                }
                writer.WriteEndObject();
                break;
            case ListNode list:
                writer.WriteStartArray();
                foreach (var item in list.Items) Write(item, writer);
                writer.WriteEndArray();
                break;
            case { IsAbsent: true }:
                writer.WriteNullValue();
                break;
            case TextNode { IsQuoted: false, Text: "true" or "false" } flag:
                writer.WriteBooleanValue(flag.Text == "true");
                break;
            case TextNode { IsQuoted: false } number when double.TryParse(number.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value):
                writer.WriteNumberValue(value);
                break;
            case TextNode text:
                writer.WriteStringValue(text.Text);
                break;
        }
    }
}
