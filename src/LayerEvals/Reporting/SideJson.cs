using System.Text.Json;
using LayerEvals.Comparing;

namespace LayerEvals.Reporting;

/// <summary>What is counted on both sides of each layer, in comparison.json. A rate without a denominator is null, and so is a side that has no answers.</summary>
internal static class SideJson
{
    public static void Layers<T>(Utf8JsonWriter json, string name, IReadOnlyList<LayerSides<T>> layers, Action<Utf8JsonWriter, T> write)
        where T : class
    {
        json.WriteStartArray(name);
        foreach (var layer in layers)
        {
            json.WriteStartObject();
            json.WriteString("layer", layer.Layer);
            Side(json, "baseline", layer.Baseline, write);
            Side(json, "candidate", layer.Candidate, write);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    public static void Side<T>(Utf8JsonWriter json, string name, T? counted, Action<Utf8JsonWriter, T> write)
        where T : class
    {
        if (counted is null)
        {
            json.WriteNull(name);
            return;
        }
        json.WriteStartObject(name);
        write(json, counted);
        json.WriteEndObject();
    }

    public static void Rate(Utf8JsonWriter json, string name, Share share) => ReportJson.Number(json, name.Replace(' ', '_').Replace('-', '_'), share.Value);
}
