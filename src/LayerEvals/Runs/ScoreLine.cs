using System.Text.Json;

namespace LayerEvals.Runs;

/// <summary>A line of scores.jsonl as it is read back: one check on one answer.</summary>
/// <param name="Configuration">The name of the side.</param>
internal sealed record ScoreLine(string Set, string Case, string Configuration, int Sample, string Check, string Layer, Finding Finding)
{
    /// <summary>Whether it was the second asking of what must pass; it enters no count.</summary>
    public bool IsRetry { get; init; }

    /// <summary>Whether a test made it.</summary>
    public bool IsByCode { get; init; }

    /// <summary>The line.</summary>
    /// <exception cref="JsonException">It is none that <see cref="ScoreLines"/> writes.</exception>
    public static ScoreLine Read(ReadOnlySpan<byte> line)
    {
        var json = new Utf8JsonReader(line);
        var (sample, isRetry, isByCode) = (0, false, false);
        string? set = null, golden = null, configuration = null, check = null, layer = null, reason = null, evidence = null;
        Outcome? outcome = null;
        IReadOnlyList<FindingPart> parts = [];
        ScoreJson.Enter(ref json);
        while (ScoreJson.ReadName(ref json))
        {
            if (json.ValueTextEquals("set"u8)) set = ScoreJson.Text(ref json);
            else if (json.ValueTextEquals("case"u8)) golden = ScoreJson.Text(ref json);
            else if (json.ValueTextEquals("configuration"u8)) configuration = ScoreJson.Text(ref json);
            else if (json.ValueTextEquals("sample"u8)) sample = ScoreJson.Number(ref json);
            else if (json.ValueTextEquals("check"u8)) check = ScoreJson.Text(ref json);
            else if (json.ValueTextEquals("layer"u8)) layer = ScoreJson.Text(ref json);
            else if (json.ValueTextEquals("outcome"u8)) outcome = ScoreJson.Outcome(ref json);
            else if (json.ValueTextEquals("reason"u8)) reason = ScoreJson.Text(ref json);
            else if (json.ValueTextEquals("evidence"u8)) evidence = ScoreJson.Text(ref json);
            else if (json.ValueTextEquals("parts"u8)) parts = ScoreParts.Read(ref json);
            else if (json.ValueTextEquals("retry"u8)) isRetry = ScoreJson.IsTrue(ref json);
            else if (json.ValueTextEquals("by"u8)) isByCode = ScoreJson.Text(ref json) == "code";
            else json.Skip();
        }
        if (set is null || golden is null || configuration is null || sample < 1 || check is null || layer is null || outcome is not { } found)
            throw new JsonException("expected set, case, configuration, sample, check, layer and outcome");
        return new ScoreLine(set, golden, configuration, sample, check, layer, new Finding(found, reason, evidence) { Parts = parts }) { IsRetry = isRetry, IsByCode = isByCode };
    }
}
