using System.Text.Json;
using LayerEvals.Baselines;
using LayerEvals.Configs;
using LayerEvals.Diagnostics;
using LayerEvals.GoldenSets;
using LayerEvals.Planning;
using LayerEvals.Reading;
using LayerEvals.Scoring;
using LayerEvals.Scoring.Checks;
using LayerEvals.Scoring.Schemas;

namespace LayerEvals.Runs;

/// <summary>A run read back from its folder: manifest.json, cases.jsonl, and the outcomes of checks in code from scores.jsonl.</summary>
/// <param name="Plan">The plan as it was resolved; nothing of it is read from the golden sets again.</param>
/// <param name="IsPartial">Whether only some of the plan's cases were asked.</param>
/// <param name="Code">The outcomes of checks in code, by case.</param>
internal sealed record SavedRun(Plan Plan, bool IsPartial, ILookup<string, CodeFinding> Code)
{
    /// <summary>Stands where the case does in a command that is kept.</summary>
    const string CaseMark = "{case}";

    /// <summary>The command that runs a case again, as the run told it; null where its manifest does not say.</summary>
    public string? RerunText { get; private init; }

    /// <summary>The command that runs a case again: the run's own, else the tool's.</summary>
    public string Rerun(GoldenCase golden) => (RerunText ?? $"layerevals run {Plan.Config.File.Shown} --case {CaseMark}").Replace(CaseMark, golden.Key, StringComparison.Ordinal);

    /// <summary>The command with the mark in place of the case; null where there is no case.</summary>
    public static string? Written(Plan plan, Func<GoldenCase, string> rerun) => plan.Cases.Count == 0 ? null : rerun(plan.Cases[0]).Replace(plan.Cases[0].Key, CaseMark, StringComparison.Ordinal);

    /// <summary>The run.</summary>
    /// <exception cref="PlanException">The folder is no run of this version.</exception>
    public static SavedRun Read(RunPaths run)
    {
        var problems = new Problems();
        var manifest = Manifest(run, problems);
        var shown = manifest.Text("file") ?? "";
        var tree = manifest.Node("configuration") ?? new MapNode([], 0);
        var config = ConfigReader.Read(new SourceFile(shown, shown, problems), tree, resolvesGolden: false);
        var cases = Cases(run, new SourceFile(run.Cases, run.Cases, problems));
        problems.ThrowIfAny();
        var blessed = Blessed(config!, run, problems);
        var history = History(run, problems);
        problems.ThrowIfAny();
        if (blessed is not null) config = config! with { Baseline = config.Baseline with { Model = blessed.Model } };
        var sides = config!.Sides.Select(s => s.Name).ToList();
        // The gate as it was fixed before the run: that of all shards.
        var gate = GateReader.Read(manifest.Map("gate"), [.. config.Layers.Select(l => l.Id)]).For(new PlanSize(0, new Dictionary<string, LayerSize>()));
        var plan = new Plan
        {
            Config = config,
            Gate = gate,
            Sets = [.. cases.GroupBy(c => c.Set.Id, StringComparer.Ordinal).Select(g => g.First().Set with { Cases = [.. g.Select(c => c.Golden)] })],
            Cases = [.. cases.Select(c => c.Golden)],
            CasesOfAllShards = manifest.Whole("cases_of_all_shards", 0, int.MaxValue) ?? cases.Count,
            Prompts = [new Prompts(new Dictionary<string, PromptFile>()), new Prompts(new Dictionary<string, PromptFile>())],
            Attempts = [null, null],
            Blessed = blessed,
            History = history,
            IsAskedTwice = manifest.Flag("asked_twice") ?? false,
            Shard = Shard.Parse(manifest.Text("shard") ?? "") ?? Shard.Whole,
            Hash = manifest.Text("plan") ?? "",
            Warnings = [.. manifest.List("warnings").OfType<MapNode>().Select(w => Warning(new MapReader(config.File, w, "a warning")))],
            Notes = manifest.Texts("notes"),
        };
        return new SavedRun(plan, manifest.Text("state") == "partial", Findings(run, sides)) { RerunText = manifest.Text("rerun") };
    }

