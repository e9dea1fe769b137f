using LayerEvals.Diagnostics;
using LayerEvals.GoldenSets;
using LayerEvals.Reading;

namespace LayerEvals.Configs;

/// <summary>Reads a configuration file. Reports every problem and reads on.</summary>
internal static class ConfigReader
{
    /// <summary>The configuration; null when it cannot serve, after the problems were reported.</summary>
    public static EvalConfig? Read(SourceFile file)
    {
        if (file.ReadText() is not { } text || YamlText.Read(file, text) is not { } root) return null;
        if (root.IsAbsent)
        {
            file.Error(ProblemIds.MissingKey, 0, "expected a configuration, found an empty file", "write baseline:, candidate:, models: and golden:");
            return null;
        }
        return Read(file, root, resolvesGolden: true);
    }

    /// <summary>The configuration of a tree that was read; without its golden sets where a run already holds their cases.</summary>
    public static EvalConfig? Read(SourceFile file, Node root, bool resolvesGolden)
    {
        if (MapReader.Of(file, root, "a configuration") is not { } reader) return null;

        Variables.RefuseElsewhere(file, root);
        var models = Models(file, reader);
        var layers = TeamLayers(reader);
        var config = new
        {
            Name = Name(file, reader),
            Golden = resolvesGolden ? Golden(file, reader) : reader.TextNodes("golden").Select(file.Beside).ToList(),
            Baseline = Side(reader, "baseline", models) ?? Unknown,
            Candidate = Side(reader, "candidate", models) ?? Unknown,
            Knowledge = Knowledge(reader.Map("knowledge")),
            Samples = reader.Whole("samples", 1, 1000) ?? 1,
            Seed = reader.Whole("seed", int.MinValue, int.MaxValue) ?? 0,
            IsTuning = reader.OneOf("purpose", "gate", "tuning") == "tuning",
            Limits = Limits(reader.Map("limits")),
            TracesMessages = Telemetry(reader.Map("telemetry")),
            Gate = GateReader.Read(reader.Map("gate"), [.. layers.Select(l => l.Id)]),
            Output = file.Beside(reader.Text("output") ?? "../artifacts/evals"),
            Recordings = RecordingSettings.Read(file, reader.Map("recordings")),
            History = History(reader),
        };
        reader.Close();
        if (config.Baseline != Unknown && config.Baseline.Name == config.Candidate.Name)
            file.Error(ProblemIds.SameSides, reader.LineOf("candidate"), $"expected two configurations, found `{Printable.Short(config.Baseline.Name, 40)}` on both sides", "name another model under `candidate`");
        return new EvalConfig
        {
            Name = config.Name,
            File = file,
            Golden = config.Golden,
            MisspellsGolden = reader.IsMisspelled("golden"),
            Baseline = config.Baseline,
            Candidate = config.Candidate,
            Knowledge = config.Knowledge,
            Samples = config.Samples,
            Seed = config.Seed,
            IsTuning = config.IsTuning,
            Limits = config.Limits,
            TracesMessages = config.TracesMessages,
            Gate = config.Gate,
            Recordings = config.Recordings,
            History = config.History,
            Output = config.Output.Path,
            OutputShown = config.Output.Shown,
            Layers = layers,
            Masked = (MapNode)Variables.Masked(root),
        };
    }

    // Stands where no model is, so that the sets and the prompts are still read and all problems come together: it needs no prompts and is never asked.
    static ModelConfiguration Unknown { get; } = new() { Name = "", Provider = "recorded", Model = "" };

    // The name becomes the start of a folder's name: the same letters as an id, so that it can leave no folder.
    static string Name(SourceFile file, MapReader reader)
    {
        var name = reader.Text("name") ?? Path.GetFileNameWithoutExtension(file.Path);
        if (!GoldenSetReader.IsId(name))
            file.Error(ProblemIds.BadId, reader.LineOf("name"), $"expected a name of a-z, 0-9 and -, at most 100 of them, found `{Printable.Short(name, 60)}`", "write name: with such a word");
        return name;
    }

    static IReadOnlyList<SourceFile> Golden(SourceFile file, MapReader reader)
    {
        var found = new List<SourceFile>();
        foreach (var pattern in reader.TextNodes("golden"))
        {
            var matches = Matches(file, pattern);
            if (matches.Count == 0)
                file.Error(ProblemIds.NoGoldenSet, pattern.Line, $"expected golden sets at `{Printable.Short(pattern.Text, 80)}`, found none", "correct the path, which is relative to this file; * stands for any characters in the last part");
            found.AddRange(matches.Where(m => !found.Exists(f => f.Path == m.Path)));
        }
        return found;
    }

