using System.Buffers;
using System.Text.Json;
using LayerEvals.Reading;

namespace LayerEvals.Runs;

/// <summary>What a score line speaks of.</summary>
internal enum ScoreKind
{
    /// <summary>A check that the golden set declares.</summary>
    Declared = 1,

    /// <summary>A check that a test wrote.</summary>
    Code,

    /// <summary>A declared check on the second asking of what must pass; it enters no count.</summary>
    Retry,
}

/// <summary>Lines of scores.jsonl, each one check on one answer.</summary>
internal sealed class ScoreLines : IDisposable
{
    readonly ArrayBufferWriter<byte> buffer = new(2048);
    readonly Utf8JsonWriter json;

    public ScoreLines() => json = new Utf8JsonWriter(buffer, JsonLine.Options);

    public ReadOnlySpan<byte> Written => buffer.WrittenSpan;

    public void Add(GoldenCase golden, Answer answer, (string Check, string Layer) check, Finding finding, ScoreKind kind)
    {
        json.Reset();
        json.WriteStartObject();
        json.WriteString("set", golden.Set);
        json.WriteString("case", golden.Id);
        json.WriteString("configuration", answer.Configuration);
        json.WriteNumber("sample", answer.Sample);
        json.WriteString("check", check.Check);
        json.WriteString("layer", check.Layer);
        json.WriteString("outcome", finding.Outcome.ToString());
        if (finding.Reason is { } reason) json.WriteString("reason", reason);
        if (finding.Evidence is { } evidence) json.WriteString("evidence", evidence);
        // What passed is not told in parts: a run has many of those, and nobody asks why.
        if (finding.Outcome != Outcome.Passed) ScoreParts.Write(json, finding.Parts);
        // Only a test can make these again: re-scoring keeps them.
        if (kind == ScoreKind.Code) json.WriteString("by", "code");
        if (kind == ScoreKind.Retry) json.WriteBoolean("retry", true);
        json.WriteEndObject();
        json.Flush();
        buffer.Write("\n"u8);
    }

    public void Dispose() => json.Dispose();
}
