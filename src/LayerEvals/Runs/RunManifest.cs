using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text.Json;
using LayerEvals.Comparing;
using LayerEvals.Planning;
using LayerEvals.Reading;
using LayerEvals.Reporting;

namespace LayerEvals.Runs;

/// <summary>What a run's manifest.json says: configuration as read (secrets masked), hashes of every input, versions; nothing of the host.</summary>
internal static class RunManifest
{
    public static string Version { get; } = typeof(RunManifest).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    public const string Format = "run-1";

    /// <summary>
    /// Writes the manifest. <paramref name="state"/>: <c>running</c>, <c>finished</c> or <c>partial</c>; only a running one is ever resumed, and what ended is
    /// sealed. <paramref name="end"/> is what is known at its end alone.
    /// </summary>
    public static void Write(RunFolder folder, Plan plan, string state, DateTimeOffset started, RunEnd? end = null) => WholeFile.Write(folder.Manifest, stream =>
    {
        using var json = new Utf8JsonWriter(stream, ReportJson.Indented);
        json.WriteStartObject();
        json.WriteString("format", Format);
        json.WriteString("name", plan.Config.Name);
        json.WriteString("state", state);
        json.WriteString("started", started.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        json.WriteString("version", Version);
        json.WriteString("plan", plan.Hash);
        json.WriteString("shard", plan.Shard.ToString());
        json.WriteNumber("cases", plan.Cases.Count);
        json.WriteNumber("cases_of_all_shards", plan.CasesOfAllShards);
        if (plan.IsAskedTwice) json.WriteBoolean("asked_twice", true);
        json.WritePropertyName("gate");
        GateJson.Write(json, plan.Gate);
        if (end?.Look is { } look) WriteLook(json, look);
        json.WriteString("file", plan.Config.File.Shown);
        json.WritePropertyName("configuration");
        plan.Config.Masked.Write(json);
        json.WriteStartArray("inputs");
        foreach (var (path, shown) in Inputs(plan))
        {
            json.WriteStartObject();
            json.WriteString("file", shown);
            json.WriteString("sha256", Hash(path));
            json.WriteEndObject();
        }
        json.WriteEndArray();
        WriteDeployments(json, plan);
        WritePrompts(json, plan);
        Remarks(json, plan);
        if (end?.Rerun is { } rerun) json.WriteString("rerun", rerun);
        if (end is not null) WriteReturned(json, end.Returned);
        end?.Seal.Write(json);
        json.WriteEndObject();
    });

    /// <summary>When the run of a folder was started, as its manifest says; the epoch where it does not.</summary>
    public static DateTimeOffset StartedOf(RunPaths run)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(run.Manifest));
        return json.RootElement.TryGetProperty("started", out var started) && DateTimeOffset.TryParse(started.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : DateTimeOffset.UnixEpoch;
    }

    /// <summary>Writes who answered.</summary>
    public static void WriteReturned(Utf8JsonWriter json, IReadOnlyList<Returned> sides)
    {
        json.WriteStartObject("returned");
        foreach (var side in sides) side.Write(json);
        json.WriteEndObject();
    }

    /// <summary>Writes the look that ended a run.</summary>
    public static void WriteLook(Utf8JsonWriter json, Look look)
    {
        json.WriteStartObject("look");
        json.WriteNumber("number", look.Number);
        json.WriteNumber("of", look.Of);
        json.WriteNumber("cases", look.Cases);
        json.WriteNumber("level", Math.Round(look.Level, 6));
        json.WriteEndObject();
    }

    // By side and name: what was changed between two prompts of one name is their hash.
    static void WritePrompts(Utf8JsonWriter json, Plan plan)
    {
        if (!plan.Prompts.Any(p => p.All.Any())) return;
        json.WriteStartObject("prompts");
        for (var side = 0; side < 2; side++)
        {
            json.WriteStartObject(plan.Config.Sides[side].Name);
            foreach (var (name, prompt) in plan.Prompts[side].All.OrderBy(p => p.Key, StringComparer.Ordinal)) json.WriteString(name, prompt.Hash);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    // Kept, because most of them cannot be found again in the run's own files: a shard does not know how large the sets are.
    static void Remarks(Utf8JsonWriter json, Plan plan)
    {
        json.WriteStartArray("warnings");
        foreach (var warning in plan.Warnings)
        {
            json.WriteStartObject();
            json.WriteString("id", warning.Id);
            json.WriteString("file", warning.File);
            json.WriteNumber("line", warning.Line);
            json.WriteString("what", warning.What);
            json.WriteString("do", warning.Do);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        ReportJson.Texts(json, "notes", plan.Notes);
    }

    /// <summary>Whether the manifest belongs to a run of this plan, and of this shard of it, that was cut short.</summary>
    public static bool IsUnfinished(string path, Plan plan) => WhyNotResumed(path, plan) is null;

    /// <summary>Why the run of a manifest cannot be gone on with under a plan; null where it can.</summary>
    public static string? WhyNotResumed(string path, Plan plan)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(path));
            var manifest = json.RootElement;
            if (manifest.GetProperty("state").GetString() is not "running" and var state) return $"one that is {Printable.Short(state ?? "", 40)}";
            if (manifest.GetProperty("plan").GetString() != plan.Hash) return "one whose cases, prompts, models or gate are others";
            return manifest.GetProperty("shard").GetString() is { } shard && shard != plan.Shard.ToString() ? $"its slice {Printable.Short(shard, 40)}" : null;
        }
        catch (Exception e) when (e is IOException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            // Not a manifest of ours, or one that was cut while it was made: not a run to go on with.
            return "a manifest.json that cannot be read";
        }
    }

    // Only where something happened: what a calm run says does not hang on the hour.
    static void WriteDeployments(Utf8JsonWriter json, Plan plan)
    {
        var crowded = (plan.Deployments?.All ?? []).Where(d => d.Queue.Admission.Concurrency.Steps.Count > 0).ToList();
        if (crowded.Count == 0) return;
        json.WriteStartArray("concurrency");
        foreach (var deployment in crowded)
        {
            var admission = deployment.Queue.Admission;
            json.WriteStartObject();
            json.WriteString("deployment", deployment.Name);
            json.WriteNumber("most", plan.Config.Limits.InFlight);
            json.WriteNumber("peak", admission.Peak);
            json.WriteNumber("last", admission.Concurrency.Limit);
            json.WriteStartArray("decreases");
            foreach (var step in admission.Concurrency.Steps)
            {
                json.WriteStartObject();
                json.WriteNumber("after_s", Math.Round(step.After.TotalSeconds, 1));
                json.WriteNumber("from", step.From);
                json.WriteNumber("to", step.To);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    static IEnumerable<(string Path, string Shown)> Inputs(Plan plan) =>
    [
        (plan.Config.File.Path, plan.Config.File.Shown),
        .. plan.Sets.Select(s => (s.File.Path, s.File.Shown)),
        .. plan.Schemas.All.SelectMany(s => s.Parts).Select(p => (p.File.Path, p.File.Shown)).Distinct().OrderBy(p => p.Shown, StringComparer.Ordinal),
        .. plan.Config.Sides.Select(s => s.Answers ?? s.Outcomes).OfType<Reading.SourceFile>().Select(f => (f.Path, f.Shown)),
    ];

    static string Hash(string path)
    {
        using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
