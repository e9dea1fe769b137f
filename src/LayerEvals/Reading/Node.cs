using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace LayerEvals.Reading;

/// <summary>A value of a YAML, JSON Lines or CSV file with the line it stands on. One tree for all formats, so that one reader serves them all.</summary>
internal abstract record Node(int Line)
{
    /// <summary>Nothing written: <c>key:</c> in YAML, <c>null</c> in JSON, an empty cell in CSV.</summary>
    public bool IsAbsent => this is TextNode { IsQuoted: false, Text: "" };

    /// <summary>What the node is, in the words of a message.</summary>
    public string Kind => this switch
    {
        MapNode => "a map",
        ListNode => "a list",
        TextNode { IsQuoted: false, Text: "" } => "nothing",
        TextNode text => $"`{Printable.Short(text.Text, 60)}`",
        _ => throw new InvalidOperationException($"unknown node {GetType().Name}"),
    };

    /// <summary>The canonical JSON text: every scalar a string, keys in ordinal order, absent values left out. Equal texts mean equal settings.</summary>
    public string Canonical()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            Write(writer);
        return System.Text.Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Writes the canonical form.</summary>
    public void Write(Utf8JsonWriter writer)
    {
        switch (this)
        {
            case MapNode map:
                writer.WriteStartObject();
                foreach (var entry in map.Entries.Where(e => !e.Value.IsAbsent).OrderBy(e => e.Key, StringComparer.Ordinal))
                {
                    writer.WritePropertyName(entry.Key);
                    entry.Value.Write(writer);
                }
                writer.WriteEndObject();
                break;
            case ListNode list:
                writer.WriteStartArray();
                foreach (var item in list.Items) item.Write(writer);
                writer.WriteEndArray();
                break;
            case TextNode text:
                writer.WriteStringValue(text.Text);
                break;
        }
    }
}

/// <summary>A scalar: the text exactly as written, so <c>no</c>, <c>007</c> and <c>1e3</c> stay what they are.</summary>
internal sealed record TextNode(string Text, int Line, bool IsQuoted = false) : Node(Line);

/// <summary>A list.</summary>
internal sealed record ListNode(IReadOnlyList<Node> Items, int Line) : Node(Line);

/// <summary>A map, its entries in the order of the file.</summary>
internal sealed record MapNode(IReadOnlyList<Entry> Entries, int Line) : Node(Line)
{
    public Node? this[string key]
    {
        get
        {
            foreach (var entry in Entries)
                if (entry.Key == key) return entry.Value;
            return null;
        }
    }

    /// <summary>This map with the other's entries on top, key by key.</summary>
    public MapNode MergedWith(MapNode other)
    {
        var merged = Entries.Where(e => other[e.Key] is null).Concat(other.Entries).ToList();
        return new MapNode(merged, other.Line);
    }
}

/// <summary>One key of a map with its value and the line of the key.</summary>
internal sealed record Entry(string Key, Node Value, int Line);
