using System.Buffers;
using System.Globalization;
using System.Text.Json;
using LayerEvals.Diagnostics;
using LayerEvals.Reading;

namespace LayerEvals.Answering;

/// <summary>An answer as one line of JSON: the record of a run, and the same fields that a recorded configuration reads.</summary>
internal static class AnswerLine
{
    const string Days = "yyyy-MM-dd";

    /// <summary>The line with its line break.</summary>
    public static byte[] Write(Answer answer)
    {
        var buffer = new ArrayBufferWriter<byte>(256 + answer.Text.Length);
        using (var json = new Utf8JsonWriter(buffer, JsonLine.Options)) Write(answer, json);
        buffer.Write("\n"u8);
        return buffer.WrittenSpan.ToArray();
    }

    static void Write(Answer answer, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("case", answer.Case);
        json.WriteString("configuration", answer.Configuration);
        json.WriteNumber("sample", answer.Sample);
        if (answer.Error is { } error) json.WriteString("error", error);
        WriteCame(answer, json);
        if (answer.Failures.Count > 0) Write(answer.Failures, json);
        if (answer.ResponseId is { } id) json.WriteString("response_id", id);
        if (answer.Recorded is { } day) json.WriteString("recorded", day.ToString(Days, CultureInfo.InvariantCulture));
        json.WriteString("key", answer.Key);
        json.WriteEndObject();
    }

    /// <summary>Writes what came back: everything but what was asked.</summary>
    public static void WriteCame(Answer answer, Utf8JsonWriter json)
    {
        if (answer.Came) json.WriteString("text", answer.Text);
        if (answer.Turns.Count > 0)
        {
            json.WriteStartArray("turns");
            foreach (var turn in answer.Turns) json.WriteStringValue(turn);
            json.WriteEndArray();
        }
        if (answer.ToolCalls.Count > 0) Write(answer.ToolCalls, json);
        if (answer.EndedEarly is { } ended) json.WriteString("ended_early", ended);
        if (answer.Refusal is { } refusal) json.WriteString("refusal", refusal);
        if (answer.Model is { } model) json.WriteString("model", model);
        if (answer.Fingerprint is { } fingerprint) json.WriteString("fingerprint", fingerprint);
        if (answer.FinishReason is { } reason) json.WriteString("finish_reason", reason);
        if (answer.Usage is { } usage)
        {
            json.WriteStartObject("usage");
            json.WriteNumber("input", usage.Input);
            json.WriteNumber("output", usage.Output);
            if (usage.CachedInput > 0) json.WriteNumber("cached_input", usage.CachedInput);
            if (usage.Reasoning > 0) json.WriteNumber("reasoning", usage.Reasoning);
            json.WriteEndObject();
        }
        json.WriteNumber("latency_ms", Math.Round(answer.LatencyMs, 1));
        json.WriteNumber("attempts", answer.Attempts);
    }

    static void Write(IReadOnlyList<ToolCall> calls, Utf8JsonWriter json)
    {
        json.WriteStartArray("tool_calls");
        foreach (var call in calls)
        {
            json.WriteStartObject();
            json.WriteString("name", call.Name);
            json.WriteString("arguments", call.Arguments);
            if (call.Turn is { } turn) json.WriteNumber("turn", turn);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    static void Write(IReadOnlyList<FailedAttempt> failures, Utf8JsonWriter json)
    {
        json.WriteStartArray("failed_attempts");
        foreach (var failure in failures)
        {
            json.WriteStartObject();
            json.WriteNumber("after_ms", Math.Round(failure.AfterMs, 1));
            json.WriteString("error", failure.Error);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    /// <summary>The answer of a line; null after a problem was reported. <c>case</c> stays as written, <c>set/id</c> or <c>id</c>.</summary>
    public static Answer? Read(SourceFile file, ReadOnlySpan<byte> json, int line)
    {
        if (JsonText.Read(file, json, line) is not { } node || MapReader.Of(file, node, "an answer") is not { } reader) return null;
        var golden = reader.Required("case", "write case: \"set/id\" or \"id\"");
        var error = reader.Text("error");
        var came = ReadCame(file, reader);
        if (came is null && error is null)
        {
            // An empty answer is an answer, written as "".
            file.Error(ProblemIds.Answers, line, "expected `text` or `error` in an answer, found neither", "write text: \"…\" (an empty answer is \"\"), or error: \"…\"");
            return null;
        }
        var answer = (came ?? Fields(file, reader)) with
        {
            Case = golden,
            Configuration = reader.Text("configuration") ?? "",
            Sample = reader.Whole("sample", 1, 1000) ?? 1,
            Error = error,
            ResponseId = reader.Text("response_id"),
            Failures = [.. reader.List("failed_attempts").Select(failure => Failure(file, failure)).OfType<FailedAttempt>()],
            Recorded = DateOnly.TryParseExact(reader.Text("recorded"), Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null,
            Key = reader.Text("key") ?? "",
        };
        reader.Close();
        return golden.Length == 0 ? null : answer;
    }

    /// <summary>What came back; null where no <c>text</c> did.</summary>
    public static Answer? ReadCame(SourceFile file, MapReader reader) => reader.Text("text") is { } text ? Fields(file, reader) with { Text = text } : null;

    static Answer Fields(SourceFile file, MapReader reader) => new()
    {
        Case = "",
        Configuration = "",
        Turns = reader.Texts("turns"),
        ToolCalls = [.. reader.List("tool_calls").Select(call => Call(file, call)).OfType<ToolCall>()],
        EndedEarly = reader.Text("ended_early"),
        Model = reader.Text("model"),
        Fingerprint = reader.Text("fingerprint"),
        Refusal = reader.Text("refusal"),
        FinishReason = reader.Text("finish_reason"),
        Usage = Usage(reader.Map("usage")),
        LatencyMs = reader.Number("latency_ms", 0, 1e9) ?? 0,
        Attempts = reader.Whole("attempts", 0, 1000) ?? 1,
    };

    static ToolCall? Call(SourceFile file, Node node)
    {
        if (MapReader.Of(file, node, "a tool call") is not { } reader) return null;
        var arguments = reader.Node("arguments");
        return new ToolCall(reader.Required("name", "write name: with the tool"), arguments is TextNode text ? text.Text : arguments is null ? "{}" : TypedJson.Of(arguments)) { Turn = reader.Whole("turn", 1, 100) };
    }

    static FailedAttempt? Failure(SourceFile file, Node node) =>
        MapReader.Of(file, node, "a failed attempt") is { } reader ? new FailedAttempt(reader.Number("after_ms", 0, 1e12) ?? 0, reader.Text("error") ?? "") : null;

    static TokenUsage? Usage(MapReader? reader) => reader is null ? null : new TokenUsage(Tokens(reader, "input"), Tokens(reader, "output"))
    {
        CachedInput = Tokens(reader, "cached_input"),
        Reasoning = Tokens(reader, "reasoning"),
    };

    static long Tokens(MapReader reader, string key) => reader.Whole(key, 0, int.MaxValue) ?? 0;
}
