using System.Security.Cryptography;
using System.Text.Json;
using LayerEvals.Reading;

namespace LayerEvals.Runs;

/// <summary>
/// The hashes of what a run can not make again: its cases, its answers, and the outcomes of checks in code. They are in the manifest from the run's end, so that a
/// file that was edited since is found out before other runs are held against it.
/// </summary>
internal sealed record RunSeal(string Cases, string Answers, string Code)
{
    // The last property of a line of scores.jsonl; in a text of the line the quotes would be escaped.
    static ReadOnlySpan<byte> ByCode => ",\"by\":\"code\"}"u8;

    public static RunSeal Of(RunPaths run) => new(OfFile(run.Cases), OfFile(run.Answers), OfCode(run.Scores));

    public static RunSeal? Read(JsonElement manifest) =>
        manifest.TryGetProperty("sealed", out var hashes) && hashes.ValueKind == JsonValueKind.Object
            ? new RunSeal(Text(hashes, "cases.jsonl"), Text(hashes, "answers.jsonl"), Text(hashes, "code"))
            : null;

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject("sealed");
        json.WriteString("cases.jsonl", Cases);
        json.WriteString("answers.jsonl", Answers);
        json.WriteString("code", Code);
        json.WriteEndObject();
    }

    /// <summary>The first file that is not as it was sealed; null where all are.</summary>
    public string? Edited(RunSeal now) =>
        now.Cases != Cases ? "cases.jsonl" : now.Answers != Answers ? "answers.jsonl" : now.Code != Code ? "scores.jsonl (checks in code)" : null;

    public static bool IsByCode(ReadOnlySpan<byte> scoreLine) => scoreLine.EndsWith(ByCode);

    static string OfFile(string path)
    {
        if (!File.Exists(path)) return "";
        using var stream = LineFile.Open(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    static string OfCode(string path)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        if (File.Exists(path))
            foreach (var line in LineFile.Read(path).Where(l => IsByCode(l.Text.Span)))
            {
                hash.AppendData(line.Text.Span);
                hash.AppendData("\n"u8);
            }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    static string Text(JsonElement hashes, string name) => hashes.TryGetProperty(name, out var hash) && hash.ValueKind == JsonValueKind.String ? hash.GetString() ?? "" : "";
}
