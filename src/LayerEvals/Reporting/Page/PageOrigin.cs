using System.Text.Json;
using LayerEvals.Runs;

namespace LayerEvals.Reporting.Page;

/// <summary>Where a run comes from, as its manifest says: a report that is made again says the same.</summary>
internal sealed record PageOrigin
{
    /// <summary>When the run started, UTC; empty where the manifest does not say.</summary>
    public string Started { get; init; } = "";

    /// <summary>The prompts by name, with their hash on each side; null where a side has none of the name.</summary>
    public IReadOnlyList<(string Name, string?[] Hashes)> Prompts { get; init; } = [];

    public static PageOrigin Read(RunPaths run, IReadOnlyList<ModelConfiguration> sides)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(run.Manifest));
        var manifest = json.RootElement;
        return new PageOrigin
        {
            Started = manifest.TryGetProperty("started", out var started) ? Shown(started.GetString() ?? "") : "",
            Prompts = manifest.TryGetProperty("prompts", out var prompts) ? [.. Hashes(prompts, sides)] : [],
        };
    }

    // 2026-09-01T08:15:00Z, as manifests write it.
    static string Shown(string started) => started.Replace('T', ' ').Replace("Z", " UTC", StringComparison.Ordinal);

    static IEnumerable<(string, string?[])> Hashes(JsonElement prompts, IReadOnlyList<ModelConfiguration> sides)
    {
        var of = sides.Select(s => prompts.TryGetProperty(s.Name, out var named) ? named.EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetString(), StringComparer.Ordinal) : []).ToList();
        return of.SelectMany(o => o.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(name => (name, of.Select(o => o.GetValueOrDefault(name)).ToArray()));
    }
}
