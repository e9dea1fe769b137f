using LayerEvals.Scoring.Checks;

namespace LayerEvals.Scoring;

/// <summary>Every kind of check that a golden set can name. A new check is one file beside the others and one line here.</summary>
internal static class CheckTypes
{
    public static IReadOnlyDictionary<string, CheckType> All { get; } = new[]
    {
        TextChecks.Contains,
        TextChecks.Excludes,
        TextChecks.EqualTo,
        TextChecks.StartsWith,
        TextChecks.EndsWith,
        TextChecks.Matches,
        ExpectCheck.Type,
        CountChecks.Words,
        CountChecks.Sentences,
        CountChecks.Paragraphs,
        CountChecks.Bullets,
        CountChecks.Lines,
        JsonCheck.Type,
        SchemaCheck.Type,
        CitationsCheck.Type,
        GroundedCheck.Type,
        NotFoundCheck.Type,
        RefusalCheck.Type,
        IfevalCheck.Type,
        CountChecks.Sections,
        KeywordChecks.Keywords,
        KeywordChecks.Forbidden,
        LanguageCheck.Type,
        CasingCheck.Type,
        OneSentenceCheck.Type,
        NoPreambleCheck.Type,
        TableCheck.Type,
        LabelsCheck.Type,
        LinesMatchCheck.Type,
        NoNewNumbersCheck.Type,
        TemplateCheck.Type,
        AnswersCheck.Type,
        OnlyFieldsCheck.Type,
        BudgetChecks.MaxTokens,
        BudgetChecks.MaxLatency,
        BudgetChecks.MaxCost,
        CallsCheck.Type,
        ArgumentsCheck.Type,
        NoCallCheck.Type,
        KeepsStanceCheck.Type,
        CorrectsPremiseCheck.Type,
    }.ToDictionary(type => type.Name, StringComparer.Ordinal);
}
