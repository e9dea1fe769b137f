using System.Globalization;
using System.Text;
using System.Text.Json;

namespace LayerEvals.Scoring.Json;

/// <summary>A name that stands twice in one object: one parser takes the first value, another the last, a third refuses.</summary>
/// <param name="Name">The name.</param>
/// <param name="Path">The object, as failures show it: <c>claim.items[2]</c>; <c>$</c> is the whole document.</param>
/// <param name="Line">The line of the second one, from 1.</param>
internal sealed record DuplicateName(string Name, string Path, int Line)
{
    public override string ToString() => $"duplicate key `{Printable.Short(Name, 60)}`{(Path == "$" ? "" : $" in {Path}")}: parsers differ on which of them counts";

    /// <summary>The first one of a document; null where there is none, or no document.</summary>
    public static DuplicateName? First(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = JsonDocuments.MaxDepth });
        var open = new Stack<Frame>();
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                var name = Text(ref reader);
                if (!open.Peek().Add(name)) return new DuplicateName(name, Shown(open), LineOf(json, (int)reader.TokenStartIndex));
                continue;
            }
            if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
            {
                open.Pop();
                continue;
            }
            if (open.TryPeek(out var list) && list.Names is null) list.Index++;
            if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray) open.Push(new Frame(reader.TokenType == JsonTokenType.StartObject ? new(StringComparer.Ordinal) : null));
        }
        return null;
    }

    public static int LineOf(ReadOnlySpan<byte> json, int at) => json[..at].Count((byte)'\n') + 1;

    static string Text(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, as it is written.
            return Encoding.UTF8.GetString(reader.ValueSpan);
        }
    }

    // The steps that lead to the innermost object; the last frame is that object itself.
    static string Shown(Stack<Frame> open)
    {
        var path = new StringBuilder();
        foreach (var frame in open.Reverse().SkipLast(1).Take(32))
        {
            if (frame.Names is null) path.Append('[').Append((frame.Index - 1).ToString(CultureInfo.InvariantCulture)).Append(']');
            else path.Append(path.Length == 0 ? "" : ".").Append(Printable.Short(frame.Last, 60));
        }
        return path.Length == 0 ? "$" : path[0] == '[' ? $"${path}" : path.ToString();
    }

    // One open object with its names, or one open list.
    sealed class Frame(HashSet<string>? names)
    {
        public HashSet<string>? Names => names;

        public string Last { get; private set; } = "";

        public int Index { get; set; }

        public bool Add(string name)
        {
            Last = name;
            return names!.Add(name); // a name stands only in an object, which has them
        }
    }
}