    static BlessedBaseline? Blessed(EvalConfig config, RunPaths run, Problems problems) =>
        config.Baseline.Provider == BlessedBaseline.Provider ? BlessedFile.Read(new SourceFile(run.Blessed, run.Blessed, problems)) : null;

    static List<BlessedBaseline> History(RunPaths run, Problems problems)
    {
        var history = new List<BlessedBaseline>();
        while (run.Past(history.Count + 1) is var path && File.Exists(path))
        {
            if (BlessedFile.Read(new SourceFile(path, path, problems)) is not { } past) break;
            history.Add(past);
        }
        return history;
    }

    /// <summary>Takes the earlier runs of a run over.</summary>
    public static void CopyHistory(RunPaths from, RunFolder to)
    {
        for (var number = 1; File.Exists(from.Past(number)); number++) File.Copy(from.Past(number), to.Paths.Past(number), overwrite: true);
    }

    static Problem Warning(MapReader written) =>
        new(written.Text("id") ?? "", written.Text("file") ?? "", written.Whole("line", 0, int.MaxValue) ?? 0, written.Text("what") ?? "", written.Text("do") ?? "", Severity.Warning);

    static MapReader Manifest(RunPaths run, Problems problems)
    {
        var file = new SourceFile(run.Manifest, run.Manifest, problems);
        var manifest = file.ReadBytes() is { } bytes && JsonText.Read(file, bytes, 1) is MapNode map ? new MapReader(file, map, "a manifest") : null;
        if (manifest?.Text("format") != RunManifest.Format)
            problems.Add(new Problem(ProblemIds.NotARun, run.Manifest, 0, $"expected a manifest of format {RunManifest.Format}, found {manifest?.Text("format") ?? "none"}", "name the folder of a run that this version wrote"));
        problems.ThrowIfAny();
        return manifest!;
    }

    static List<(GoldenSet Set, GoldenCase Golden)> Cases(RunPaths run, SourceFile file)
    {
        var cases = new List<(GoldenSet Set, GoldenCase Golden)>();
        // Cases of one set share their checks here too, as they did when they were planned.
        var lists = new Dictionary<string, CheckList>(StringComparer.Ordinal);
        if (file.ReadBytes() is not { } bytes) return cases;
        foreach (var (json, line) in JsonText.Lines(bytes))
            if (JsonText.Read(file, json.Span, line) is { } node && MapReader.Of(file, node, "a case") is { } reader)
                cases.Add(Case(run, file, reader, lists));
        if (cases.Select(c => c.Golden.JudgedByOthers).FirstOrDefault(t => t is not null) is { } tool)
            SchemaFolder.NotOurs(file, $"the parameters of `{Printable.Short(tool.Name, 60)}`", tool.Validator);
        return cases;
    }

