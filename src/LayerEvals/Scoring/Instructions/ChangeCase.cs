using LayerEvals.Scoring.Languages;

namespace LayerEvals.Scoring.Instructions;

/// <summary>Upper and lower case.</summary>
internal static class ChangeCase
{
    const string English = "en";

    public static IReadOnlyList<InstructionType> All { get; } =
    [
        new("change_case:capital_word_frequency", kwargs => Kwargs.Amount(kwargs, "capital_frequency", "capital_relation", "word") is { } amount
            ? response => (amount with { Of = " in capitals" }).Judge(TreebankWords.Capitals(response))
            : null),
        // The reference's detector passes over words in capitals, and what is left of such a text it judges by chance.
        InstructionType.Fixed("change_case:english_capital", response => Casing(response, isUpper: true) ?? ResponseLanguage.OtherByWords(response, English)),
        InstructionType.Fixed("change_case:english_lowercase", response => Casing(response, isUpper: false) ?? ResponseLanguage.Other(response, English)),
    ];

    /// <summary>Null where the whole text has one case; else the first word that has not.</summary>
    public static string? Casing(string text, bool isUpper)
    {
        var wanted = isUpper ? "upper case" : "lower case";
        var (hasCase, at) = PythonText.Cased(text, isUpper);
        if (at >= 0) return $"expected {wanted} throughout, found `{Printable.Short(WordAt(text, at), 40)}`";
        return hasCase ? null : $"expected {wanted}, found no letter that has a case";
    }

    static string WordAt(string text, int at)
    {
        const int Most = 40;
        var start = at;
        while (start > 0 && at - start < Most && !PythonText.IsSpace(text[start - 1])) start--;
        var end = at;
        while (end < text.Length && end - at < Most && !PythonText.IsSpace(text[end])) end++;
        return text[start..end];
    }
}
