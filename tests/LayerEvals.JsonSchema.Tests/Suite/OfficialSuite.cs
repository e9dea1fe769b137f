using System.Text.Json;
using LayerEvals.Testing;

namespace LayerEvals.JsonSchema.Tests;

/// <summary>The official JSON Schema test suite, and the documents that its references lead to.</summary>
internal static class OfficialSuite
{
    internal sealed record Outcome(int Count, IReadOnlyList<string> Failed);

    /// <summary>Runs the tests of a draft's folder: "" (required), "optional" or "optional/format".</summary>
    public static Outcome Run(string draft, string part)
    {
        var folder = Repository.Shared("json-schema-test-suite");
        var options = new SchemaOptions
        {
            Documents = Remotes(Path.Combine(folder, "remotes"), draft),
            DefaultDraft = DraftOf(draft),
            FormatAssertion = part == "optional/format",
        };
        var failed = new List<string>();
        var count = 0;
        foreach (var file in Directory.GetFiles(Path.Combine(folder, "tests", draft, part), "*.json").Order(StringComparer.Ordinal))
        {
            using var groups = JsonDocument.Parse(File.ReadAllBytes(file));
            foreach (var group in groups.RootElement.EnumerateArray())
            {
                var name = $"{draft}/{part}/{Path.GetFileName(file)}".Replace("//", "/", StringComparison.Ordinal);
                count += RunGroup(group, options, name, failed);
            }
        }
        return new Outcome(count, failed);
    }

    static int RunGroup(JsonElement group, SchemaOptions options, string file, List<string> failed)
    {
        var tests = group.GetProperty("tests");
        var name = $"{file}: {group.GetProperty("description").GetString()}";
        Schema schema;
        try
        {
            schema = Schema.Compile(group.GetProperty("schema"), options);
        }
        catch (InvalidSchemaException invalid)
        {
            failed.Add($"{name}: does not compile: {invalid.Message}");
            return tests.GetArrayLength();
        }
        foreach (var test in tests.EnumerateArray())
        {
            var result = schema.Evaluate(test.GetProperty("data"));
            var right = result.IsValid == test.GetProperty("valid").GetBoolean() && result.IsValid == (result.Failures.Count == 0);
            if (!right) failed.Add($"{name}: {test.GetProperty("description").GetString()}");
        }
        return tests.GetArrayLength();
    }

    public static SchemaDraft DraftOf(string folder) => folder switch
    {
        "draft4" => SchemaDraft.Draft4,
        "draft6" => SchemaDraft.Draft6,
        "draft7" => SchemaDraft.Draft7,
        "draft2019-09" => SchemaDraft.Draft201909,
        _ => SchemaDraft.Draft202012,
    };

    // The suite's remotes of this draft and of all; other drafts' only where they say what they are.
    static Dictionary<Uri, JsonElement> Remotes(string folder, string draft)
    {
        var documents = new Dictionary<Uri, JsonElement>();
        foreach (var file in Directory.GetFiles(folder, "*.json", SearchOption.AllDirectories))
        {
            var path = Path.GetRelativePath(folder, file).Replace('\\', '/');
            var top = path.Split('/')[0];
            if (top is "v1" or "draft3") continue;
            using var document = JsonDocument.Parse(File.ReadAllBytes(file));
            var saysItsDraft = document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("$schema", out _);
            if (top.StartsWith("draft", StringComparison.Ordinal) && top != draft && !saysItsDraft) continue;
            documents[new Uri($"http://localhost:1234/{path}")] = document.RootElement.Clone();
        }
        return documents;
    }
}
