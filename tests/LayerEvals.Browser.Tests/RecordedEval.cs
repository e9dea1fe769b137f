using System.Text.Json;
using LayerEvals.Planning;
using LayerEvals.Runs;
using LayerEvals.Testing;

namespace LayerEvals.Browser.Tests;

/// <summary>A run of two configurations that answer from records, in a folder of its own.</summary>
internal sealed class RecordedEval(TempFolder folder, string name)
{
    readonly List<string>[] answers = [[], []];

    public string Settings { get; init; } = "";

    /// <summary>The golden sets as YAML, by their file's name.</summary>
    public Dictionary<string, string> Sets { get; } = [];

    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>The names of both sides.</summary>
    public string[] Sides { get; init; } = ["pinned", "bump"];

    /// <summary>The model that the candidate is pinned to.</summary>
    public string Pin { get; init; } = "vendor-2";

    /// <summary>The model that the candidate answers with.</summary>
    public string Returned { get; init; } = "vendor-2";

    /// <summary>What checks in code said, by case.</summary>
    public List<(string Case, CodeFinding Finding)> Code { get; } = [];

    /// <summary>Records an answer; null for an error.</summary>
    public void Answer(int side, string golden, string? text, int sample = 1)
    {
        var record = new Dictionary<string, object>
        {
            ["case"] = golden,
            ["sample"] = sample,
            [text is null ? "error" : "text"] = text ?? "the vendor's server did not answer",
            ["model"] = side == 0 ? "vendor-1" : Returned,
            ["finish_reason"] = "stop",
            ["usage"] = new { input = 100 + answers[side].Count, output = 10 + (text ?? "").Length },
            ["latency_ms"] = 400 + 37 * answers[side].Count % 300 + 200 * side,
        };
        answers[side].Add(JsonSerializer.Serialize(record));
    }

    /// <summary>Records an answer as it is written.</summary>
    public void Record(int side, object record) => answers[side].Add(JsonSerializer.Serialize(record));

    /// <summary>The path of the report.</summary>
    public async Task<string> RunAsync()
    {
        foreach (var (file, text) in Sets) folder.Write($"{name}/{file}.yaml", text);
        for (var side = 0; side < 2; side++) folder.Write($"{name}/answers-{side}.jsonl", string.Concat(answers[side].Select(a => a + "\n")));
        var config = folder.Write($"{name}/eval.yaml", $$$"""
            name: {{{name}}}
            golden: [{{{string.Join(", ", Sets.Keys.Select(file => file + ".yaml"))}}}]
            baseline: {{{JsonSerializer.Serialize(Sides[0])}}}
            candidate: {{{JsonSerializer.Serialize(Sides[1])}}}
            output: runs
            models:
              {{{JsonSerializer.Serialize(Sides[0])}}}: {provider: recorded, model: vendor-1, answers: answers-0.jsonl, price: {input: 2.50, output: 10.00}}
              {{{JsonSerializer.Serialize(Sides[1])}}}: {provider: recorded, model: {{{Pin}}}, answers: answers-1.jsonl, price: {input: 1.00, output: 4.00}}
            {{{Settings}}}
            """);
        var plan = PlanReader.Read(new PlanRequest(config) { Time = new StandingClock(Zone), Show = path => Path.GetFileName(path) });
        await using var run = Run.Open(plan, new RunOptions(new StandingClock(Zone)));
        await run.AskAllAsync(plan.AskingOrder(), CancellationToken.None);
        foreach (var (golden, finding) in Code) run.Records[golden].Add(finding);
        return Finishing.Finish(run, isComplete: true, golden => $"layerevals run eval.yaml --case {golden.Key}").ReportHtml;
    }
}
