using System.Text.Json.Nodes;
using LayerEvals.Tests.Answering;

namespace LayerEvals.Tests.Runs;

// Every run that a test makes with SmallEval is held against the schema, whatever it is about: passes, regressions, samples, clusters, looks, shards, abstentions, baselines.
public sealed class ComparisonSchemaTests
{
    [Fact]
    public async Task A_key_that_the_schema_does_not_know_is_found_wherever_it_stands()
    {
        var comparison = JsonNode.Parse(await ComparisonAsync())!; // a document
        var objects = Objects(comparison).ToList();

        ComparisonSchema.Failures(comparison.ToJsonString()).ShouldBeEmpty();
        objects.Count.ShouldBeGreaterThan(15);
        foreach (var map in objects)
        {
            map["nobody_knows"] = 1;
            ComparisonSchema.Failures(comparison.ToJsonString()).ShouldNotBeEmpty(map.GetPath());
            map.Remove("nobody_knows");
        }
    }

    [Fact]
    public async Task A_key_that_is_always_written_is_missed()
    {
        var comparison = (JsonObject)JsonNode.Parse(await ComparisonAsync())!; // a document
        string[] optional = ["notes", "look", "abstentions", "twins", "asked_twice", "noise"];

        foreach (var key in comparison.Select(p => p.Key).Except(optional).ToList())
        {
            var without = (JsonObject)comparison.DeepClone();
            without.Remove(key);
            ComparisonSchema.Failures(without.ToJsonString()).ShouldNotBeEmpty(key);
        }
    }

    // Samples, clusters, abstentions, twins, a layer's own gate.
    static async Task<string> ComparisonAsync()
    {
        const string Golden = """
            id: small
            layer: retrieval
            checks: [{not-found: {phrase: Not found}}]
            cases:
              - {id: a, input: One?, expect: 30 days, answerable: true, sources: [{id: C-1, text: You have 30 days.}], cluster: x}
              - {id: a-without, input: One?, answerable: false, sources: [{id: C-2, text: Nothing.}], cluster: x, twin-of: a}
              - {id: b, input: Two?, expect: 30 days, answerable: true, must: true}
            """;
        var calls = 0;
        using var eval = new SmallEval(Golden, "samples: 2\ngate: {layers: {retrieval: {guard: 10}}}") { Candidate = ScriptedModel.Saying(_ => Interlocked.Increment(ref calls) % 2 == 0 ? "Not found" : "You have 30 days.") };
        return RunFiles.Of(await eval.RunAsync(), "comparison.json");
    }

    static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject map => [map, .. map.SelectMany(p => Objects(p.Value))],
        JsonArray list => list.SelectMany(Objects),
        _ => [],
    };
}
