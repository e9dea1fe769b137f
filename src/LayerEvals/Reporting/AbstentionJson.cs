using System.Text.Json;
using LayerEvals.Comparing;

namespace LayerEvals.Reporting;

/// <summary>The part of comparison.json that says who answers and who abstains, in cases; a rate without a denominator is null.</summary>
internal static class AbstentionJson
{
    public static void Write(Utf8JsonWriter json, Report report)
    {
        if (report.Abstentions is not { } abstentions) return;
        json.WriteStartArray("abstentions");
        foreach (var layer in abstentions.Layers)
        {
            json.WriteStartObject();
            json.WriteString("layer", layer.Layer);
            Side(json, "baseline", layer.Baseline);
            Side(json, "candidate", layer.Candidate);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        if (abstentions.Twins is not { } twins) return;
        json.WriteStartObject("twins");
        Side(json, "baseline", twins.Baseline);
        Side(json, "candidate", twins.Candidate);
        json.WriteEndObject();
    }

    static void Side(Utf8JsonWriter json, string name, ReplyTable? table)
    {
        if (table is null)
        {
            json.WriteNull(name);
            return;
        }
        json.WriteStartObject(name);
        json.WriteStartObject("answerable");
        json.WriteNumber("correct", table.Count(true, Reply.Correct));
        json.WriteNumber("wrong", table.Count(true, Reply.Wrong));
        json.WriteNumber("not_judged", table.Count(true, Reply.Unjudged));
        json.WriteNumber("abstained", table.Count(true, Reply.Abstained));
        json.WriteNumber("neither", table.Count(true, Reply.Neither));
        json.WriteNumber("lost", table.Count(true, Reply.Lost));
        json.WriteEndObject();
        json.WriteStartObject("unanswerable");
        json.WriteNumber("answered", table.AnsweredWhenAbsent);
        json.WriteNumber("abstained", table.Count(false, Reply.Abstained));
        json.WriteNumber("neither", table.Count(false, Reply.Neither));
        json.WriteNumber("lost", table.Count(false, Reply.Lost));
        json.WriteEndObject();
        foreach (var (rate, share) in AbstentionRates.Of(table)) Rate(json, rate.Replace(' ', '_').Replace('-', '_'), share);
        json.WriteEndObject();
    }

    static void Rate(Utf8JsonWriter json, string name, Share share)
    {
        // Ten decimals, as in the rest of comparison.json.
        if (share.Value is { } value) json.WriteNumber(name, Math.Round(value, 10));
        else json.WriteNull(name);
    }

    static void Side(Utf8JsonWriter json, string name, TwinCounts? counts)
    {
        if (counts is null)
        {
            json.WriteNull(name);
            return;
        }
        json.WriteStartObject(name);
        json.WriteNumber("pairs", counts.Pairs);
        Keys(json, "flipped", counts.Flipped);
        Keys(json, "answers_both", counts.AnswersBoth);
        Keys(json, "abstains_both", counts.AbstainsBoth);
        Keys(json, "reversed", counts.Reversed);
        Keys(json, "lost", counts.Lost);
        json.WriteEndObject();
    }

    static void Keys(Utf8JsonWriter json, string name, IReadOnlyList<string> keys)
    {
        json.WriteStartArray(name);
        foreach (var key in keys) json.WriteStringValue(key);
        json.WriteEndArray();
    }
}

/// <summary>The rates of a table of answers and abstentions, by the names that files and reports use.</summary>
internal static class AbstentionRates
{
    public static IReadOnlyList<(string Name, Share Share)> Of(ReplyTable table) =>
    [
        ("abstains when absent", table.AbstainsWhenAbsent),
        ("answers when present", table.AnswersWhenPresent),
        ("over-refusal", table.OverRefusal),
        ("unsupported answers", table.UnsupportedAnswers),
        ("coverage", table.Coverage),
        ("selective accuracy", table.SelectiveAccuracy),
    ];
}
