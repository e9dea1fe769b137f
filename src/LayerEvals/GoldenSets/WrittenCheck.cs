using LayerEvals.Diagnostics;
using LayerEvals.Reading;
using LayerEvals.Scoring;

namespace LayerEvals.GoldenSets;

/// <summary>A check as it is written in a set or a case, before merging.</summary>
/// <param name="File">The file that it is written in.</param>
/// <param name="Settings">Null: <c>type: off</c>.</param>
internal sealed record WrittenCheck(SourceFile File, CheckType Type, string? Name, string? Layer, MapNode? Settings, int? Turn, int Line)
{
    static readonly string[] Beside = ["layer", "name", "turn"];

    /// <summary>The checks of a list; those with problems are reported and left out.</summary>
    public static IReadOnlyList<WrittenCheck> ReadAll(SourceFile file, IReadOnlyList<Node> nodes, IReadOnlySet<string> layers) =>
        [.. nodes.Select(node => Read(file, node, layers)).OfType<WrittenCheck>()];

    static WrittenCheck? Read(SourceFile file, Node node, IReadOnlySet<string> layers)
    {
        if (node is TextNode bare) return Named(file, bare.Text, bare.Line) is { } simple ? new WrittenCheck(file, simple, null, null, Empty(node.Line), null, node.Line) : null;
        if (node is not MapNode map)
        {
            file.Error(ProblemIds.WrongKind, node.Line, $"expected a check, found {node.Kind}", "write `- words: {max: 120}` or a bare name such as `- not-found`");
            return null;
        }
        var types = map.Entries.Where(e => !Beside.Contains(e.Key)).ToList();
        if (types.Count != 1)
        {
            file.Error(ProblemIds.WrongKind, map.Line, $"expected one check in an item of the list, found {(types.Count == 0 ? "none" : string.Join(" and ", types.Select(t => $"`{Printable.Short(t.Key, 40)}`")))}",
                "write each check as an item of its own (`- `), with `layer`, `name` or `turn` beside it");
            return null;
        }
        if (Named(file, types[0].Key, types[0].Line) is not { } type) return null;
        var reader = new MapReader(file, map, "a check");
        var layer = reader.Text("layer");
        if (layer is not null && !layers.Contains(layer))
        {
            file.Error(ProblemIds.UnknownLayer, reader.LineOf("layer"), $"expected a layer, found `{Printable.Short(layer, 60)}`", Nearest.Advice(layer, [.. layers]));
            layer = layers.First();
        }
        if (SettingsOf(file, type, types[0]) is not { } settings) return null;
        if (type.Resolve is { } resolve && settings != Off) settings = resolve(file, settings);
        return new WrittenCheck(file, type, reader.Text("name"), layer, settings == Off ? null : settings, reader.Whole("turn", 1, 100), types[0].Line);
    }

    static MapNode? SettingsOf(SourceFile file, CheckType type, Entry written)
    {
        switch (written.Value)
        {
            // With and without quotes alike: JSON has no other way to write it.
            case TextNode { Text: "off" }: return Off;
            case MapNode settings: return settings with { Line = written.Line };
            case { IsAbsent: true }: return Empty(written.Line);
        }
        if (type.Short is { } shortForm) return shortForm(written.Value) with { Line = written.Line };
        file.Error(ProblemIds.WrongKind, written.Line, $"expected `{type.Name}` alone, as a map or `off`, found {written.Value.Kind}", $"write `- {type.Name}`, or its settings as `- {type.Name}: {{…}}`");
        return null;
    }

    static MapNode Off { get; } = new([], -1);

    static MapNode Empty(int line) => new([], line);

    static CheckType? Named(SourceFile file, string name, int line)
    {
        if (CheckTypes.All.TryGetValue(name, out var type)) return type;
        file.Error(ProblemIds.UnknownCheck, line, $"expected a check, found `{Printable.Short(name, 60)}`", Nearest.Advice(name, [.. CheckTypes.All.Keys]));
        return null;
    }
}