    static (GoldenSet, GoldenCase) Case(RunPaths run, SourceFile file, MapReader reader, Dictionary<string, CheckList> lists)
    {
        var id = reader.Required("set", "restore cases.jsonl");
        var set = new GoldenSet
        {
            Id = id,
            Title = reader.Text("title") ?? id,
            Owner = reader.Text("owner"),
            Origin = reader.Text("origin"),
            File = new SourceFileName(file.Path, reader.Text("file") ?? ""),
        };
        var written = reader.Node("checks") ?? new ListNode([], 0);
        var canonical = written.Canonical();
        if (!lists.TryGetValue(canonical, out var checks)) lists[canonical] = checks = Checks(run, file, written);
        return (set, new GoldenCase
        {
            Set = id,
            Id = reader.Required("case", "restore cases.jsonl"),
            Prompt = reader.Text("prompt"),
            Holes = reader.Node("input") is MapNode input ? input.Entries.ToDictionary(e => e.Key, e => (e.Value as TextNode)?.Text ?? "", StringComparer.Ordinal) : new Dictionary<string, string>(),
            Messages = [.. reader.List("messages").OfType<MapNode>().SelectMany(m => m.Entries).Select(e => new GoldenTurn(e.Key, e.Value is TextNode { IsQuoted: true } text ? text.Text : null))],
            Sources = [.. reader.List("sources").OfType<MapNode>().Select(s => new GoldenSource(Text(s, "id"), Text(s, "text")))],
            Tools = [.. reader.List("tools").OfType<MapNode>().Select(t => Tool(file, t)).OfType<GoldenTool>()],
            Answerable = reader.Flag("answerable"),
            Expect = reader.Text("expect"),
            Tags = reader.Texts("tags"),
            Cluster = reader.Text("cluster"),
            TwinOf = reader.Text("twin_of"),
            Split = reader.Text("split"),
            Must = reader.Flag("must") ?? false,
            IsHighRisk = reader.Text("risk") == "high",
            File = reader.Text("file") ?? "",
            Line = reader.Whole("line", 0, int.MaxValue) ?? 0,
            AskedHash = reader.Text("asked") ?? "",
            ExpectedHash = reader.Text("expected") ?? "",
            Checks = checks,
        });
    }

    static GoldenTool? Tool(SourceFile file, MapNode tool)
    {
        try
        {
            return new GoldenTool(Text(tool, "name"), (tool["description"] as TextNode)?.Text, Text(tool, "parameters")) { Validator = (tool["validator"] as TextNode)?.Text ?? OwnValidator.Instance.Name };
        }
        catch (JsonException)
        {
            file.Error(ProblemIds.NotARun, tool.Line, $"expected the parameters of `{Printable.Short(Text(tool, "name"), 60)}` as the run saved them, found no JSON", "restore the run's folder");
            return null;
        }
    }

    static string Text(MapNode map, string key) => (map[key] as TextNode)?.Text ?? "";

    static CheckList Checks(RunPaths run, SourceFile file, Node written)
    {
        var planned = new List<PlannedCheck>();
        foreach (var map in ((ListNode)written).Items.OfType<MapNode>())
        {
            if (!CheckTypes.All.TryGetValue(Text(map, "type"), out var type))
            {
                file.Error(ProblemIds.UnknownCheck, map.Line, $"expected a check of this version, found `{Printable.Short(Text(map, "type"), 60)}`", "score the run with the version that made it");
                continue;
            }
            var settings = map["settings"] as MapNode ?? new MapNode([], map.Line);
            if (type.SchemaKey is { } key && settings[key] is TextNode name && file.Schemas.Find(name.Text) is null && SchemaFolder.Read(run, name.Text, file) is { } schema) file.Schemas.Add(schema);
            if (type.Read(new MapReader(file, settings, type.Name)) is { } check)
                planned.Add(new PlannedCheck(Text(map, "check"), type, Text(map, "layer"), settings, new MapReader(file, map, type.Name).Whole("turn", 1, 100), check));
        }
        return new CheckList(planned);
    }

    static ILookup<string, CodeFinding> Findings(RunPaths run, List<string> sides)
    {
        var (found, problems) = (new List<(string Case, CodeFinding Finding)>(), new Problems());
        if (File.Exists(run.Scores))
            foreach (var line in LineFile.Read(run.Scores).Where(l => RunSeal.IsByCode(l.Text.Span)))
            {
                try
                {
                    var score = ScoreLine.Read(line.Text.Span);
                    found.Add(($"{score.Set}/{score.Case}", new CodeFinding("", sides.IndexOf(score.Configuration), score.Sample, score.Check, score.Layer, score.Finding)));
                }
                catch (JsonException)
                {
                    problems.Add(new Problem(ProblemIds.NotARun, run.Scores, line.Number, "expected the outcome of a check in code as a run writes it, found another line", "restore scores.jsonl: only the tests can make these outcomes again"));
                }
            }
        problems.ThrowIfAny();
        return found.ToLookup(f => f.Case, f => f.Finding, StringComparer.Ordinal);
    }
}
