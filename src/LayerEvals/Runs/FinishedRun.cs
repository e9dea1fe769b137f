using System.Text.Json;
using LayerEvals.Diagnostics;
using LayerEvals.Planning;
using LayerEvals.Reading;

namespace LayerEvals.Runs;

/// <summary>A run that ended, as its manifest tells it. It is only read: no lock is taken, and nothing of it is written.</summary>
internal sealed record FinishedRun
{
    public required RunPaths Paths { get; init; }

    /// <summary>The folder as messages name it.</summary>
    public required string Shown { get; init; }

    /// <summary>The manifest as it was written.</summary>
    public required JsonElement Manifest { get; init; }

    public string Id => Paths.Id;

    public string Name => Text("name");

    public string Started => Text("started");

    public string Version => Text("version");

    public string PlanHash => Text("plan");

    public Shard Shard => Shard.Parse(Text("shard")) ?? Shard.Whole;

    public int CasesOfAllShards => Manifest.GetProperty("cases_of_all_shards").GetInt32();

    public JsonElement Configuration => Manifest.GetProperty("configuration");

    /// <summary>The run in a folder.</summary>
    /// <exception cref="PlanException">There is no run.</exception>
    /// <exception cref="NotComparableException">The run is not at its end, was not asked whole, or was edited since.</exception>
    public static FinishedRun Open(string path, string shown) => Open(path, shown, takesPartial: false);

    /// <summary>The same, and where <paramref name="takesPartial"/> one of which only some cases were asked.</summary>
    public static FinishedRun Open(string path, string shown, bool takesPartial)
    {
        var run = Of(path, shown);
        if (run.Text("format") != RunManifest.Format)
            throw new NotComparableException(ProblemIds.OtherRun, shown, $"expected a run of format {RunManifest.Format}, found {Printable.Short(run.Text("format"), 40)}", "use the version of LayerEvals that made it");
        if (!takesPartial || run.Text("state") != "partial") run.DemandTheEnd();
        run.DemandTheSeal();
        return run;
    }

    /// <summary>Demands that a run that ended is as it was sealed; one that was cut short has no seal yet.</summary>
    /// <exception cref="PlanException">There is no run.</exception>
    /// <exception cref="NotComparableException">The run was edited since its end.</exception>
    public static void DemandUnedited(string path, string shown)
    {
        var run = Of(path, shown);
        // A run that goes on has its manifest written anew, without a seal: whoever has one has ended.
        if (run.Text("state") is "finished" or "partial" || RunSeal.Read(run.Manifest) is not null) run.DemandTheSeal();
    }

    static FinishedRun Of(string path, string shown)
    {
        var paths = new RunPaths(Path.GetFullPath(path).TrimEnd(Path.DirectorySeparatorChar));
        return new FinishedRun { Paths = paths, Shown = shown, Manifest = ManifestOf(paths, shown) };
    }

    void DemandTheSeal()
    {
        if (RunSeal.Read(Manifest) is not { } seal)
            throw new NotComparableException(ProblemIds.RunEdited, Shown, "expected the hashes of a finished run in manifest.json, found none", "restore the folder as the run wrote it, or run it again");
        if (seal.Edited(RunSeal.Of(Paths)) is { } edited)
            throw new NotComparableException(ProblemIds.RunEdited, Shown, $"expected {edited} as the run wrote it, found it edited", "restore the file, or run it again: what was edited is no evidence");
    }

    void DemandTheEnd()
    {
        if (Text("state") == "finished") return;
        var found = Text("state") switch
        {
            "running" => ("one that was cut short", "the command that started it goes on with it"),
            "partial" => ("a partial one: only some of its cases were asked", "run it without --case or a filter"),
            var other => ($"`{Printable.Short(other, 40)}`", "run it again"),
        };
        throw new NotComparableException(ProblemIds.RunNotWhole, Shown, $"expected a finished run, found {found.Item1}", found.Item2);
    }

    static JsonElement ManifestOf(RunPaths paths, string shown)
    {
        var missing = new[] { paths.Manifest, paths.Cases, paths.Answers }.FirstOrDefault(f => !File.Exists(f));
        if (missing is not null)
            throw new PlanException([new Problem(ProblemIds.NotARun, shown, 0, $"expected the folder of a run with manifest.json, cases.jsonl and answers.jsonl, found no {Path.GetFileName(missing)}", "name a folder below `output`")]);
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(paths.Manifest));
            if (IsManifest(json.RootElement)) return json.RootElement.Clone();
        }
        catch (JsonException)
        {
            // Said below: what cannot be read is no manifest.
        }
        throw new PlanException([new Problem(ProblemIds.NotARun, shown, 0, "expected a manifest.json that can be read, found none", "restore the file")]);
    }

    static bool IsManifest(JsonElement json) =>
        json.ValueKind == JsonValueKind.Object
        && json.TryGetProperty("configuration", out var configuration) && configuration.ValueKind == JsonValueKind.Object
        && json.TryGetProperty("cases_of_all_shards", out var cases) && cases.ValueKind == JsonValueKind.Number && cases.TryGetInt32(out _);

    string Text(string name) => Manifest.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() ?? "" : "";
}
