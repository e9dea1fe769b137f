using LayerEvals.Answering;
using LayerEvals.Configs;
using LayerEvals.Planning;
using LayerEvals.Runs;
using LayerEvals.Testing;
using LayerEvals.Tests.Answering;
using Microsoft.Extensions.AI;

namespace LayerEvals.Tests.Runs;

/// <summary>An eval of its own folder: a configuration of two scripted models, one golden set, and the runs of it.</summary>
internal sealed class SmallEval : IDisposable
{
    readonly TempFolder folder = new();

    /// <param name="golden">The golden set as YAML.</param>
    /// <param name="settings">Further lines of the configuration.</param>
    public SmallEval(string golden, string settings = "")
    {
        folder.Write("golden.yaml", golden);
        folder.Write("eval.yaml", $$"""
            name: small
            golden: [golden.yaml]
            baseline: pinned
            candidate: bump
            output: runs
            models:
              pinned: {provider: code, model: vendor-1}
              bump: {provider: code, model: vendor-2}
            {{(settings.Contains("limits:", StringComparison.Ordinal) ? settings : $"{settings}\nlimits: {{attempts: 1}}")}}
            """);
    }

    public HandMovedClock Clock { get; init; } = new();

    public ScriptedModel Baseline { get; set; } = ScriptedModel.Saying(_ => "You have 30 days.");

    public ScriptedModel Candidate { get; set; } = ScriptedModel.Saying(_ => "You have 30 days.");

    /// <summary>Questions q-1, q-2, … that expect "30 days" and allow five words.</summary>
    public static string Questions(int cases) => $$"""
        id: small
        layer: retrieval
        checks:
          - words: {max: 5}
        cases:
        {{string.Join('\n', Enumerable.Range(1, cases).Select(i => $"  - {{id: q-{i}, input: 'Question {i}?', expect: 30 days}}"))}}
        """;

    public string At(string name) => folder.At(name);

    public void Write(string name, string text) => folder.Write(name, text);

    public Plan Plan(ISchemaValidator? validator = null, RecordingMode? mode = null, ClientMaker? clients = null) =>
        PlanReader.Read(new PlanRequest(folder.At("eval.yaml")) { Time = Clock, Clients = clients ?? ClientOf, Environment = name => $"the value of {name}", Validator = validator, Recordings = mode, Show = path => Path.GetFileName(path) });

    public Run Open(bool isPartial = false, ISchemaValidator? validator = null) => Run.Open(Plan(validator), new RunOptions(Clock) { IsPartial = isPartial });

    /// <summary>Asks every case, in the plan's order of asking, and writes the folder.</summary>
    public async Task<RunResult> RunAsync(ISchemaValidator? validator = null)
    {
        await using var run = Open(validator: validator);
        await AskAllAsync(run);
        return Finish(run);
    }

    /// <summary>The same, with recordings in another mode than the configuration says.</summary>
    public async Task<RunResult> RunAsync(RecordingMode mode, ClientMaker? clients = null)
    {
        await using var run = Run.Open(Plan(mode: mode, clients: clients), new RunOptions(Clock));
        await AskAllAsync(run);
        return Finish(run);
    }

    public static async Task AskAllAsync(Run run) =>
        await Task.WhenAll(run.Plan.AskingOrder().Select(golden => run.AskBothAsync(golden, TestContext.Current.CancellationToken)));

    /// <summary>The end of a run; whatever run a test makes, its comparison is what the schema says.</summary>
    public static RunResult Finish(Run run, bool isComplete = true)
    {
        var result = Finishing.Finish(run, isComplete, golden => $"layerevals run eval.yaml --case {golden.Key}");
        ComparisonSchema.Check(result);
        return result;
    }

    /// <summary>What <c>layerevals score</c> does: everything again from the folder, nothing asked.</summary>
    public async Task<RunResult> RescoreAsync(string path)
    {
        using var runFolder = RunFolder.Existing(path);
        var saved = SavedRun.Read(runFolder.Paths);
        await using var run = await Run.RescoreAsync(saved, runFolder, Clock);
        return Finish(run, isComplete: false);
    }

    public void Dispose() => folder.Dispose();

    IChatClient? ClientOf(ModelConfiguration model) => model.Name == "pinned" ? Baseline : Candidate;
}
