using LayerEvals.Diagnostics;
using LayerEvals.Reading;

namespace LayerEvals.Configs;

/// <summary>Reads <c>gate:</c>. Points and percents of the file become shares here.</summary>
internal static class GateReader
{
    public static WrittenGate Read(MapReader? reader, HashSet<string> layers)
    {
        var gate = new WrittenGate();
        if (reader is null) return gate;
        gate = new WrittenGate
        {
            Margin = Share(reader, "margin"),
            Guard = Share(reader, "guard"),
            Confidence = reader.Number("confidence", 50, 99.999) / 100 ?? gate.Confidence,
            MaxUnscored = reader.Number("max-unscored", 0, 100) / 100 ?? gate.MaxUnscored,
            FailsWhenNotDecided = reader.OneOf("on-not-decided", "fail", "skip") != "skip",
            MinPassRate = Floor(reader),
            Looks = reader.Whole("looks", 1, 5) ?? gate.Looks,
            Layers = Rules(reader, layers),
        };
        reader.Close();
        return gate;
    }

    static Dictionary<string, WrittenLayerRule> Rules(MapReader gate, HashSet<string> layers)
    {
        var rules = new Dictionary<string, WrittenLayerRule>(StringComparer.Ordinal);
        if (gate.Node("layers") is not { } node) return rules;
        if (node is not MapNode map)
        {
            MapReader.Of(gate.File, node, "`layers` of the gate");
            return rules;
        }
        foreach (var entry in map.Entries)
        {
            if (!layers.Contains(entry.Key))
                gate.File.Error(ProblemIds.UnknownLayer, entry.Line, $"expected a layer, found `{Printable.Short(entry.Key, 60)}`", Nearest.Advice(entry.Key, [.. layers]));
            if (MapReader.Of(gate.File, entry.Value, "a layer's gate") is not { } layer) continue;
            rules[entry.Key] = new WrittenLayerRule(Share(layer, "margin"), Share(layer, "guard"), Floor(layer));
            layer.Close();
        }
        return rules;
    }

    // 100 points would allow everything.
    static double? Share(MapReader reader, string key) => reader.Number(key, 0.1, 99) / 100;

    // No number of cases proves 100 %: such a floor could never be kept.
    static double? Floor(MapReader reader) => reader.Number("min-pass-rate", 0.1, 99.9) / 100;
}
