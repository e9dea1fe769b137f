using LayerEvals.Answering;
using LayerEvals.Answering.Faults;
using LayerEvals.Answering.Spending;
using LayerEvals.Configs;
using LayerEvals.Diagnostics;
using LayerEvals.GoldenSets;
using LayerEvals.Histories;
using LayerEvals.Reading;
using LayerEvals.Scoring.Schemas;

namespace LayerEvals.Planning;

/// <summary>What a plan is read from.</summary>
internal sealed record PlanRequest(string ConfigPath)
{
    /// <summary>The golden sets to use instead of the configuration's; null for the configuration's own.</summary>
    public IReadOnlyList<string>? GoldenPaths { get; init; }

    public Shard Shard { get; init; } = Shard.Whole;

    /// <summary>What recordings are for, instead of what the configuration says; null for what it says.</summary>
    public RecordingMode? Recordings { get; init; }

    /// <summary>Makes the clients of both sides; null when no call will be made, and what only a call needs is no problem then.</summary>
    public ClientMaker? Clients { get; init; }

    /// <summary>Reads an environment variable for <c>${NAME}</c>; null for one that is not set.</summary>
    public Func<string, string?> Environment { get; init; } = _ => null;

    /// <summary>The team's own JSON Schema validator; null for the one that LayerEvals brings.</summary>
    public ISchemaValidator? Validator { get; init; }

    /// <summary>The clock that measures latencies and time limits.</summary>
    public required TimeProvider Time { get; init; }

    /// <summary>Names files in messages; by default the path as it was given.</summary>
    public Func<string, string> Show { get; init; } = path => path;
}

/// <summary>Reads a plan and finds everything that is wrong with it before the first call that costs money.</summary>
internal static class PlanReader
{
    /// <summary>The plan.</summary>
    /// <exception cref="PlanException">The plan has problems; all of them are in the exception.</exception>
    public static Plan Read(PlanRequest request)
    {
        var problems = new Problems();
        var plan = Read(request, problems);
        problems.ThrowIfAny();
        return plan! with { Warnings = problems.InOrder };
    }

    /// <summary>The plan; null when it is too broken to be one. Its problems are in <paramref name="problems"/>.</summary>
    public static Plan? Read(PlanRequest request, Problems problems)
    {
        var file = new SourceFile(Path.GetFullPath(request.ConfigPath), request.Show(request.ConfigPath), problems) { Schemas = new SchemaFiles(request.Validator) };
        var config = ConfigReader.Read(file);
        var layers = (config?.Layers ?? Layers.All).Select(l => l.Id).ToHashSet(StringComparer.Ordinal);
        var golden = request.GoldenPaths?.Select(path => file with { Path = Path.GetFullPath(path), Shown = request.Show(path) }).ToList() ?? config?.Golden ?? [];
        if (config is { MisspellsGolden: false } && golden.Count == 0 && !problems.InOrder.Any(p => p.Id == ProblemIds.NoGoldenSet))
            file.Error(ProblemIds.NoGoldenSet, 0, "expected `golden` with at least one golden set, found none", "write golden: [../goldensets/*.yaml]");
        var before = problems.Count;
        var sets = Sets(golden, layers);
        if (problems.Count > before) sets = sets.ConvertAll(s => s with { IsWhole = false });
        if (config is null) return null;

        config = config with { Recordings = config.Recordings.In(request.Recordings) };
        if (request.GoldenPaths is not null) Untested(file, config, golden);
        else Unchecked(sets, problems);
        var blessed = BlessedChecks.Read(config, problems);
        if (blessed is not null) config = config with { Baseline = config.Baseline with { Model = blessed.Model } };
        var prompts = config.Sides.Select(side => Prompts.Read(side, file, sets)).ToList();
        foreach (var set in sets) HoleChecks.Run(set, config.Sides, prompts, problems);
        var cases = sets.SelectMany(s => s.Cases).ToList();
        if (blessed is not null && sets.TrueForAll(s => s.IsWhole)) BlessedChecks.Run(blessed, config, cases, problems);
        ResponseFormats.Run(config, sets, file.Schemas);
        ToolNames.Run(config, sets);
        StrictOutputChecks.Warn(config, sets, file.Schemas);
        PinChecks.Run(config, request.Time);
        PriceChecks.Run(config);
        PriceChecks.Warn(config, cases);
        var size = PlanSizes.Of(cases);
        var gate = config.Gate.For(size);
        SizeChecks.Warn(file, gate, size);
        LookChecks.Run(file, config, request);
        var plan = new Plan
        {
            Config = config,
            Gate = gate,
            Sets = sets,
            Cases = request.Shard.IsWhole ? cases : [.. cases.Where(c => request.Shard.Holds(c.Key))],
            CasesOfAllShards = cases.Count,
            Prompts = prompts,
            Attempts = [],
            Deployments = new Deployments(config, request.Time),
            Recordings = RecordingChecks.Read(config),
            Budget = config.Limits.BudgetUsd is { } usd ? new Budget(usd) : null,
            Blessed = blessed,
            History = HistoryReader.Read(config),
            Notes = blessed is null ? [] : [blessed.Note(config.Baseline.Name, request.Time.GetUtcNow())],
            Schemas = file.Schemas,
            Shard = request.Shard,
        };
        // What is sent can be told only of a plan that is sound.
        if (!problems.HasErrors) RecordingChecks.Run(plan);
        plan = plan with { Attempts = Attempts.For(plan, request.Clients is { } clients ? new AskingHost(clients, request.Environment, request.Time) : null) };
        return plan with { Hash = problems.HasErrors ? "" : PlanHash(config, cases, prompts) };
    }

