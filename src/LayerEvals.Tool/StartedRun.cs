using System.Text.Json;
using LayerEvals.Diagnostics;
using LayerEvals.Planning;

namespace LayerEvals.Tool;

/// <summary>What the manifest of a run says that <c>--resume</c> needs to plan it again.</summary>
/// <param name="Config">The configuration, relative to where the run's command was given.</param>
/// <param name="Shard">The slice; null for the whole.</param>
internal sealed record StartedRun(string Config, string? Shard)
{
    /// <exception cref="PlanException">The folder is no run's.</exception>
    public static StartedRun Open(ToolHost host, string path)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(host.At(path), "manifest.json")));
            var shard = json.RootElement.GetProperty("shard").GetString();
            return new StartedRun(json.RootElement.GetProperty("file").GetString() ?? "", shard == Planning.Shard.Whole.ToString() ? null : shard);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new PlanException([new Problem(ProblemIds.NotARun, host.Show(path), 0, "expected the folder of a run with a manifest.json, found none that can be read", "name a folder below `output`")]);
        }
    }
}
