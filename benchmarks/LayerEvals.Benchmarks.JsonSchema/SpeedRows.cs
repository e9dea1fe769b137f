using System.Text.Json;

namespace LayerEvals.Benchmarks.JsonSchema;

/// <summary>What is measured: structured answers of models, and the larger schemas of the official suite.</summary>
internal static class SpeedRows
{
    // Of each draft, so many of the suite's largest schemas.
    const int SuiteRows = 10;

    public static IReadOnlyList<SpeedRow> Read(string root, string suite) => [.. Answers(root), .. Metaschemas(root), .. Suite(suite, "draft2020-12"), .. Suite(suite, "draft7")];

    static IEnumerable<SpeedRow> Answers(string root)
    {
        var documents = Path.Combine(root, "benchmarks", "LayerEvals.Benchmarks.JsonSchema", "documents");
        yield return new SpeedRow("adjudication", File.ReadAllBytes(Path.Combine(root, "goldensets", "schemas", "adjudication.schema.json")), File.ReadAllBytes(Path.Combine(documents, "adjudication.json")));
        foreach (var schema in Directory.GetFiles(documents, "*.schema.json").Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(schema)[..^".schema.json".Length];
            yield return new SpeedRow(name, File.ReadAllBytes(schema), File.ReadAllBytes(Path.Combine(documents, $"{name}.json")));
        }
    }

    // The suite's "remote ref, containing refs itself": a schema is judged by the draft's own metaschema.
    static IEnumerable<SpeedRow> Metaschemas(string root)
    {
        foreach (var name in new[] { "goldenset", "config" })
        {
            yield return new SpeedRow($"2020-12 metaschema, {name}.schema.json", """{"$ref":"https://json-schema.org/draft/2020-12/schema"}"""u8.ToArray(), File.ReadAllBytes(Path.Combine(root, "schemas", $"{name}.schema.json")));
            yield return new SpeedRow($"draft 7 metaschema, {name}.schema.json", """{"$ref":"http://json-schema.org/draft-07/schema#"}"""u8.ToArray(), File.ReadAllBytes(Path.Combine(root, "schemas", $"{name}.schema.json")), "draft7");
        }
    }

    // The largest schemas by their text, each with its longest valid document. What refers to the suite's own server is left out: it is more than one file.
    static IEnumerable<SpeedRow> Suite(string suite, string draft)
    {
        var rows = new List<SpeedRow>();
        foreach (var file in Directory.GetFiles(Path.Combine(suite, "tests", draft), "*.json").Order(StringComparer.Ordinal))
        {
            if (Path.GetFileName(file) == "refRemote.json") continue;
            using var groups = JsonDocument.Parse(File.ReadAllBytes(file));
            foreach (var group in groups.RootElement.EnumerateArray())
            {
                var valid = group.GetProperty("tests").EnumerateArray().Where(t => t.GetProperty("valid").GetBoolean()).Select(t => Bytes(t.GetProperty("data"))).MaxBy(d => d.Length);
                if (valid is null) continue;
                rows.Add(new SpeedRow($"{draft} {Path.GetFileNameWithoutExtension(file)}: {group.GetProperty("description").GetString()}", Bytes(group.GetProperty("schema")), valid, draft));
            }
        }
        return rows.OrderByDescending(r => r.Schema.Length).ThenBy(r => r.Name, StringComparer.Ordinal).Take(SuiteRows);
    }

    static byte[] Bytes(JsonElement value) => JsonSerializer.SerializeToUtf8Bytes(value);
}
