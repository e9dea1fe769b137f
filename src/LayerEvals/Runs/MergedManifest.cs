using System.Text.Json;
using LayerEvals.Reading;
using LayerEvals.Reporting;

namespace LayerEvals.Runs;

/// <summary>The manifest of a merged run: that of its shards, with the whole in place of the slice and the shards named.</summary>
internal static class MergedManifest
{
    public static void Write(RunFolder folder, Shards shards, string state, IReadOnlyList<Returned> returned) => WholeFile.Write(folder.Manifest, stream =>
    {
        using var json = new Utf8JsonWriter(stream, ReportJson.Indented);
        json.WriteStartObject();
        foreach (var property in shards.First.Manifest.EnumerateObject()) Write(json, property, shards, state);
        Parts(json, shards);
        if (state == "finished") RunManifest.WriteReturned(json, returned);
        if (state == "finished") RunSeal.Of(folder.Paths).Write(json);
        json.WriteEndObject();
    });

    static void Write(Utf8JsonWriter json, JsonProperty property, Shards shards, string state)
    {
        switch (property.Name)
        {
            case "state":
                json.WriteString("state", state);
                break;
            case "started":
                json.WriteString("started", shards.InOrder.Min(s => s.Started));
                break;
            case "shard":
                json.WriteString("shard", Planning.Shard.Whole.ToString());
                break;
            case "cases":
                json.WriteNumber("cases", shards.First.CasesOfAllShards);
                break;
            case "sealed" or "returned":
                break;
            default:
                property.WriteTo(json);
                break;
        }
    }

    static void Parts(Utf8JsonWriter json, Shards shards)
    {
        json.WriteStartArray("merged");
        foreach (var shard in shards.InOrder)
        {
            json.WriteStartObject();
            json.WriteString("shard", shard.Shard.ToString());
            json.WriteString("run", shard.Id);
            json.WriteString("started", shard.Started);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
