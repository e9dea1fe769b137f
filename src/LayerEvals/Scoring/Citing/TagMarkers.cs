namespace LayerEvals.Scoring.Citing;

/// <summary><c>&lt;cite id="C-4.1"&gt;</c>, <c>&lt;source id=C-4.1/&gt;</c>, <c>&lt;cite&gt;C-4.1&lt;/cite&gt;</c>.</summary>
internal static class TagMarkers
{
    const int MaxTag = 200;
    const int MaxContent = 120;

    static readonly string[] Names = ["citation", "cite", "source", "ref"];
    static readonly string[] Attributes = ["id", "ids", "source", "sources", "src", "ref", "doc", "href", "index"];

    /// <summary>The citation that starts at the tag, if any, and where to go on.</summary>
    public static (Citation?, int) At(CitedText cited, int open)
    {
        var text = cited.Text;
        var tag = text.AsSpan(open, Math.Min(MaxTag, text.Length - open));
        var name = NameOf(tag[1..]);
        var close = name is null ? -1 : tag.IndexOf('>');
        if (close < 0) return (null, open + 1);
        var end = open + close + 1;
        var attributes = tag[(1 + name!.Length)..close].TrimEnd('/');
        if (Attribute(attributes) is { } value && Ids(cited, value) is { Count: > 0 } named) return (new Citation(new TextSpan(open, end - open), CitationStyle.Tags, named), end);
        if (!attributes.IsWhiteSpace()) return (null, end);
        var content = text.AsSpan(end, Math.Min(MaxContent, text.Length - end));
        var length = content.IndexOf('<');
        if (length <= 0 || !content[length..].StartsWith($"</{name}>", StringComparison.OrdinalIgnoreCase)) return (null, end);
        var ids = MarkerIds.In(content[..length].Trim("[]"), cited.Shelf, _ => true);
        end += length + name.Length + 3;
        return (ids.Count == 0 ? null : new Citation(new TextSpan(open, end - open), CitationStyle.Tags, ids), end);
    }

    static string? NameOf(ReadOnlySpan<char> tag)
    {
        foreach (var name in Names)
            if (tag.Length > name.Length && tag.StartsWith(name, StringComparison.OrdinalIgnoreCase) && (tag[name.Length] is '>' or '/' || char.IsWhiteSpace(tag[name.Length]))) return name;
        return null;
    }

    // The value of the first attribute that names a source; its quotes are optional, as models write it.
    static string? Attribute(ReadOnlySpan<char> attributes)
    {
        while (attributes.IndexOf('=') is > 0 and var equals)
        {
            var name = attributes[..equals].Trim();
            var value = attributes[(equals + 1)..].TrimStart();
            var quote = value.IsEmpty ? '\0' : value[0];
            var isQuoted = quote is '"' or '\'';
            if (isQuoted) value = value[1..];
            var length = isQuoted ? value.IndexOf(quote) : value.IndexOfAny(' ', '\t', '\n');
            if (length < 0) length = value.Length;
            foreach (var known in Attributes)
                if (name.Equals(known, StringComparison.OrdinalIgnoreCase)) return value[..length].Trim().ToString();
            attributes = value[Math.Min(value.Length, length + 1)..];
        }
        return null;
    }

    // In a tag a name is an id whatever it looks like.
    static List<string> Ids(CitedText cited, string value)
    {
        value = value.TrimStart('#');
        var ids = MarkerIds.In(value, cited.Shelf, _ => true);
        return ids.Count > 0 || value.Length == 0 ? ids : [value];
    }
}
