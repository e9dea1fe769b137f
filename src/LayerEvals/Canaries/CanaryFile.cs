using System.Globalization;
using System.Text.Json;
using LayerEvals.Answering;
using LayerEvals.Diagnostics;
using LayerEvals.Reading;

namespace LayerEvals.Canaries;

/// <summary>Reads and writes a canary's file: a line that says what it is, then two answers of each case, the very lines of <c>answers.jsonl</c>.</summary>
internal static class CanaryFile
{
    const string Again = "restore the file, or ask anew with --renew";

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static void Write(Canary canary, string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!); // a file has a folder
        WholeFile.Write(path, stream =>
        {
            using (var json = new Utf8JsonWriter(stream, JsonLine.Options))
            {
                json.WriteStartObject();
                json.WriteString("format", Canary.Format);
                json.WriteString("configuration", canary.Configuration);
                json.WriteString("model", canary.Model);
                json.WriteString("asked", Day(canary.Day));
                json.WriteEndObject();
            }
            stream.Write("\n"u8);
            foreach (var answer in canary.Cases.SelectMany(c => new[] { c.First with { Sample = 1 }, c.Second with { Sample = 2 } })) stream.Write(AnswerLine.Write(answer));
        });
    }

    /// <summary>The canary of a file.</summary>
    /// <exception cref="PlanException">The file is none.</exception>
    public static Canary Read(SourceFile file)
    {
        var lines = file.ReadBytes() is { } bytes ? JsonText.Lines(bytes).ToList() : [];
        var head = lines.Count > 0 && JsonText.Read(file, lines[0].Json.Span, lines[0].Line) is { } node ? MapReader.Of(file, node, "a canary") : null;
        if (head is not null && head.Text("format") is var format && format != Canary.Format)
            file.Error(ProblemIds.Canary, 1, $"expected a canary of format {Canary.Format}, found {(format is null ? "none" : $"`{Printable.Short(format, 40)}`")}", Again);
        else if (head is null)
            file.Error(ProblemIds.Canary, 0, "expected a canary, found no line that is one", Again);
        file.Problems.ThrowIfAny();
        var canary = new Canary
        {
            Configuration = head!.Required("configuration", Again), // a file without a head was refused
            Model = head.Required("model", Again),
            Day = DateOnly.TryParseExact(head.Required("asked", Again), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : default,
            Cases = Cases(file, lines),
        };
        head.Close();
        if (!file.Problems.HasErrors && (canary.Day == default || canary.Cases.Count == 0)) file.Error(ProblemIds.Canary, 1, "expected the day of asking and two answers of each case, found less", Again);
        file.Problems.ThrowIfAny();
        return canary;
    }

    static List<CanaryCase> Cases(SourceFile file, List<(ReadOnlyMemory<byte> Json, int Line)> lines)
    {
        var answers = lines.Skip(1).Select(l => (Answer: AnswerLine.Read(file, l.Json.Span, l.Line), l.Line)).Where(a => a.Answer is not null).Select(a => (Answer: a.Answer!, a.Line)).ToList();
        var cases = new List<CanaryCase>();
        foreach (var two in answers.GroupBy(a => a.Answer.Case, StringComparer.Ordinal))
        {
            var samples = two.OrderBy(a => a.Answer.Sample).ToList();
            if (samples is [{ Answer.Sample: 1 } first, { Answer.Sample: 2 } second] && first.Answer.Key == second.Answer.Key) cases.Add(new CanaryCase(two.Key, first.Answer.Key, first.Answer, second.Answer));
            else file.Error(ProblemIds.Canary, samples[0].Line, $"expected two answers of `{Printable.Short(two.Key, 80)}` to one question, sample 1 and 2, found {Numerals.Count(samples.Count, "line")} that are not", Again);
        }
        return cases;
    }
}
