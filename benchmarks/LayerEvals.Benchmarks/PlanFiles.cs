namespace LayerEvals.Benchmarks;

/// <summary>Writes the plan of a row: one golden set in JSON Lines, two prompts, four checks a case.</summary>
internal static class PlanFiles
{
    /// <summary>The configuration's path.</summary>
    public static string Write(string folder, Row row)
    {
        foreach (var side in new[] { "a", "b" })
        {
            Directory.CreateDirectory(Path.Combine(folder, "prompts", side));
            File.WriteAllText(Path.Combine(folder, "prompts", side, "ask.md"), $"---\nsystem: |\n  You answer questions about the atlas in one short sentence, in the manner {side}.\n---\nQuestion: {{{{input}}}}\n");
            if (row.IsRecorded) File.WriteAllLines(Path.Combine(folder, $"{side}.jsonl"), Numbers(row).Select(i => $$"""{"case": "atlas/land-{{i}}", "text": "It is Town {{i}}.", "model": "timed-1", "finish_reason": "stop", "usage": {"input": 60, "output": 8}, "latency_ms": 812.4}"""));
        }
        File.WriteAllText(Path.Combine(folder, "atlas.yaml"), "id: atlas\nlayer: pre-training\nprompt: ask\nchecks: [{words: {max: 30}}, {sentences: 1}, {excludes: [guarantee, promise], layer: verification}]\ncases: atlas.jsonl\n");
        File.WriteAllLines(Path.Combine(folder, "atlas.jsonl"), Numbers(row).Select(i => $$"""{"id": "land-{{i}}", "input": "What is the capital of land {{i}}?", "expect": "Town {{i}}", "tags": ["atlas"]}"""));
        var config = Path.Combine(folder, "atlas-config.yaml");
        File.WriteAllText(config, $$"""
            name: atlas
            golden: [atlas.yaml]
            baseline: a
            candidate: b
            models:
              a: {{Model(row, "a")}}
              b: {{Model(row, "b")}}
            limits: {in-flight: {{Row.InFlight}}}
            output: evals
            """);
        return config;
    }

    static string Model(Row row, string side) => row.IsRecorded
        ? $"{{provider: recorded, model: timed-1, answers: {side}.jsonl}}"
        : $"{{provider: code, model: timed-1, prompts: prompts/{side}}}";

    static IEnumerable<int> Numbers(Row row) => Enumerable.Range(1, row.Cases);
}
