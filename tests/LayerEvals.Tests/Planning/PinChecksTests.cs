using System.Text;
using LayerEvals.Planning;
using LayerEvals.Testing;

namespace LayerEvals.Tests.Planning;

public sealed class PinChecksTests
{
    const string Azure = "provider: azure-openai, deployment: claims, ";

    [Fact]
    public void Every_way_to_be_unpinned_has_its_reason()
    {
        var said = new StringBuilder();
        Say(said, "an undated OpenAI id", "provider: openai, model: gpt-4o");
        Say(said, "the newest", "provider: openai, model: chatgpt-4o-latest");
        Say(said, "a preview", "provider: openai, model: gpt-4o-audio-preview-2024-10-01");
        Say(said, "an alias of Anthropic's", "provider: anthropic, model: claude-sonnet-4-5");
        Say(said, "a pin of Anthropic's", "provider: anthropic, model: claude-opus-4-6");
        Say(said, "an id of another vendor", "provider: anthropic, model: gpt-4o-2024-08-06");
        Say(said, "a gateway before a known vendor", "provider: openai-compatible, endpoint: 'http://127.0.0.1:4000', vendor: OpenAI, model: gpt-4o");
        Say(said, "a tag of a local server", "provider: openai-compatible, endpoint: 'http://127.0.0.1:11434', model: 'llama3.1:latest'");
        Say(said, "a deployment without a version", Azure + "model: gpt-4o, upgrade: NoAutoUpgrade");
        Say(said, "a deployment whose version is declared", Azure + "model: gpt-4o, version: 2024-08-06, upgrade: NoAutoUpgrade");
        Say(said, "a deployment with two versions", Azure + "model: gpt-4o-2024-08-06, version: 2024-11-20, upgrade: NoAutoUpgrade");
        Say(said, "a deployment that says nothing of upgrades", Azure + "model: gpt-4o-2024-08-06");
        Say(said, "a deployment that is upgraded at retirement", Azure + "model: gpt-4o-2024-08-06, upgrade: OnceCurrentVersionExpired");
        Say(said, "a deployment that is upgraded", Azure + "model: gpt-4o-2024-08-06, upgrade: OnceNewDefaultVersionAvailable");
        Say(said, "an upgrade option that is none", Azure + "model: gpt-4o-2024-08-06, upgrade: Never");
        Say(said, "a version of what is no deployment", "provider: openai, model: gpt-4o-2024-08-06, version: 2024-08-06");
        Say(said, "a day that is none", "provider: openai, model: gpt-4o-2024-08-06, retires: next year");
        Approve.Text(said.ToString());
    }

    // The clock stands at 1970-01-01.
    [Theory]
    [InlineData("1970-04-02", null)]
    [InlineData("1970-04-01", "retires on 1970-04-01, in 90 days")]
    [InlineData("1970-01-02", "retires on 1970-01-02, in 1 day:")]
    [InlineData("1970-01-01", "retires today, 1970-01-01")]
    [InlineData("1969-12-22", "retired on 1969-12-22, 10 days ago")]
    public void Retirement_is_warned_of_90_days_ahead(string day, string? warning)
    {
        using var plan = Plan($"provider: code, model: vendor-1, retires: {day}");

        var said = plan.Read().Warnings.Where(w => w.Id == "LE2025").ToList();

        if (warning is null) said.ShouldBeEmpty();
        else said.ShouldHaveSingleItem().What.ShouldContain(warning);
    }

    static void Say(StringBuilder said, string kind, string model)
    {
        using var plan = Plan(model);
        var problems = new LayerEvals.Diagnostics.Problems();
        PlanReader.Read(plan.Request, problems);
        said.Append(said.Length == 0 ? "" : "\n").AppendLine($"# {kind}");
        foreach (var problem in problems.InOrder.Where(p => p.Id is not "LE3005")) said.AppendLine(problem.ToString());
    }

    static SmallPlan Plan(string model) => new(("config.yaml", $"golden: set.yaml\nbaseline: old\ncandidate: new\nmodels:\n  old: {{provider: recorded, answers: old.jsonl}}\n  new: {{{model}}}\n"));
}
