using System.Text.Json;
using LayerEvals.Diagnostics;

namespace LayerEvals.Reading;

/// <summary>Reads JSON, whole or a line of JSON Lines, into nodes.</summary>
internal static class JsonText
{
    /// <summary>The value that the bytes hold; null after a problem was reported.</summary>
    public static Node? Read(SourceFile file, ReadOnlySpan<byte> json, int line)
    {
        try
        {
            var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = 32 });
            reader.Read();
            var node = Value(ref reader, file, line);
            // A second value on the line throws here.
            reader.Read();
            return node;
        }
        catch (JsonException e)
        {
            var reason = e.Message.Split(" LineNumber:")[0].TrimEnd('.');
            file.Error(ProblemIds.Syntax, line, $"expected a JSON value: {Printable.Short(reason)}", "write one JSON object on one line");
            return null;
        }
        catch (InvalidOperationException)
        {
            file.Error(ProblemIds.Encoding, line, "expected Unicode text, found half of a surrogate pair", "correct the \\uD8xx escape");
            return null;
        }
    }

    /// <summary>The lines of a JSON Lines file with their numbers; blank lines are passed over.</summary>
    public static IEnumerable<(ReadOnlyMemory<byte> Json, int Line)> Lines(ReadOnlyMemory<byte> bytes)
    {
        var line = 0;
        while (!bytes.IsEmpty)
        {
            line++;
            var end = bytes.Span.IndexOf((byte)'\n');
            var text = end < 0 ? bytes : bytes[..end];
            bytes = end < 0 ? default : bytes[(end + 1)..];
            if (!text.Span.Trim(" \t\r"u8).IsEmpty) yield return (text, line);
        }
    }

    static Node Value(ref Utf8JsonReader reader, SourceFile file, int line) => reader.TokenType switch
    {
        JsonTokenType.StartObject => Map(ref reader, file, line),
        JsonTokenType.StartArray => List(ref reader, file, line),
        JsonTokenType.String => new TextNode(reader.GetString() ?? "", line, IsQuoted: true),
        JsonTokenType.Null => new TextNode("", line),
        _ => new TextNode(System.Text.Encoding.UTF8.GetString(reader.ValueSpan), line),
    };

    static ListNode List(ref Utf8JsonReader reader, SourceFile file, int line)
    {
        var items = new List<Node>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) items.Add(Value(ref reader, file, line));
        return new ListNode(items, line);
    }

    static MapNode Map(ref Utf8JsonReader reader, SourceFile file, int line)
    {
        var entries = new List<Entry>();
        var keys = new NameSet();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var key = reader.GetString() ?? "";
            reader.Read();
            var value = Value(ref reader, file, line);
            if (keys.Add(key)) entries.Add(new Entry(key, value, line));
            else file.Error(ProblemIds.DuplicateKey, line, $"expected each key once, found `{Printable.Short(key, 60)}` again", "keep one of them");
        }
        return new MapNode(entries, line);
    }
}