    static List<SourceFile> Matches(SourceFile file, TextNode pattern) =>
        pattern.Text.Contains('*') ? [.. PathPattern.Matches(file, pattern.Text, includesFolders: false).Select(m => file.Beside(m.Relative))] : [file.Beside(pattern)];

    // Null where the models could not be read at all: no name can be looked up then.
    static Dictionary<string, ModelConfiguration>? Models(SourceFile file, MapReader reader)
    {
        var models = new Dictionary<string, ModelConfiguration>(StringComparer.Ordinal);
        var node = reader.Node("models");
        if (node is null) reader.Missing(["models"], ProblemIds.MissingKey, "expected `models` in a configuration, found none", "write models: and under it one entry for each side");
        if (node is not MapNode map)
        {
            if (node is not null) MapReader.Of(file, node, "`models`");
            return null;
        }
        foreach (var entry in map.Entries)
            models[entry.Key] = ModelReader.Read(file, entry.Key, entry.Value, entry.Line) ?? Unknown with { Name = entry.Key };
        return models;
    }

    static ModelConfiguration? Side(MapReader reader, string side, Dictionary<string, ModelConfiguration>? models)
    {
        var name = reader.Required(side, $"write {side}: with the name of an entry under models:");
        if (models is null || name.Length == 0) return null;
        if (models.TryGetValue(name, out var model)) return model;
        reader.File.Error(ProblemIds.NoSuchModel, reader.LineOf(side), $"expected the name of an entry under `models` for `{side}`, found `{Printable.Short(name, 60)}`",
            models.Count == 0 ? "write the model under models:" : Nearest.Choice(name, models.Keys));
        return null;
    }

    static IReadOnlyDictionary<string, string> Knowledge(MapReader? reader)
    {
        var knowledge = new Dictionary<string, string>(StringComparer.Ordinal);
        if (reader is null) return knowledge;
        foreach (var key in new[] { "sources", "refresh" })
            if (reader.Text(key) is { } text) knowledge[key] = text;
        if (reader.Flag("citation-required") is { } required) knowledge["citation-required"] = required ? "true" : "false";
        reader.Close();
        return knowledge;
    }

    static bool Telemetry(MapReader? reader)
    {
        var tells = reader?.Flag("messages") ?? false;
        reader?.Close();
        return tells;
    }

    static Limits Limits(MapReader? reader)
    {
        var limits = new Limits();
        if (reader is null) return limits;
        var timeout = Duration.Read(reader, "timeout") ?? limits.Timeout;
        limits = new Limits
        {
            InFlight = reader.Whole("in-flight", 1, 1024) ?? limits.InFlight,
            Timeout = timeout,
            TotalTimeout = Duration.Read(reader, "total-timeout") ?? (timeout > limits.TotalTimeout ? timeout : limits.TotalTimeout),
            Attempts = reader.Whole("attempts", 1, 20) ?? limits.Attempts,
            RequestsPerMinute = reader.Number("requests-per-minute", 0.1, 1e6),
            TokensPerMinute = reader.Number("tokens-per-minute", 1, 1e9),
            BudgetUsd = reader.Number("budget-usd", 0, 1e6),
            ConfirmUsd = reader.Number("confirm-usd", 0, 1e6) ?? limits.ConfirmUsd,
        };
        if (limits.TotalTimeout < timeout)
            reader.File.Error(ProblemIds.OutOfRange, reader.LineOf("total-timeout"), "expected `total-timeout` to be at least `timeout`, which is the time of one attempt", "raise `total-timeout`, or lower `timeout`");
        reader.Close();
        return limits;
    }

    // Each with its line: which of them cannot be read is said where it stands.
    static IReadOnlyList<(string, int)> History(MapReader reader) =>
        [.. reader.TextNodes("history").Select(item => (item.Text, item.Line))];

    static IReadOnlyList<Layer> TeamLayers(MapReader reader)
    {
        var layers = Layers.All.ToList();
        foreach (var node in reader.List("layers"))
        {
            if (MapReader.Of(reader.File, node, "a layer") is not { } layer) continue;
            var id = layer.Required("id", "write id: with a word of a-z, 0-9 and -");
            if (id.Length > 0 && !GoldenSetReader.IsId(id) || layers.Exists(l => l.Id == id))
                reader.File.Error(ProblemIds.BadId, node.Line, $"expected a layer id of a-z, 0-9 and - that no other layer has, found `{Printable.Short(id, 60)}`", "write another id");
            else if (id.Length > 0)
                layers.Add(new Layer(id, layer.Text("title") ?? id, layer.Text("question") ?? "", layer.Text("lean") ?? ""));
            foreach (var key in new[] { "title", "question", "lean" }) layer.Text(key);
            layer.Close();
        }
        return layers;
    }
}
