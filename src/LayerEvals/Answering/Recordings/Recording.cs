using System.Buffers;
using System.Globalization;
using System.Text.Json;
using LayerEvals.Diagnostics;
using LayerEvals.Reading;

namespace LayerEvals.Answering.Recordings;

/// <summary>A stored answer: what was sent, what came back, and the day. One line of JSON that a team can commit.</summary>
internal sealed record Recording(Sent Sent, Answer Answer, DateOnly Day)
{
    public const string Format = "recording-1";

    const string Days = "yyyy-MM-dd";

    public string Key => Sent.Key;

    /// <summary>The recording of an answer that came. Only what is named here is kept: an answer may gain fields that hold a vendor's words, an organisation's id among them.</summary>
    public static Recording Of(Asking asking, Answer answer, DateOnly day) => new(asking.Sent, new Answer
    {
        Case = "",
        Configuration = "",
        Text = answer.Text,
        Turns = answer.Turns,
        ToolCalls = answer.ToolCalls,
        EndedEarly = answer.EndedEarly,
        Model = answer.Model,
        Fingerprint = answer.Fingerprint,
        Refusal = answer.Refusal,
        FinishReason = answer.FinishReason,
        Usage = answer.Usage,
        LatencyMs = answer.LatencyMs,
        Attempts = answer.Attempts,
    }, day);

    /// <summary>The answer as that of an asking.</summary>
    public Answer For(Asking asking) => Answer with { Case = asking.Golden.Key, Configuration = asking.Model.Name, Sample = asking.Sample, Key = asking.Key, Recorded = Day };

    /// <summary>The line with its line break.</summary>
    public byte[] Write()
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer, JsonLine.Options))
        {
            json.WriteStartObject();
            json.WriteString("key", Key);
            json.WriteString("format", Format);
            json.WriteString("recorded", Day.ToString(Days, CultureInfo.InvariantCulture));
            json.WritePropertyName("sent");
            Sent.Write(json);
            json.WriteStartObject("answer");
            AnswerLine.WriteCame(Answer, json);
            json.WriteEndObject();
            json.WriteEndObject();
        }
        buffer.Write("\n"u8);
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>The recording of a line; null after a problem was reported.</summary>
    public static Recording? Read(SourceFile file, ReadOnlySpan<byte> json, int line)
    {
        if (JsonText.Read(file, json, line) is not { } node || MapReader.Of(file, node, "a recording") is not { } reader) return null;
        if (reader.Text("format") is var format && format != Format)
            return Refuse(file, line, $"expected a recording of format {Format}, found {(format is null ? "none" : $"`{Printable.Short(format, 40)}`")}", "use the version of LayerEvals that wrote it, or record it again");
        var key = reader.Required("key", Again);
        var day = DayOf(reader.Text("recorded"));
        var (sent, answer) = (reader.Node("sent") as MapNode, reader.Map("answer"));
        reader.Close();
        if (sent is null || answer is null || day is null) return Refuse(file, line, "expected `sent`, `answer` and the day under `recorded` in a recording, found one of them missing or of another kind", Again);
        var read = Sent.Read(sent);
        if (read.Key != key)
            return Refuse(file, line, $"expected the key of what was sent, {read.Key}, found `{Printable.Short(key, 40)}`: the line was edited", Again);
        var came = AnswerLine.ReadCame(file, answer);
        if (came is null) return Refuse(file, line, "expected `text` in the answer of a recording, found none", Again);
        answer.Close();
        return new Recording(read, came, day.Value);
    }

    const string Again = "restore the line, or remove it and record again";

    static DateOnly? DayOf(string? text) => DateOnly.TryParseExact(text, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    static Recording? Refuse(SourceFile file, int line, string what, string advice)
    {
        file.Error(ProblemIds.Recordings, line, what, advice);
        return null;
    }
}
