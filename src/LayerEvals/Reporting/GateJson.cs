using System.Text.Json;
using LayerEvals.Configs;

namespace LayerEvals.Reporting;

/// <summary>Writes a gate, complete, with the keys and in the points and percents of a configuration: what stands here can be written there.</summary>
internal static class GateJson
{
    public static void Write(Utf8JsonWriter json, Gate gate)
    {
        json.WriteStartObject();
        Number(json, "margin", gate.Margin);
        Number(json, "guard", gate.Guard);
        Number(json, "confidence", gate.Confidence);
        Number(json, "max-unscored", gate.MaxUnscored);
        json.WriteString("on-not-decided", gate.FailsWhenNotDecided ? "fail" : "skip");
        Number(json, "min-pass-rate", gate.MinPassRate);
        if (gate.Looks > 1) json.WriteNumber("looks", gate.Looks);
        json.WriteStartObject("layers");
        foreach (var (layer, rule) in gate.Layers.OrderBy(l => l.Key, StringComparer.Ordinal))
        {
            json.WriteStartObject(layer);
            Number(json, "margin", rule.Margin);
            Number(json, "guard", rule.Guard);
            Number(json, "min-pass-rate", rule.MinPassRate);
            json.WriteEndObject();
        }
        json.WriteEndObject();
        json.WriteEndObject();
    }

    static void Number(Utf8JsonWriter json, string name, double? share)
    {
        if (share is { } value) json.WriteNumber(name, Math.Round(value * 100, 8));
    }
}
