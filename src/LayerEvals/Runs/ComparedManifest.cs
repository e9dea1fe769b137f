using System.Globalization;
using System.Text.Json;
using LayerEvals.Planning;
using LayerEvals.Reading;
using LayerEvals.Reporting;

namespace LayerEvals.Runs;

/// <summary>The manifest of two compared runs: that of B, with the two sides in place of its own and both runs named.</summary>
internal sealed class ComparedManifest(RunSide a, RunSide b, string name, IReadOnlyList<string> names, IReadOnlyList<string> notes)
{
    static readonly JsonElement None = JsonDocument.Parse("{}").RootElement.Clone();

    /// <summary>The gate of a run, complete, as it was fixed before it.</summary>
    public static JsonElement GateOf(RunSide side) => side.Run.Manifest.TryGetProperty("gate", out var gate) ? gate : None;

    public void Write(RunFolder folder, string state, DateTimeOffset started) => WholeFile.Write(folder.Manifest, stream =>
    {
        using var json = new Utf8JsonWriter(stream, ReportJson.Indented);
        json.WriteStartObject();
        json.WriteString("format", RunManifest.Format);
        json.WriteString("name", name);
        json.WriteString("state", state);
        json.WriteString("started", started.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        json.WriteString("version", RunManifest.Version);
        json.WriteString("plan", ContentHash.Of("compared-1", a.Run.PlanHash, a.Index == 0 ? "baseline" : "candidate", b.Run.PlanHash, b.Index == 0 ? "baseline" : "candidate"));
        json.WriteString("shard", Shard.Whole.ToString());
        json.WriteNumber("cases", b.Cases.Count);
        json.WriteNumber("cases_of_all_shards", b.Cases.Count);
        foreach (var property in b.Run.Manifest.EnumerateObject().Where(p => p.Name is "gate" or "file" or "warnings")) property.WriteTo(json);
        json.WritePropertyName("configuration");
        Configuration().Write(json);
        Prompts(json);
        ReportJson.Texts(json, "notes", notes);
        Compared(json);
        if (state == "finished") RunSeal.Of(folder.Paths).Write(json);
        json.WriteEndObject();
    });

    // As B's file says it, but for the two sides: what is not of them (gate, samples, layers, output) stays B's.
    MapNode Configuration()
    {
        var models = new MapNode([new Entry(names[0], ModelOf(a), 1), new Entry(names[1], ModelOf(b), 1)], 1);
        return b.Saved.Plan.Config.Masked.MergedWith(new MapNode(
        [
            new Entry("name", new TextNode(name, 1), 1), new Entry("models", models, 1),
            new Entry("baseline", new TextNode(names[0], 1), 1), new Entry("candidate", new TextNode(names[1], 1), 1),
        ], 1));
    }

    static Node ModelOf(RunSide side) => ((MapNode)side.Saved.Plan.Config.Masked["models"]!)[side.Model.Name]!; // a side of a configuration that was read is one of its models

    // Each side's own, under the name that it has here.
    void Prompts(Utf8JsonWriter json)
    {
        json.WriteStartObject("prompts");
        foreach (var (side, shown) in new[] { (a, names[0]), (b, names[1]) })
            if (side.Run.Manifest.TryGetProperty("prompts", out var prompts) && prompts.TryGetProperty(side.Model.Name, out var own))
            {
                json.WritePropertyName(shown);
                own.WriteTo(json);
            }
        json.WriteEndObject();
    }

    void Compared(Utf8JsonWriter json)
    {
        json.WriteStartArray("compared");
        foreach (var side in new[] { a, b })
        {
            json.WriteStartObject();
            json.WriteString("run", side.Run.Id);
            json.WriteString("side", side.Model.Name);
            json.WriteString("started", side.Run.Started);
            json.WriteString("version", side.Run.Version);
            json.WriteString("plan", side.Run.PlanHash);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
