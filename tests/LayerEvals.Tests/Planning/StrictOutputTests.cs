using LayerEvals.Testing;

namespace LayerEvals.Tests.Planning;

public sealed class StrictOutputTests
{
    const string Schema = """
        {
          "type": "object",
          "required": ["note"],
          "properties": {
            "note": {"type": "string", "maxLength": 240},
            "when": {"type": "string", "format": "date"}
          }
        }
        """;

    const string Set = "layer: prompt\nchecks: [{schema: claim.json}]\ncases: [{id: a, input: Why?}, {id: b, input: How?}]\n";

    [Fact]
    public void What_a_vendor_does_not_take_is_said_at_its_line() => Approve.Text(Warnings("{provider: openai, model: gpt-4o-2024-08-06, sampling: {response-format: schema}}", "{provider: anthropic, model: claude-opus-4-6, sampling: {response-format: schema}}"));

    [Fact]
    public void Two_models_of_one_vendor_are_named_together() =>
        Warnings("{provider: azure-openai, upgrade: NoAutoUpgrade, model: gpt-4o-2024-08-06, sampling: {response-format: schema}}", "{provider: azure-openai, upgrade: NoAutoUpgrade, model: gpt-4o-2024-11-20, sampling: {response-format: schema}}").ShouldContain("which `old` and `new` ask");

    [Theory]
    [InlineData("{provider: openai, model: gpt-4o-2024-08-06}")]
    [InlineData("{provider: openai, model: gpt-4o-2024-08-06, sampling: {response-format: json}}")]
    [InlineData("{provider: code, model: m-1, sampling: {response-format: schema}}")]
    [InlineData("{provider: openai-compatible, endpoint: \"http://localhost:1/v1\", model: m-1, sampling: {response-format: schema}}")]
    public void A_model_that_is_not_offered_the_schema_or_whose_vendor_is_not_known_warns_of_nothing(string model) => Warnings(model, "{provider: recorded, answers: new.jsonl}").ShouldBe("");

    static string Warnings(string old, string candidate)
    {
        using var plan = new SmallPlan(("claim.json", Schema), ("set.yaml", Set), ("config.yaml", $"golden: set.yaml\nbaseline: old\ncandidate: new\nmodels:\n  old: {old}\n  new: {candidate}\n"));
        File.WriteAllText(plan.At("new.jsonl"), "{\"case\": \"a\", \"text\": \"x\"}\n{\"case\": \"b\", \"text\": \"x\"}\n");
        return string.Join('\n', plan.Read().Warnings.Where(w => w.Id == "LE2016"));
    }
}
