using LayerEvals.JsonSchema;
using LayerEvals.Testing;
using LayerEvals.Tests.Planning;

namespace LayerEvals.Tests.Reading;

/// <summary>
/// The schemas that editors use and the readers say the same. Two differences are meant: an editor underlines a key with nothing behind it, which the reader
/// takes as not written, and a number or flag in quotes, which the reader takes as written.
/// </summary>
internal static class SchemaAndReader
{
    public const string Case = "cases: [{id: a, input: b, answerable: true}]\n";

    public static Schema GoldenSet { get; } = Schema.Compile(Written("goldenset"));

    public static Schema Config { get; } = Schema.Compile(Written("config"));

    public static void AgreeOnSet(string set, bool isValid)
    {
        using var plan = new SmallPlan(("set.yaml", set), ("set.schema.json", "true"), ("set.tool.json", """{"type": "object"}"""));
        plan.Errors().Where(p => p.File == "set.yaml").ShouldBe([], $"the reader, of\n{set}", isValid);
        GoldenSet.Evaluate(EditorView.Of(set)).Failures.ShouldBe([], $"the schema, of\n{set}", isValid);
    }

    public static void AgreeOnConfig(string config, bool isValid)
    {
        using var plan = new SmallPlan(("config.yaml", config));
        plan.Errors().Where(p => p.File == "config.yaml").ShouldBe([], $"the reader, of\n{config}", isValid);
        Config.Evaluate(EditorView.Of(config)).Failures.ShouldBe([], $"the schema, of\n{config}", isValid);
    }

    public static string Written(string name) => File.ReadAllText(Repository.File("schemas", $"{name}.schema.json"));
}

file static class Verdict
{
    /// <summary>Nothing was found where the text is valid, something where it is not.</summary>
    public static void ShouldBe<T>(this IEnumerable<T> found, IEnumerable<T> nothing, string who, bool isValid)
    {
        if (isValid) found.ShouldBe(nothing, who);
        else found.ShouldNotBeEmpty(who);
    }
}
