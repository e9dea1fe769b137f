using System.Buffers;
using System.Text.Json;
using LayerEvals.Reporting;

namespace LayerEvals.Runs;

/// <summary>One line of scores.jsonl: one check on one answer.</summary>
internal static class ScoreLine
{
    public static void Write(IBufferWriter<byte> buffer, GoldenCase golden, Answer answer, (string Check, string Layer) check, Finding finding, bool isCode = false)
    {
        using (var json = new Utf8JsonWriter(buffer, ReportJson.Line))
        {
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
            // Only a test can make these again: re-scoring keeps them.
            if (isCode) json.WriteString("by", "code");
            json.WriteEndObject();
        }
        buffer.Write("\n"u8);
    }
}
