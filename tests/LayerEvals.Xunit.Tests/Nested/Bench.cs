using System.Text.Json;
using LayerEvals.Framework;
using LayerEvals.Session;
using LayerEvals.Testing;
using Xunit.Runner.Common;
using Xunit.Sdk;
using Xunit.v3;

namespace LayerEvals.Nested;

/// <summary>Runs test classes that the discovery of this assembly does not see, the way a test project with the package runs them.</summary>
internal sealed class Bench(Bench? before = null) : IDisposable
{
    // A second bench in the folder of the first: the same command, given again.
    readonly TempFolder folder = before?.folder ?? new TempFolder();

    /// <summary>Answers for (side, question): the sides are called <c>old</c> and <c>new</c>.</summary>
    public Func<string, string, CancellationToken, Task<string>> Answer { get; init; } = (_, _, _) => Task.FromResult("yes");

    public string Gate { get; init; } = "{margin: 40, guard: 60}";

    public string Limits { get; init; } = "{in-flight: 4}";

    /// <summary>More settings of each model.</summary>
    public string OfModels { get; init; } = "";

    /// <summary>What recordings are for, as the command line says it.</summary>
    public string? Recordings { get; init; }

    /// <summary>More lines of the configuration.</summary>
    public string More { get; init; } = "";

    public string? Shard { get; init; }

    public bool PreEnumerates { get; init; } = true;

    /// <summary>false: xUnit's own framework, as with <c>LayerEvalsTestFramework=false</c>.</summary>
    public bool HasFramework { get; init; } = true;

    public ExplicitOption Explicit { get; init; } = ExplicitOption.Off;

    public bool StopsOnFail { get; init; }

    /// <summary>Selects the tests to run, as a filter does.</summary>
    public Func<ITestCase, bool> Filter { get; init; } = _ => true;

    public Action? OnPassed { get; init; }

    public CancellationToken Cancellation { get; init; }

    public string Output => folder.At("runs");

    /// <summary>The summary of the job that the run is a step of; null where it is none.</summary>
    public string? Summary { get; init; }

    public async Task<Ran> RunAsync(params Type[] types)
    {
        var config = folder.Write("bench.yaml", $$"""
            name: bench
            baseline: old
            candidate: new
            models:
              old: {provider: code, model: old-1{{OfModels}}}
              new: {provider: code, model: new-1{{OfModels}}}
            limits: {{Limits}}
            gate: {{Gate}}
            output: runs
            {{More}}
            """);
        var models = new ScriptedModels(Answer);
        var sink = new SeenTests { OnPassed = OnPassed };
        var settings = new EvalSettings { Config = config, Shard = Shard, Recordings = Recordings, Folder = Repository.Root, Types = types, Time = new StillClock(), Variables = name => name == Reporting.StepSummary.Variable ? Summary : Environment.GetEnvironmentVariable(name) };
        await Execute(types, settings, models, sink);
        return new Ran(sink.Ended, sink.Errors, models, Folders(), folder.Path);
    }

    public void Dispose()
    {
        if (before is null) folder.Dispose();
    }

    // The settings and the models flow into what is awaited here, and end with this method.
    async Task Execute(Type[] types, EvalSettings settings, ScriptedModels models, SeenTests sink)
    {
        EvalSettings.UseHere(settings);
        ScriptedModels.Here = models;
        var own = typeof(Bench).Assembly;
        var assembly = new XunitTestAssembly(own, null, own.GetName().Version);
        var cases = new List<IXunitTestCase>();
        var discovery = TestFrameworkOptions.ForDiscovery(new TestAssemblyConfiguration { PreEnumerateTheories = PreEnumerates });
        await new XunitTestFrameworkDiscoverer(assembly).Find(Add, discovery, types, Cancellation);
        var execution = TestFrameworkOptions.ForExecution(new TestAssemblyConfiguration { StopOnFail = StopsOnFail, ExplicitOption = Explicit });
        var executor = HasFramework ? new EvalExecutor(assembly) : new XunitTestFrameworkExecutor(assembly);
        await executor.RunTestCases(cases, sink, execution, Cancellation);
        return;

        ValueTask<bool> Add(ITestCase found)
        {
            if (Filter(found)) cases.Add((IXunitTestCase)found);
            return new(true);
        }
    }

    IReadOnlyList<string> Folders() => Directory.Exists(Output) ? [.. Directory.EnumerateDirectories(Output).Order(StringComparer.Ordinal)] : [];
}

/// <summary>What an execution showed and left behind.</summary>
internal sealed record Ran(IReadOnlyList<SeenTest> Tests, IReadOnlyList<string> Errors, ScriptedModels Models, IReadOnlyList<string> Folders, string TempFolder)
{
    public IReadOnlyList<SeenTest> Rows => [.. Tests.Where(t => !t.IsGate)];

    public IReadOnlyList<SeenTest> Gates => [.. Tests.Where(t => t.IsGate)];

    public string Folder => Folders.ShouldHaveSingleItem();

    public SeenTest Row(string name) => Rows.Where(r => r.Name == name).ShouldHaveSingleItem();

    public SeenTest Gate(string name) => Gates.Where(g => g.Name == $"gate: {name}").ShouldHaveSingleItem();

    public string State => Json("manifest.json").GetProperty("state").GetString()!;

    public string Verdict => Json("comparison.json").GetProperty("verdict").GetString()!;

    /// <summary>The outcomes of a check of a case, baseline first; one text a score line.</summary>
    public IReadOnlyList<string> Scores(string golden, string check) =>
        [.. File.ReadLines(Path.Combine(Folder, "scores.jsonl")).Select(l => JsonDocument.Parse(l).RootElement)
            .Where(s => s.GetProperty("case").GetString() == golden && s.GetProperty("check").GetString() == check)
            .Select(s => $"{s.GetProperty("configuration").GetString()}: {s.GetProperty("outcome").GetString()}{(s.TryGetProperty("reason", out var reason) ? $" ({reason.GetString()})" : "")}")];

    JsonElement Json(string name) => JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder, name))).RootElement;
}

/// <summary>A clock whose wall stands still and whose timers run.</summary>
internal sealed class StillClock : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => new(2026, 9, 1, 12, 0, 0, TimeSpan.Zero);
}
