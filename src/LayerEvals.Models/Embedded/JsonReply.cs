using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace LayerEvals.Models;

/// <summary>Fills the JSON shape that was asked for, field by field, with values of the right type.</summary>
internal sealed class JsonReply
{
    // The answer is read by people and by parsers of JSON, never pasted into HTML as it is.
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 64 };
    private static readonly JsonShape Default = new(JsonKind.Object)
    {
        Fields = [("answer", JsonShape.Text), ("sources", new JsonShape(JsonKind.Array) { Item = JsonShape.Text })],
    };

    private readonly Reading reading;
    private readonly JsonValues values;
    private readonly Utf8JsonWriter writer;

    private JsonReply(Reading reading, Utf8JsonWriter writer)
    {
        this.reading = reading;
        this.writer = writer;
        values = new JsonValues(reading);
    }

    public static string Write(Reading reading)
    {
        var bytes = new ArrayBufferWriter<byte>(512);
        using var json = new Utf8JsonWriter(bytes, Readable);
        var shape = reading.Instructions.Shape ?? Default;
        new JsonReply(reading, json).Value("", shape.Kind == JsonKind.Object && shape.Fields.Count == 0 ? Default : shape, null);
        json.Flush();
        var text = Encoding.UTF8.GetString(bytes.WrittenSpan);
        return reading.Instructions.Fenced ? $"```json\n{text}\n```" : text;
    }

    private void Value(string name, JsonShape shape, Finding? about)
    {
        switch (shape.Kind)
        {
            case JsonKind.Object: Object(shape, about); break;
            case JsonKind.Array: Array(name, shape, about); break;
            case JsonKind.Boolean: writer.WriteBooleanValue(values.Boolean(name, shape)); break;
            case JsonKind.Number or JsonKind.Integer: Number(values.Number(name, shape), shape); break;
            case JsonKind.Null: writer.WriteNullValue(); break;
            default: Text(values.Text(name, shape, about), shape); break;
        }
    }

    private void Object(JsonShape shape, Finding? about)
    {
        writer.WriteStartObject();
        foreach (var (name, field) in shape.Fields)
        {
            writer.WritePropertyName(Plain.Speakable(name));
            Value(name, field, about);
        }
        writer.WriteEndObject();
    }

    private void Array(string name, JsonShape shape, Finding? about)
    {
        writer.WriteStartArray();
        var item = shape.Item ?? JsonShape.Text;
        if (item.Kind == JsonKind.Object)
        {
            foreach (var finding in values.Said(Math.Max(shape.MinItems, 1), shape.MaxItems)) Value(name, item, finding);
        }
        else if (item.Kind == JsonKind.Text)
        {
            foreach (var text in values.Texts(name, shape, item, about)) Text(text, item);
        }
        else if (item.Kind is JsonKind.Number or JsonKind.Integer)
        {
            if (values.Number(name, item with { IsNullable = true }) is { } number) Number(number, item);
        }
        writer.WriteEndArray();
    }

    private void Text(string? text, JsonShape shape)
    {
        if (text is null) { writer.WriteNullValue(); return; }

        text = Plain.Speakable(text);
        if (shape.Options.Count == 0 && text.Length > shape.MaxLength) text = Plain.Speakable(text[..shape.MaxLength]);
        writer.WriteStringValue(text);
    }

    private void Number(decimal? number, JsonShape shape)
    {
        if (number is not { } value)
        {
            if (shape.IsNullable) { writer.WriteNullValue(); return; }
            value = 0;
        }
        value = Math.Max(shape.Minimum ?? decimal.MinValue, Math.Min(shape.Maximum ?? decimal.MaxValue, value));
        if (shape.Kind == JsonKind.Integer) writer.WriteNumberValue(decimal.Truncate(value));
        else writer.WriteRawValue(Plain.Number(value));
    }
}
