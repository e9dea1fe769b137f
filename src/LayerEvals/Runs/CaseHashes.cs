using System.Text.Json;
using LayerEvals.Reading;

namespace LayerEvals.Runs;

/// <summary>What each case of a run was, as its cases.jsonl tells it.</summary>
internal static class CaseHashes
{
    /// <summary>The hashes of what was asked and of what was expected, by case. Lines that no run wrote throw: the caller knows what to say of its run.</summary>
    public static Dictionary<string, (string Asked, string Expected)> Read(RunPaths run)
    {
        var hashes = new Dictionary<string, (string Asked, string Expected)>(StringComparer.Ordinal);
        foreach (var line in LineFile.Read(run.Cases))
        {
            using var json = JsonDocument.Parse(line.Text);
            hashes[$"{Text("set")}/{Text("case")}"] = (Text("asked"), Text("expected"));

            string Text(string name) => json.RootElement.GetProperty(name).GetString() ?? "";
        }
        return hashes;
    }
}
