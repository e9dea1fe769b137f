using System.Text.Json;
using LayerEvals.Diagnostics;
using LayerEvals.Reading;
using LayerEvals.Scoring.Abstaining;
using LayerEvals.Scoring.Checks;
using LayerEvals.Scoring.Continuing;
using LayerEvals.Scoring.Json;
using LayerEvals.Scoring.Phrasing;

namespace LayerEvals.Scoring.Refusing;

/// <summary>Tells how much an answer refuses: by its structure first, then by its wording (docs/refusals.md).</summary>
internal sealed class RefusalRule
{
    readonly RefusalWording wording;
    readonly bool? judgesObjections;

    RefusalRule(RefusalWording wording, bool? objections) => (this.wording, judgesObjections) = (wording, objections);

    /// <summary>The rule of no settings.</summary>
    public static RefusalRule Default { get; } = new(new RefusalWording(new Lexicon(null, null)), null);

    /// <summary>The rule of a refusal check's settings, which were read before without a problem.</summary>
    public static RefusalRule Of(MapNode settings) => Read(new MapReader(new SourceFile("", "", new Problems()), settings, "refusal")) ?? Default;

    /// <summary>Reads a refusal check's settings; null after a problem was reported.</summary>
    public static RefusalRule? Read(MapReader settings)
    {
        var objections = settings.Flag("objections");
        return Lexicon.Read(settings) is { } lexicon ? new RefusalRule(new RefusalWording(lexicon), objections) : null;
    }

    /// <summary>How much an answer refuses.</summary>
    public RefusalReading Read(Subject subject)
    {
        if (subject.IsLastTurn && ByVendor(subject.Answer) is { } vendors) return vendors;
        // Who calls a tool helps.
        if (Units.IsBlank(subject.Text)) return subject.OwnCalls.Count > 0 ? RefusalReading.None : RefusalReading.Empty;
        // With sources "The denial was not justified" is an answer, and judges what they say.
        var objects = judgesObjections ?? subject.Case.Sources.Count == 0;
        var asked = objects ? wording.RequestOf(Given.Asked(subject.Case)) : Request.Unknown;
        var reading = Field(subject.Text, objects, asked) ?? wording.Read(subject.Text, objects, asked);
        return reading.Refuses && IsNotFound(subject) ? RefusalReading.None : reading;
    }

    // The set's own sentence or field for "not found in sources" refuses nothing, whatever it sounds like.
    static bool IsNotFound(Subject subject) =>
        subject.Case.Checks.Items.Any(c => c.Type == NotFoundCheck.Type) && subject.Abstained && subject.Reading.By is AbstentionWording.Phrase or "field" or "tool";

    /// <summary>The refusal that the vendor itself marks; null where it marks none.</summary>
    public static RefusalReading? ByVendor(Answer answer)
    {
        if (answer.FinishReason is { } finish && Wordings.Refusals.FinishReasons.Contains(StructuredNames.Normal(finish))) return new RefusalReading(RefusalKind.Full, "finish reason", finish);
        return answer.Refusal is { } refusal ? new RefusalReading(RefusalKind.Full, "refusal field", refusal) : null;
    }

    // A JSON answer refuses by a field that says it, or in the words of its answer.
    RefusalReading? Field(string text, bool objects, Request asked)
    {
        if (!text.AsSpan().TrimStart().StartsWith("{") && !text.AsSpan().TrimStart().StartsWith("```")) return null;
        using var document = JsonReading.Read(text, JsonMode.Fenced).Document;
        if (document?.RootElement.ValueKind != JsonValueKind.Object) return null;
        RefusalReading? said = null;
        foreach (var field in document.RootElement.EnumerateObject())
        {
            if (field.Value.ValueKind != JsonValueKind.String || field.Value.GetString() is not { } value || Units.IsBlank(value)) continue;
            var name = StructuredNames.Normal(field.Name);
            if (Wordings.Refusals.RefusalFields.Contains(name) || Wordings.Names.StatusFields.Contains(name) && Wordings.Refusals.Statuses.Contains(StructuredNames.Normal(value)))
                return new RefusalReading(RefusalKind.Full, "field", $"{field.Name}: {value}");
            if (Wordings.Names.AnswerFields.Contains(name)) said ??= wording.Read(value, objects, asked);
        }
        return said ?? RefusalReading.None;
    }
}
