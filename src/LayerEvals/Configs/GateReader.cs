using LayerEvals.Diagnostics;
using LayerEvals.Reading;

namespace LayerEvals.Configs;

/// <summary>Reads <c>gate:</c>. Points and percents of the file become shares here.</summary>
internal static class GateReader
{
    public static Gate Read(MapReader? reader, HashSet<string> layers)
    {
        var gate = new Gate();
        if (reader is null) return gate;
        gate = new Gate
        {
            Margin = Share(reader, "margin") ?? gate.Margin,
            Guard = Share(reader, "guard") ?? gate.Guard,
            Confidence = reader.Number("confidence", 50, 99.999) / 100 ?? gate.Confidence,
            MaxUnscored = reader.Number("max-unscored", 0, 100) / 100 ?? gate.MaxUnscored,
            FailsWhenNotDecided = reader.OneOf("on-not-decided", "fail", "skip") != "skip",
            Looks = reader.Whole("looks", 1, 5) ?? gate.Looks,
            Guards = Guards(reader, layers),
        };
        reader.Close();
        return gate;
    }

    static Dictionary<string, double> Guards(MapReader gate, HashSet<string> layers)
    {
        var guards = new Dictionary<string, double>(StringComparer.Ordinal);
        if (gate.Node("layers") is not { } node) return guards;
        if (node is not MapNode map)
        {
            MapReader.Of(gate.File, node, "`layers` of the gate");
            return guards;
        }
        foreach (var entry in map.Entries)
        {
            if (!layers.Contains(entry.Key))
                gate.File.Error(ProblemIds.UnknownLayer, entry.Line, $"expected a layer, found `{Printable.Short(entry.Key, 60)}`", Nearest.Advice(entry.Key, [.. layers]));
            if (MapReader.Of(gate.File, entry.Value, "a layer's gate") is not { } layer) continue;
            if (Share(layer, "guard") is { } guard) guards[entry.Key] = guard;
            layer.Close();
        }
        return guards;
    }

    // 100 points would allow everything.
    static double? Share(MapReader reader, string key) => reader.Number(key, 0.1, 99) / 100;
}
