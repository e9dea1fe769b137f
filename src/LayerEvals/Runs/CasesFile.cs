using System.Text.Json;
using LayerEvals.Planning;
using LayerEvals.Reading;
using LayerEvals.Reporting;
using LayerEvals.Scoring.Schemas;

namespace LayerEvals.Runs;

/// <summary>Writes cases.jsonl: the cases as resolved. With answers.jsonl it is enough to make all else again.</summary>
internal static class CasesFile
{
    public static void Write(RunFolder folder, Plan plan) => WholeFile.Write(folder.Cases, stream =>
    {
        var sets = plan.Sets.ToDictionary(s => s.Id, StringComparer.Ordinal);
        using var json = new Utf8JsonWriter(stream, JsonLine.Options);
        var places = plan.Shard.IsWhole ? null : plan.Sets.SelectMany(s => s.Cases).Select((c, i) => (c.Key, Place: i + 1)).ToDictionary(c => c.Key, c => c.Place, StringComparer.Ordinal);
        var place = 0;
        foreach (var golden in plan.Cases)
        {
            place = places?[golden.Key] ?? place + 1;
            Write(json, golden, sets[golden.Set], place);
            json.Flush();
            stream.Write("\n"u8);
            json.Reset();
        }
    });

    static void Write(Utf8JsonWriter json, GoldenCase golden, GoldenSets.GoldenSet set, int place)
    {
        json.WriteStartObject();
        json.WriteString("set", golden.Set);
        json.WriteString("case", golden.Id);
        // The place in the whole plan: shards are put together in its order.
        json.WriteNumber("place", place);
        json.WriteString("asked", golden.AskedHash);
        json.WriteString("expected", golden.ExpectedHash);
        json.WriteString("title", set.Title);
        if (set.Owner is { } owner) json.WriteString("owner", owner);
        if (set.Origin is { } origin) json.WriteString("origin", origin);
        if (golden.Prompt is { } prompt) json.WriteString("prompt", prompt);
        json.WriteString("file", golden.File);
        json.WriteNumber("line", golden.Line);
        if (golden.Answerable is { } answerable) json.WriteBoolean("answerable", answerable);
        if (golden.Expect is { } expect) json.WriteString("expect", expect);
        if (golden.Must) json.WriteBoolean("must", true);
        if (golden.IsHighRisk) json.WriteString("risk", "high");
        if (golden.Cluster is { } cluster) json.WriteString("cluster", cluster);
        if (golden.TwinOf is { } twin) json.WriteString("twin_of", twin);
        if (golden.Split is { } split) json.WriteString("split", split);
        if (golden.Tags.Count > 0) ReportJson.Texts(json, "tags", golden.Tags);
        json.WriteStartObject("input");
        foreach (var (hole, text) in golden.Holes.OrderBy(h => h.Key, StringComparer.Ordinal)) json.WriteString(hole, text);
        json.WriteEndObject();
        json.WriteStartArray("messages");
        foreach (var turn in golden.Messages)
        {
            json.WriteStartObject();
            json.WriteString(turn.Role, turn.Text);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("sources");
        foreach (var source in golden.Sources)
        {
            json.WriteStartObject();
            json.WriteString("id", source.Id);
            json.WriteString("text", source.Text);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        Tools(json, golden.Tools);
        json.WriteStartArray("checks");
        foreach (var check in golden.Checks.Items)
        {
            json.WriteStartObject();
            json.WriteString("check", check.Id);
            json.WriteString("type", check.Type.Name);
            json.WriteString("layer", check.Layer);
            if (check.Turn is { } turn) json.WriteNumber("turn", turn);
            json.WritePropertyName("settings");
            check.Settings.Write(json);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    // The parameters as a text: a schema may be deeper than what a line is read to, and is kept to the byte.
    static void Tools(Utf8JsonWriter json, IReadOnlyList<GoldenSets.GoldenTool> tools)
    {
        if (tools.Count == 0) return;
        json.WriteStartArray("tools");
        foreach (var tool in tools)
        {
            json.WriteStartObject();
            json.WriteString("name", tool.Name);
            if (tool.Description is { } description) json.WriteString("description", description);
            json.WriteString("parameters", tool.Parameters);
            if (tool.Validator != OwnValidator.Instance.Name) json.WriteString("validator", tool.Validator);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
