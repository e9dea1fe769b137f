using System.Text.Json;
using LayerEvals.Testing;

namespace LayerEvals.JsonSchema.Tests;

public sealed class FileFormatTests
{
    public static TheoryData<string> Files => ["goldenset", "config"];

    [Theory, MemberData(nameof(Files))]
    public void A_schema_of_a_file_format_is_valid_against_its_metaschema(string name)
    {
        var metaschema = Schema.Compile("""{"$ref":"https://json-schema.org/draft/2020-12/schema"}""");

        metaschema.Evaluate(Read(name)).Failures.ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Files))]
    public void Editors_find_a_description_for_every_key(string name)
    {
        var bare = new List<string>();
        FindBareKeys(Read(name), "", bare);

        bare.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"cases":"cases.csv"}""", true)]
    [InlineData("""{"cases":["more.jsonl",{"id":7,"input":"x","expect":30}]}""", true)]
    [InlineData("""{"cases":[{"id":"a","input":{"question":"x"},"checks":["not-found",{"words":3},{"citations":"off"},{"excludes":["a"],"layer":"verification","turn":2}]}]}""", true)]
    [InlineData("""{"cases":[{"id":"a","messages":[{"user":"x"},{"assistant":null},{"user":"y"}]}]}""", true)]
    [InlineData("""{"cases":[{"id":"a"}]}""", false)]
    [InlineData("""{"cases":[{"id":"a","input":"x","messages":[{"user":"x"}]}]}""", false)]
    [InlineData("""{"cases":[{"id":"a","input":"x","check":[]}]}""", false)]
    [InlineData("""{"cases":[{"id":"a","input":"x","checks":[{"words":3,"lines":2}]}]}""", false)]
    [InlineData("""{"cases":[{"id":"A b","input":"x"}]}""", false)]
    [InlineData("""{"cases":"cases.xlsx"}""", false)]
    [InlineData("""{"cases":[],"origin":"dream"}""", false)]
    public void A_golden_set_is_what_the_design_says(string set, bool valid) =>
        Schema.Compile(Read("goldenset")).Evaluate(Json.Parse(set)).IsValid.ShouldBe(valid);

    [Theory]
    [InlineData("""{"provider":"recorded","answers":"a.jsonl"}""", true)]
    [InlineData("""{"provider":"code","model":"m-1","sampling":{"temperature":0,"max-output-tokens":800},"price":{"input":2.5,"output":10}}""", true)]
    [InlineData("""{"provider":"azure-openai","model":"m-1","key":"${KEY}","headers":{"x":"${Y}"},"cutoff":2023}""", true)]
    [InlineData("""{"provider":"recorded"}""", false)]
    [InlineData("""{"provider":"openai"}""", false)]
    [InlineData("""{"provider":"openai","model":"m-1","key":"sk-in-clear"}""", false)]
    [InlineData("""{"provider":"openai","model":"m-1","answers":"a.jsonl"}""", false)]
    [InlineData("""{"provider":"acme"}""", false)]
    [InlineData("""{"provider":"openai","model":"m-1","temperature":0}""", false)]
    public void A_model_of_a_configuration_is_what_the_design_says(string model, bool valid) =>
        Schema.Compile(Read("config")).Evaluate(Json.Parse($$$"""{"golden":"a.yaml","baseline":"a","candidate":"a","models":{"a":{{{model}}}}}""")).IsValid.ShouldBe(valid);

    static JsonElement Read(string name) => Json.Parse(File.ReadAllText(Repository.File("schemas", $"{name}.schema.json")));

    static void FindBareKeys(JsonElement schema, string path, List<string> bare)
    {
        if (schema.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in schema.EnumerateArray()) FindBareKeys(item, path, bare);
        }
        if (schema.ValueKind != JsonValueKind.Object) return;
        foreach (var part in schema.EnumerateObject())
        {
            // They narrow keys that are described beside them.
            if (part.Name is "if" or "then" or "else") continue;
            if (part.Name is "properties")
            {
                foreach (var key in part.Value.EnumerateObject())
                {
                    if (IsBare(key.Value)) bare.Add($"{path}/{key.Name}");
                }
            }
            FindBareKeys(part.Value, $"{path}/{part.Name}", bare);
        }
    }

    // A key whose value is one definition has that definition's description; a condition describes nothing.
    static bool IsBare(JsonElement key) => key.ValueKind == JsonValueKind.Object
        && !key.TryGetProperty("description", out _) && !key.TryGetProperty("$ref", out _) && !key.TryGetProperty("const", out _);
}
