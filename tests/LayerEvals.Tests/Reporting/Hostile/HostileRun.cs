using System.Text.Json;
using LayerEvals.Planning;
using LayerEvals.Runs;
using LayerEvals.Testing;
using LayerEvals.Tests.Answering;
using LayerEvals.Tests.Runs;

namespace LayerEvals.Tests.Reporting.Hostile;

/// <summary>
/// One run in which every text that comes from outside is a payload: each payload is the title and owner of a set, the title of a layer, a question, a source, a tag, both answers, an error, and
/// the name, reason and evidence of a check.
/// </summary>
public sealed class HostileRun : IAsyncLifetime
{
    readonly TempFolder folder = new();

    internal RunResult Result { get; private set; } = null!; // made before a test sees it

    /// <summary>The text of one of its files.</summary>
    internal string Read(string name) => File.ReadAllText(Path.Combine(Result.Folder, name));

    public async ValueTask InitializeAsync()
    {
        var answers = new[] { new StringWriter(), new StringWriter() };
        for (var i = 0; i < Payloads.All.Count; i++) Case(i, answers);
        for (var side = 0; side < 2; side++) folder.Write($"answers-{side}.jsonl", answers[side].ToString());
        var layers = string.Join(", ", Payloads.All.Select((text, i) => $"{{id: own-{i}, title: {Yaml(text)}, question: {Yaml(text)}, lean: {Yaml(text)}}}"));
        var config = folder.Write("eval.yaml", $$"""
            name: hostile
            golden: [sets/*.yaml]
            baseline: {{Yaml(Payloads.All[0])}}
            candidate: {{Yaml(Payloads.All[3])}}
            output: runs
            knowledge: {sources: {{Yaml(Payloads.All[1])}}, refresh: {{Yaml(Payloads.All[2])}}}
            layers: [{{layers}}]
            models:
              {{Yaml(Payloads.All[0])}}: {provider: recorded, model: {{Yaml(Payloads.All[5])}}, vendor: {{Yaml(Payloads.All[6])}}, training: {{Yaml(Payloads.All[7])}}, answers: answers-0.jsonl}
              {{Yaml(Payloads.All[3])}}: {provider: recorded, model: {{Yaml(Payloads.All[8])}}, vendor: {{Yaml(Payloads.All[9])}}, answers: answers-1.jsonl}
            """);
        var clock = new HandMovedClock();
        await using var run = Run.Open(PlanReader.Read(new PlanRequest(config) { Time = clock, Show = path => Path.GetFileName(path) }), new RunOptions(clock));
        await run.AskAllAsync(run.Plan.AskingOrder(), CancellationToken.None);
        for (var i = 0; i < Payloads.All.Count; i++) Code(run, i);
        Result = Finishing.Finish(run, isComplete: true, golden => $"layerevals run eval.yaml --case {golden.Key} {Payloads.All[4]}");
        ComparisonSchema.Check(Result);
    }

    public ValueTask DisposeAsync()
    {
        folder.Dispose();
        return ValueTask.CompletedTask;
    }

    void Case(int i, StringWriter[] answers)
    {
        var text = Payloads.All[i];
        folder.Write($"sets/s-{i:000}.yaml", $$"""
            id: s-{{i}}
            title: {{Yaml(text)}}
            owner: {{Yaml(text)}}
            layer: own-{{i}}
            checks: [{excludes: [{{Yaml("after")}}], name: {{Yaml(Short(text))}}}]
            cases:
              - {id: one, input: {{Yaml(text)}}, sources: [{id: S-{{i}}, text: {{Yaml(text)}}}], tags: [{{Yaml(Short(text))}}], cluster: {{Yaml(Short(text))}}}
              - {id: two, input: {{Yaml(text)}}}
            """);
        answers[0].Write(Line($"s-{i}/one", "text", $"before {text}") + Line($"s-{i}/two", "text", "before"));
        answers[1].Write(Line($"s-{i}/one", "text", $"{text} after") + Line($"s-{i}/two", "error", text));
    }

    static void Code(Run run, int i)
    {
        var text = Payloads.All[i];
        var record = run.Records[$"s-{i}/one"];
        record.Add(new CodeFinding("Hostile", 0, 1, Short(text), $"own-{i}", Finding.Pass));
        record.Add(new CodeFinding("Hostile", 1, 1, Short(text), $"own-{i}", Finding.Fail(text, text) with { Parts = [new FindingPart(text, Outcome.Failed, text) { Source = text, SourceText = text, Claim = new TextSpan(0, text.Length) }] }));
    }

    static string Line(string golden, string kind, string text) => JsonSerializer.Serialize(new Dictionary<string, object> { ["case"] = golden, [kind] = text, ["model"] = text, ["finish_reason"] = "stop", ["latency_ms"] = 12 }) + "\n";

    // Names are short: the longest texts would only be cut.
    static string Short(string text) => text.Length > 300 ? text[..300] : text;

    static string Yaml(string text) => JsonSerializer.Serialize(text);
}
