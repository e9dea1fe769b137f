using System.Text;
using LayerEvals.Testing;
using static LayerEvals.Tests.Planning.BadInput;

namespace LayerEvals.Tests.Planning;

/// <summary>What can be wrong with a configuration and the models that it names: one message for each way (<see cref="BadInput"/>).</summary>
public sealed class BadConfigurationTests
{
    [Fact]
    public void Configurations()
    {
        var said = new StringBuilder();
        Configure(said, "no golden sets", Sides + "  new: {provider: recorded, answers: new.jsonl}\n", "golden: []\n");
        Configure(said, "no models", "baseline: old\ncandidate: new\n");
        Configure(said, "models as a list", "baseline: old\ncandidate: new\nmodels: [old, new]\n");
        Configure(said, "no baseline", "candidate: new\nmodels:\n  new: {provider: recorded, answers: new.jsonl}\n");
        Configure(said, "no such model", Sides + "  knew: {provider: recorded, answers: new.jsonl}\n");
        Configure(said, "one model on both sides", "baseline: old\ncandidate: old\nmodels:\n  old: {provider: recorded, answers: old.jsonl}\n");
        Configure(said, "a bad name", "name: Vendor Bump!\n" + Both());
        Model(said, "a model that is no map", "gpt-4o");
        Model(said, "no provider", "{model: m-1}");
        Model(said, "an unknown provider", "{provider: azure, model: m-1}");
        Model(said, "no pin", "{provider: openai}");
        Model(said, "recorded without answers", "{provider: recorded}");
        Model(said, "answers of a model that is asked", "{provider: openai, model: gpt-4o-2024-08-06, answers: new.jsonl}");
        Model(said, "an unknown key of a model", "{provider: openai, model: gpt-4o-2024-08-06, temperature: 0}");
        Model(said, "an unknown key of sampling", "{provider: openai, model: gpt-4o-2024-08-06, sampling: {temprature: 0}}");
        Model(said, "sampling out of range", "{provider: openai, model: gpt-4o-2024-08-06, sampling: {temperature: 3, top-p: 1.5, max-output-tokens: 0, response-format: xml}}");
        Model(said, "half a price", "{provider: openai, model: gpt-4o-2024-08-06, price: {input: 2.50}}");
        Model(said, "a key in clear", "{provider: openai, model: gpt-4o-2024-08-06, key: sk-5ecret}");
        Model(said, "headers that are no map", "{provider: openai, model: gpt-4o-2024-08-06, headers: sk-5ecret}");
        Model(said, "a variable where none is read", "{provider: openai, model: '${MODEL}'}");
        Configure(said, "an unknown key", "limts: {in-flight: 8}\n" + Both());
        Configure(said, "an unknown key of knowledge", "knowledge: {source: wiki}\n" + Both());
        Configure(said, "an unknown key of limits", "limits: {inflight: 8}\n" + Both());
        Configure(said, "limits out of range", "limits: {in-flight: 0, timeout: 5}\nsamples: 0\nseed: often\n" + Both());
        Configure(said, "a time without end", "limits: {timeout: 25h}\n" + Both());
        Configure(said, "an unknown key of the gate", "gate: {margins: 5}\n" + Both());
        Configure(said, "a gate out of range", "gate: {margin: 0, guard: 100, confidence: 100, max-unscored: -1, on-not-decided: pass}\n" + Both());
        Configure(said, "a gate for an unknown layer", "gate: {layers: {retrival: {guard: 10}}}\n" + Both());
        Configure(said, "a layer's gate that is no map", "gate: {layers: {retrieval: 10}}\n" + Both());
        Configure(said, "a team's layer that is there already", "layers: [{id: retrieval, title: Ours}]\n" + Both());
        Configure(said, "a team's layer without id", "layers: [{title: Ours}]\n" + Both());
        Configure(said, "an unknown key of a team's layer", "layers: [{id: pricing, lead: the price tool}]\n" + Both());
        Configure(said, "an unknown mode of recordings", "recordings: {mode: allways}\n" + Both());
        said.ToString().ShouldNotContain("5ecret");
        Approve.Text(said.ToString());
    }

    [Fact]
    public void Clients()
    {
        var said = new StringBuilder();
        Client(said, "an embedded version that is not there", "{provider: embedded, model: reader-9}");
        Client(said, "a provider without a client", "{provider: anthropic, model: claude-opus-4-6}");
        Client(said, "code without a test project", "{provider: code, model: m-1}");
        Approve.Text(said.ToString());
    }

    [Fact]
    public void Response_formats()
    {
        const string config = "golden: set.yaml\n" + Sides + "  new: {provider: code, model: m-1, sampling: {response-format: schema}}\n";
        var said = new StringBuilder();
        Say(said, "two schemas in a case", ("config.yaml", config), ("a.json", "true"), ("b.json", "{}"), ("set.yaml", "checks: [{schema: a.json}]\ncases:\n  - {id: a, input: b}\n  - {id: b, input: b, checks: [{schema: b.json, name: other}]}\n  - {id: c, input: b, checks: [{schema: b.json, name: other}]}\n"));
        Say(said, "a schema in two files", ("config.yaml", config), ("a.json", "{\"$ref\": \"b.json\"}"), ("b.json", "{}"), ("set.yaml", "checks: [{schema: a.json}]\ncases: [{id: a, input: b}]\n"));
        Approve.Text(said.ToString());
    }

    static string Both() => Sides + "  new: {provider: recorded, answers: new.jsonl}\n";

    static void Configure(StringBuilder said, string kind, string config, string golden = "golden: set.yaml\n") => Say(said, kind, ("config.yaml", golden + config));

    static void Model(StringBuilder said, string kind, string model) => Configure(said, kind, Sides + $"  new: {model}\n");

    static void Client(StringBuilder said, string kind, string model)
    {
        using var plan = new SmallPlan(("config.yaml", $"golden: set.yaml\n{Sides}  new: {model}\n"));
        Heading(said, kind).AppendLine(plan.Messages(plan.Request with { Clients = ModelClients.For }));
    }
}
