using System.Globalization;
using System.Text.Json;
using LayerEvals.Answering.Spending;
using LayerEvals.Runs;

namespace LayerEvals.Reporting.Page;

/// <summary>Writes what the page shows of one case: everything of its record, each text by its number.</summary>
internal sealed class CaseDetails(TextStore texts, CaseColumns columns, IReadOnlyList<ModelConfiguration> sides)
{
    /// <summary>The numbers of what is asked and of the answers: what a search looks through.</summary>
    public int[] Texts(PageCase page) =>
    [
        .. page.Golden.Holes.OrderBy(h => h.Key, StringComparer.Ordinal).Select(h => texts.Add(h.Value)),
        .. page.Golden.Messages.Where(m => m.Text is not null).Select(m => texts.Add(m.Text!)),
        .. page.Answers.SelectMany(side => side).SelectMany(Searched).Select(texts.Add).Distinct(),
    ];

    static IEnumerable<string> Searched(Answer answer) => [answer.Error ?? answer.Text, .. answer.Turns.SkipLast(1), .. answer.ToolCalls.Select(c => c.Arguments)];

    public void Write(Utf8JsonWriter json, PageCase page, string rerun)
    {
        json.WriteStartObject();
        Golden(json, page.Golden);
        json.WriteString("rerun", rerun);
        if (page.Blessed is { } blessed) json.WriteString("blessed", blessed);
        json.WriteStartArray("sides");
        for (var side = 0; side < 2; side++)
        {
            json.WriteStartArray();
            foreach (var answer in page.Answers[side]) Sample(json, (side, answer), page.Scores.Where(s => s.Side == side && !s.IsRetry && s.Sample == SampleOf(page, side, answer)));
            json.WriteEndArray();
        }
        json.WriteEndArray();
        if (page.Retry is { } retry)
        {
            json.WritePropertyName("retry");
            Sample(json, (1, retry), page.Scores.Where(s => s.IsRetry));
        }
        json.WriteEndObject();
    }

    // The place among the side's answers: a second asking of one configuration is numbered on.
    static int SampleOf(PageCase page, int side, Answer answer) => page.Answers[side].TakeWhile(a => a != answer).Count() + 1;

    void Golden(Utf8JsonWriter json, GoldenCase golden)
    {
        json.WriteString("file", golden.File);
        json.WriteNumber("line", golden.Line);
        if (golden.Prompt is { } prompt) json.WriteString("prompt", prompt);
        if (golden.Answerable is { } answerable) json.WriteBoolean("answerable", answerable);
        if (golden.Expect is { } expect) json.WriteString("expect", expect);
        if (golden.Must) json.WriteBoolean("must", true);
        if (golden.Cluster is { } cluster) json.WriteString("cluster", cluster);
        if (golden.Split is { } split) json.WriteString("split", split);
        Pairs(json, "input", golden.Holes.OrderBy(h => h.Key, StringComparer.Ordinal).Select(h => (h.Key, (string?)h.Value)));
        Pairs(json, "messages", golden.Messages.Select(m => (m.Role, m.Text)));
        if (golden.Tools.Count > 0) Pairs(json, "tools", golden.Tools.Select(t => (t.Name, (string?)$"{(t.Description is { } said ? said + "\n" : "")}{t.Parameters}")));
        Pairs(json, "sources", golden.Sources.Select(s => (s.Id, (string?)s.Text)));
    }

    void Sample(Utf8JsonWriter json, (int Side, Answer Answer) of, IEnumerable<ScoredCheck> scores)
    {
        var answer = of.Answer;
        json.WriteStartObject();
        json.WriteNumber("text", texts.Add(answer.Error ?? answer.Text));
        if (!answer.Came) json.WriteBoolean("error", true);
        if (answer.Turns.Count > 1) PageJson.Numbers(json, "turns", answer.Turns.Select(texts.Add));
        if (answer.ToolCalls.Count > 0) Pairs(json, "tools", answer.ToolCalls.Select(t => (t.Turn is { } turn ? string.Create(CultureInfo.InvariantCulture, $"turn {turn}: {t.Name}") : t.Name, (string?)t.Arguments)));
        if (answer.EndedEarly is { } ended) json.WriteString("ended", ended);
        if (answer.Model is { } model) json.WriteString("model", model);
        if (answer.FinishReason is { } finish) json.WriteString("finish", finish);
        if (answer.Usage is { } usage) PageJson.Numbers(json, "tokens", [(int)usage.Input, (int)usage.Output]);
        if (answer.Usage is { } counted && sides[of.Side].Price is { } price) json.WriteNumber("cost", Math.Round(Cost.Of(price, counted), 9));
        if (answer.LatencyMs > 0) json.WriteNumber("latency", Math.Round(answer.LatencyMs, 1));
        if (answer.Attempts > 1) json.WriteNumber("attempts", answer.Attempts);
        json.WriteStartArray("checks");
        foreach (var score in scores) Check(json, score);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    void Check(Utf8JsonWriter json, ScoredCheck score)
    {
        json.WriteStartObject();
        json.WriteNumber("check", columns.CheckOf(score.Check, score.Layer));
        json.WriteString("outcome", score.Outcome.ToString());
        if (score.Finding.Reason is { } reason) json.WriteString("reason", reason);
        if (score.Finding.Evidence is { } evidence) json.WriteString("evidence", evidence);
        if (score.Finding.Parts.Count > 0)
        {
            json.WriteStartArray("parts");
            foreach (var part in score.Finding.Parts) Part(json, part);
            json.WriteEndArray();
        }
        json.WriteEndObject();
    }

    void Part(Utf8JsonWriter json, FindingPart part)
    {
        json.WriteStartObject();
        json.WriteString("name", part.Name);
        json.WriteString("outcome", part.Outcome.ToString());
        if (part.Reason is { } reason) json.WriteString("reason", reason);
        if (part.Span is { } span) PageJson.Numbers(json, "span", [span.Start, span.Length]);
        if (part.Claim is { } claim) PageJson.Numbers(json, "claim", [claim.Start, claim.Length]);
        if (part.Source is { } source) json.WriteString("source", source);
        if (part.SourceText is { } text) json.WriteNumber("sourceText", texts.Add(text));
        json.WriteEndObject();
    }

    void Pairs(Utf8JsonWriter json, string name, IEnumerable<(string Name, string? Text)> pairs)
    {
        json.WriteStartArray(name);
        foreach (var (key, text) in pairs)
        {
            json.WriteStartArray();
            json.WriteStringValue(key);
            if (text is null) json.WriteNullValue();
            else json.WriteNumberValue(texts.Add(text));
            json.WriteEndArray();
        }
        json.WriteEndArray();
    }
}
