using System.Text.Json;
using LayerEvals.Scoring.Checks;
using LayerEvals.Scoring.Json;
using LayerEvals.Scoring.Phrasing;

namespace LayerEvals.Scoring.Abstaining;

/// <summary>
/// Reads an answer by its structure: the tool or the field that the set configures; where it configures none, a tool or a field whose name says it
/// (<c>status: not_found</c>, a null answer without citations).
/// </summary>
/// <param name="Path">The configured field; null where there is none.</param>
/// <param name="EqualTo">Its values that abstain; where there are none, null and an absent field do.</param>
/// <param name="Tools">Tools whose call abstains, normalised.</param>
internal sealed record StructuredRule(JsonPath? Path, IReadOnlyList<string> EqualTo, IReadOnlySet<string> Tools)
{
    /// <summary>What the structure says; null where it says nothing and the wording decides.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="text">The text of the turn that is looked at.</param>
    /// <param name="wording">How the text of an answer's field is read.</param>
    public AnswerReading? Read(Answer answer, string text, AbstentionWording wording)
    {
        foreach (var call in answer.ToolCalls)
            if (Tools.Contains(StructuredNames.Normal(call.Name)) || Wordings.Names.Tools.Contains(StructuredNames.Normal(call.Name)))
                return new AnswerReading(AnswerKind.Abstains, "tool", call.Name);
        if (!text.Contains('{') && Path is null) return null;
        var whole = JsonReading.Read(text, JsonMode.Fenced);
        using var document = whole.Document ?? (text.Contains('{') ? JsonReading.Read(text, JsonMode.Anywhere).Document : null);
        if (document is null) return null;
        if (Path is not null && Configured(document.RootElement, whole.Document is not null) is { } configured) return configured;
        return document.RootElement.ValueKind == JsonValueKind.Object && Path is null ? ByName(document.RootElement, wording) : null;
    }

    // An object in the midst of prose that has no such field is about something else.
    AnswerReading? Configured(JsonElement root, bool isWhole)
    {
        var values = Path!.Find(root); // asked only where there is a path
        if (values.Count == 0 && !isWhole) return null;
        var abstains = EqualTo.Count == 0
            ? values.All(v => v.ValueKind == JsonValueKind.Null)
            : values.Any(v => v.ValueKind == JsonValueKind.String && EqualTo.Contains(v.GetString(), StringComparer.Ordinal));
        return abstains ? new AnswerReading(AnswerKind.Abstains, "field", Path.ToString()) : AnswerReading.Answers;
    }

    static AnswerReading? ByName(JsonElement root, AbstentionWording wording)
    {
        string? status = null;
        var (hasAnswer, isNull, hasCitations) = (false, true, false);
        var said = AnswerReading.Answers;
        foreach (var field in root.EnumerateObject())
        {
            var name = StructuredNames.Normal(field.Name);
            if (Wordings.Names.StatusFields.Contains(name) && field.Value.ValueKind == JsonValueKind.String && Wordings.Names.Statuses.Contains(StructuredNames.Normal(field.Value.GetString()!)))
                status = $"{field.Name}: {field.Value.GetString()}";
            hasCitations |= Wordings.Names.CitationFields.Contains(name) && field.Value is { ValueKind: JsonValueKind.Array } list && list.GetArrayLength() > 0;
            if (!Wordings.Names.AnswerFields.Contains(name)) continue;
            hasAnswer = true;
            isNull &= field.Value.ValueKind == JsonValueKind.Null || field.Value.ValueKind == JsonValueKind.String && Units.IsBlank(field.Value.GetString()!);
            if (field.Value.ValueKind == JsonValueKind.String) said = wording.Read(field.Value.GetString()!);
        }
        if (status is not null) return new AnswerReading(hasAnswer && !isNull && said.Kind != AnswerKind.Abstains ? AnswerKind.AbstainsAndAnswers : AnswerKind.Abstains, "field", status);
        if (!hasAnswer) return null;
        if (!isNull) return said;
        return hasCitations ? AnswerReading.Answers : new AnswerReading(AnswerKind.Abstains, "field", "no answer and no citations");
    }
}
