using System.Globalization;
using LayerEvals.Diagnostics;

namespace LayerEvals.Reading;

/// <summary>Reads the keys of one map, reports what is wrong with them, and knows at the end which keys nobody asked for.</summary>
internal sealed class MapReader(SourceFile file, MapNode map, string what)
{
    readonly NameSet known = new();
    readonly List<(IReadOnlyList<string> Keys, Problem Problem)> missing = [];
    readonly NameSet misspelled = new();

    public SourceFile File => file;

    public int Line => map.Line;

    /// <summary>The map that is read.</summary>
    public MapNode Written => map;

    /// <summary>A reader of the node when it is a map; null after a problem was reported.</summary>
    public static MapReader? Of(SourceFile file, Node? node, string what)
    {
        if (node is MapNode map) return new MapReader(file, map, what);
        if (node is not null) file.Error(ProblemIds.WrongKind, node.Line, $"expected {what} as a map (`key: value`), found {node.Kind}", "write its keys, one a line");
        return null;
    }

    /// <summary>The value as it stands; null where it is absent.</summary>
    public Node? Node(string key)
    {
        known.Add(key);
        return map[key] is { IsAbsent: false } node ? node : null;
    }

    public int LineOf(string key) => map.Entries.FirstOrDefault(e => e.Key == key)?.Line ?? map.Line;

    public string? Text(string key) => Node(key) is { } node ? TextOf(node, key) : null;

    public string Required(string key, string advice)
    {
        if (Node(key) is not { } node) Missing([key], ProblemIds.MissingKey, $"expected `{key}` in {what}, found none", advice);
        else if (TextOf(node, key) is not { } text) return "";
        else if (!string.IsNullOrWhiteSpace(text)) return text;
        else file.Error(ProblemIds.MissingKey, node.Line, $"expected a text for `{key}` in {what}, found an empty one", advice);
        return "";
    }

    /// <summary>Reports that a key is needed, or one of several, at the map; <see cref="Close"/> takes that back where it finds the key misspelled, which is one mistake and not two.</summary>
    public void Missing(IReadOnlyList<string> keys, string id, string found, string advice)
    {
        var problem = new Problem(id, file.Shown, map.Line, found, advice);
        file.Problems.Add(problem);
        missing.Add((keys, problem));
    }

    public bool? Flag(string key)
    {
        if (Text(key) is not { } text) return null;
        if (text is "true" or "false") return text == "true";
        file.Error(ProblemIds.BadValue, LineOf(key), $"expected `true` or `false` for `{key}`, found `{Printable.Short(text, 60)}`", "write `true` or `false`");
        return null;
    }

    public double? Number(string key, double min, double max)
    {
        if (Text(key) is not { } text) return null;
        if (double.TryParse(text, NumberStyles.Float & ~NumberStyles.AllowLeadingWhite & ~NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max)
            return number;
        file.Error(ProblemIds.OutOfRange, LineOf(key), $"expected a number from {Numerals.Plain(min)} to {Numerals.Plain(max)} for `{key}`, found `{Printable.Short(text, 60)}`", "correct the number");
        return null;
    }

    public int? Whole(string key, int min, int max)
    {
        if (Text(key) is not { } text) return null;
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max)
            return number;
        file.Error(ProblemIds.OutOfRange, LineOf(key), $"expected a whole number from {min} to {max} for `{key}`, found `{Printable.Short(text, 60)}`", "correct the number");
        return null;
    }

    public string? OneOf(string key, params IReadOnlyList<string> words)
    {
        if (Text(key) is not { } text) return null;
        if (words.Contains(text)) return text;
        file.Error(ProblemIds.BadValue, LineOf(key), $"expected one of {string.Join(", ", words)} for `{key}`, found `{Printable.Short(text, 60)}`",
            Nearest.To(text, words) is { } near ? $"write `{near}`" : "write one of them");
        return null;
    }

    /// <summary>One of the words, or a list of them.</summary>
    public IReadOnlyList<string> OneOrMore(string key, IReadOnlyList<string> words)
    {
        var found = Texts(key);
        foreach (var text in found.Where(t => !words.Contains(t)))
            file.Error(ProblemIds.BadValue, LineOf(key), $"expected one or more of {string.Join(", ", words)} for `{key}`, found `{Printable.Short(text, 60)}`",
                Nearest.To(text, words) is { } near ? $"write `{near}`" : "write one of them");
        return [.. found.Where(words.Contains)];
    }

    /// <summary>A list of texts; one text alone is a list of one.</summary>
    public IReadOnlyList<string> Texts(string key) => [.. TextNodes(key).Select(node => node.Text)];

    /// <summary>The same, each with its line.</summary>
    public IReadOnlyList<TextNode> TextNodes(string key) => Node(key) switch
    {
        null => [],
        ListNode list => [.. list.Items.Where(item => TextOf(item, key) is not null).Cast<TextNode>()],
        var node => TextOf(node, key) is null ? [] : [(TextNode)node],
    };

    public MapReader? Map(string key) => Of(file, Node(key), $"`{key}`");

    public IReadOnlyList<Node> List(string key)
    {
        var node = Node(key);
        if (node is ListNode list) return list.Items;
        if (node is not null) file.Error(ProblemIds.WrongKind, node.Line, $"expected `{key}` as a list, found {node.Kind}", "write `- ` before each item");
        return [];
    }

    /// <summary>Reports every key that was not asked for, with the nearest one that was.</summary>
    public void Close()
    {
        foreach (var entry in map.Entries.Where(e => !known.Contains(e.Key)))
        {
            file.Error(ProblemIds.UnknownKey, entry.Line, $"expected a known key in {what}, found `{Printable.Short(entry.Key, 60)}`", Nearest.Advice(entry.Key, known));
            if (Nearest.To(entry.Key, known) is { } meant && map[meant] is null) misspelled.Add(meant);
        }
        foreach (var (_, problem) in missing.Where(m => m.Keys.Any(misspelled.Contains))) file.Problems.Withdraw(problem);
    }

    /// <summary>Whether a key is there after all, misspelled: <see cref="Close"/> said so, and what its absence brings is said no second time.</summary>
    public bool IsMisspelled(string key) => misspelled.Contains(key);

    string? TextOf(Node node, string key)
    {
        if (node is TextNode text) return text.Text;
        file.Error(ProblemIds.WrongKind, node.Line, $"expected a text for `{key}`, found {node.Kind}", "write one value; text that starts with [ or { stands in quotes");
        return null;
    }
}
