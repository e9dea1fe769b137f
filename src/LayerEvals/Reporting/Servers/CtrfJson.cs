using System.Text.Json;
using LayerEvals.Runs;

namespace LayerEvals.Reporting.Servers;

/// <summary>Writes ctrf.json, the Common Test Report Format of ctrf.io (specification 0.1.0): a test for each gate and each case.</summary>
internal sealed class CtrfJson : IDisposable
{
    // Cases are handed to the file in pieces of this many bytes.
    const int Piece = 1 << 16;

    readonly Utf8JsonWriter json;
    readonly long started;
    readonly IReadOnlyList<(ServerStatus Status, int Count)> counts;
    long milliseconds;

    public CtrfJson(ServerCases cases, Stream stream)
    {
        started = cases.Started.ToUnixTimeMilliseconds();
        counts = [.. cases.Suites().SelectMany(s => s.Counts).Select(c => (c.Key, c.Value))];
        json = new Utf8JsonWriter(stream, ReportJson.Indented);
        json.WriteStartObject();
        json.WriteString("reportFormat", "CTRF");
        json.WriteString("specVersion", "0.1.0");
        json.WriteString("generatedBy", $"LayerEvals {RunManifest.Version}");
        json.WriteStartObject("results");
        json.WriteStartObject("tool");
        json.WriteString("name", "LayerEvals");
        json.WriteString("version", RunManifest.Version);
        json.WriteEndObject();
        json.WriteStartObject("environment");
        json.WriteString("reportName", $"{cases.Report.Config.Name}: {cases.Report.Config.Candidate.Name} against {cases.Report.Config.Baseline.Name}");
        json.WriteEndObject();
        json.WriteStartArray("tests");
    }

    public void Add(ServerCase shown)
    {
        milliseconds += shown.Milliseconds;
        json.WriteStartObject();
        json.WriteString("name", shown.Name);
        json.WriteString("status", Status(shown.Status));
        json.WriteNumber("duration", shown.Milliseconds);
        json.WriteStartArray("suite");
        json.WriteStringValue(shown.Suite);
        json.WriteEndArray();
        json.WriteString("rawStatus", shown.Status.Word());
        if (shown.Why.Length > 0) json.WriteString("message", Printable.Line(shown.Why));
        if (shown.Details.Length > 0) json.WriteString("trace", Printable.Lines(shown.Details));
        if (shown.File is { } file)
        {
            json.WriteString("filePath", Printable.Line(file));
            json.WriteNumber("line", shown.Line);
        }
        if (shown.Tags.Count > 0)
        {
            json.WriteStartArray("tags");
            foreach (var tag in shown.Tags) json.WriteStringValue(Printable.Line(tag));
            json.WriteEndArray();
        }
        json.WriteEndObject();
        if (json.BytesPending > Piece) json.Flush();
    }

    public void Dispose()
    {
        json.WriteEndArray();
        Summary();
        json.WriteEndObject();
        json.WriteEndObject();
        json.Dispose();
    }

    // After the tests: the order of keys is free, and the time is known then. A run keeps no end; it stands as if one asking had followed the other.
    void Summary()
    {
        json.WriteStartObject("summary");
        json.WriteNumber("tests", counts.Sum(c => c.Count));
        foreach (var status in new[] { "passed", "failed", "skipped", "pending", "other" }) json.WriteNumber(status, counts.Where(c => Status(c.Status) == status).Sum(c => c.Count));
        json.WriteNumber("start", started);
        json.WriteNumber("stop", started + milliseconds);
        json.WriteEndObject();
    }

    // "Other" is what is neither: both fail, or no outcome. It is no pass.
    static string Status(ServerStatus status) => status switch
    {
        ServerStatus.Passed => "passed",
        _ when status.IsFailure() => "failed",
        ServerStatus.Silent => "skipped",
        _ => "other",
    };
}
