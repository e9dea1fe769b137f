using System.Text.Json;
using LayerEvals.Comparing;
using LayerEvals.Diagnostics;
using LayerEvals.Reading;

namespace LayerEvals.Runs;

/// <summary>looks.jsonl: every look that a run took and whether it ended the asking, written before the run goes on, so that a resumed run takes none again.</summary>
internal static class LooksFile
{
    /// <summary>The looks that were taken, in order.</summary>
    /// <exception cref="PlanException">A line is no look.</exception>
    public static IReadOnlyList<(Look Look, bool Ends)> Read(RunFolder folder)
    {
        var looks = new List<(Look, bool)>();
        if (!File.Exists(folder.Looks)) return looks;
        foreach (var (line, number) in JsonText.Lines(File.ReadAllBytes(folder.Looks))) looks.Add(Read(folder, line, number));
        return looks;
    }

    /// <summary>The look that ended the asking; null where none did, or none was taken.</summary>
    public static Look? Last(RunFolder folder) => Read(folder).LastOrDefault() is { Ends: true, Look: var look } ? look : null;

    public static void Write(RunFolder folder, IReadOnlyList<(Look Look, bool Ends)> looks) => WholeFile.Write(folder.Looks, stream =>
    {
        using var json = new Utf8JsonWriter(stream, JsonLine.Options);
        foreach (var (look, ends) in looks)
        {
            json.Reset();
            json.WriteStartObject();
            json.WriteNumber("look", look.Number);
            json.WriteNumber("of", look.Of);
            json.WriteNumber("cases", look.Cases);
            json.WriteBoolean("ends", ends);
            json.WriteEndObject();
            json.Flush();
            stream.Write("\n"u8);
        }
    });

    static (Look, bool) Read(RunFolder folder, ReadOnlyMemory<byte> line, int number)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var look = json.RootElement;
            var (at, of) = (look.GetProperty("look").GetInt32(), look.GetProperty("of").GetInt32());
            if (of is >= 2 and <= 5 && at >= 1 && at <= of) return (new Look(at, of, look.GetProperty("cases").GetInt32()), look.GetProperty("ends").GetBoolean());
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            // Said below: a line that is no look.
        }
        throw new PlanException([new Problem(ProblemIds.NotARun, folder.Looks, number, "expected a look, such as {\"look\":1,\"of\":3,\"cases\":118,\"ends\":false}, found another line", "restore looks.jsonl, or run the plan again")]);
    }
}