    static List<GoldenSet> Sets(IReadOnlyList<SourceFile> files, HashSet<string> layers)
    {
        var sets = new List<GoldenSet>();
        foreach (var file in files)
        {
            if (GoldenSetReader.Read(file, layers) is not { } set) continue;
            if (sets.Find(s => s.Id == set.Id) is { } first)
                file.Error(ProblemIds.DuplicateSet, 1, $"expected each set id once in a plan, found `{set.Id}` again (first in {first.File.Shown})", "give one of them another `id`");
            else sets.Add(set);
        }
        return sets;
    }

    // A set that the configuration names and no test asks would be missing evidence that nobody misses.
    static void Untested(SourceFile file, EvalConfig config, IReadOnlyList<SourceFile> tested)
    {
        foreach (var set in config.Golden.Where(set => !tested.Any(t => t.Path == set.Path)))
            file.Error(ProblemIds.GoldenSetUntested, 0, $"expected a test with [GoldenSet] for every set of the configuration, found none for {set.Shown}", "write a test for it, or take it out of `golden`");
    }

    // A test project has checks in code; without one, a case without checks says nothing about either side.
    static void Unchecked(List<GoldenSet> sets, Problems problems)
    {
        // Where a check could not be read, it may be the one that is missed.
        foreach (var set in sets.Where(s => s.IsWhole))
        {
            var bare = set.Cases.Where(c => c.Checks.Items.Count == 0).ToList();
            if (bare.Count > 0)
                problems.Add(new Problem(ProblemIds.NothingChecked, bare[0].File, bare[0].Line, $"expected a check for `{Printable.Short(bare[0].Id, 60)}`, found none: {Numerals.Count(bare.Count, "case")} of `{Printable.Short(set.Id, 60)}` can neither pass nor fail", "write `checks:` on the set or the case, or `expect:` on the case", Severity.Warning));
        }
    }

    static string PlanHash(EvalConfig config, IReadOnlyList<GoldenCase> cases, IReadOnlyList<Prompts> prompts) => ContentHash.Of(
    [
        "plan-2", Judged(config.Masked).Canonical(),
        .. prompts.SelectMany((p, side) => p.All.OrderBy(f => f.Key, StringComparer.Ordinal).SelectMany(f => new[] { side == 0 ? "baseline" : "candidate", f.Key, f.Value.Hash })),
        .. config.Sides.Select(side => (side.Answers ?? side.Outcomes) is { } answers && System.IO.File.Exists(answers.Path) ? FileHash(answers.Path) : ""),
        .. cases.SelectMany(c => new[] { c.Key, c.AskedHash, c.ExpectedHash }),
    ]);

    // How fast and how dear a run may be, where its answers lie and what came before it, changes no answer: a run that stopped at its budget goes on under a larger one.
    static MapNode Judged(MapNode masked) => masked with { Entries = [.. masked.Entries.Where(e => e.Key is not ("limits" or "recordings" or "history"))] };

    static string FileHash(string path)
    {
        using var stream = System.IO.File.OpenRead(path);
        return Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(stream));
    }
}
