using System.Buffers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace LayerEvals.Answering.Telemetry;

/// <summary>Messages as the conventions write them into an attribute: roles with their parts.</summary>
internal static class MessageJson
{
    public static string Of(IEnumerable<ChatMessage> messages)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartArray();
            foreach (var message in messages)
            {
                json.WriteStartObject();
                json.WriteString("role", message.Role.Value);
                json.WriteStartArray("parts");
                foreach (var text in message.Contents.OfType<TextContent>())
                {
                    json.WriteStartObject();
                    json.WriteString("type", "text");
                    json.WriteString("content", text.Text);
                    json.WriteEndObject();
                }
                json.WriteEndArray();
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
