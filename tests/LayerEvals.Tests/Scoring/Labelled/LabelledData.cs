using System.IO.Compression;
using System.Text.Json;
using LayerEvals.Testing;

namespace LayerEvals.Tests.Scoring.Labelled;

/// <summary>The public data that checks are measured on.</summary>
internal static class LabelledData
{
    public static IEnumerable<JsonElement> Rows(params string[] parts)
    {
        using var file = File.OpenRead(Repository.Shared(parts));
        using var unzipped = new GZipStream(file, CompressionMode.Decompress);
        using var reader = new StreamReader(unzipped);
        while (reader.ReadLine() is { } line) yield return JsonDocument.Parse(line).RootElement;
    }

    public static string Text(this JsonElement row, string name) => row.GetProperty(name).GetString() ?? "";
}
