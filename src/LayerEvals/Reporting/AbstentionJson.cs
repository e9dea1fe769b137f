using System.Text.Json;
using LayerEvals.Comparing;

namespace LayerEvals.Reporting;

/// <summary>The part of comparison.json that says who answers and who abstains, in cases; a rate without a denominator is null.</summary>
internal static class AbstentionJson
{
    public static void Write(Utf8JsonWriter json, Report report)
    {
        if (report.Result.Abstentions is not { } abstentions) return;
        SideJson.Layers(json, "abstentions", abstentions.Layers, Side);
        if (abstentions.Twins is not { } twins) return;
        json.WriteStartObject("twins");
        SideJson.Side(json, "baseline", twins.Baseline, Side);
        SideJson.Side(json, "candidate", twins.Candidate, Side);
        json.WriteEndObject();
    }

    static void Side(Utf8JsonWriter json, ReplyTable table)
    {
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
        foreach (var (rate, share) in AbstentionRates.Of(table)) SideJson.Rate(json, rate, share);
    }

    static void Side(Utf8JsonWriter json, TwinCounts counts)
    {
        json.WriteNumber("pairs", counts.Pairs);
        ReportJson.Texts(json, "flipped", counts.Flipped);
        ReportJson.Texts(json, "answers_both", counts.AnswersBoth);
        ReportJson.Texts(json, "abstains_both", counts.AbstainsBoth);
        ReportJson.Texts(json, "reversed", counts.Reversed);
        ReportJson.Texts(json, "lost", counts.Lost);
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
