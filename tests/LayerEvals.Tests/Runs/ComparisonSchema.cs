using System.Text.Json;
using LayerEvals.JsonSchema;
using LayerEvals.Runs;
using LayerEvals.Testing;

namespace LayerEvals.Tests.Runs;

/// <summary>schemas/comparison.schema.json, held against what runs write.</summary>
internal static class ComparisonSchema
{
    static readonly Schema Own = Schema.Compile(File.ReadAllText(Repository.File("schemas", "comparison.schema.json")));

    public static void Check(RunResult result) => Failures(File.ReadAllText(Path.Combine(result.Folder, "comparison.json"))).ShouldBeEmpty();

    public static IEnumerable<string> Failures(string comparison)
    {
        using var json = JsonDocument.Parse(comparison);
        return [.. Own.Evaluate(json.RootElement).Failures.Select(f => f.ToString())];
    }
}
