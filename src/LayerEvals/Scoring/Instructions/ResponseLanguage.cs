using LayerEvals.Diagnostics;
using LayerEvals.Scoring.Languages;

namespace LayerEvals.Scoring.Instructions;

/// <summary>The language of the whole response. As in the reference, one that cannot be told counts as followed.</summary>
internal static class ResponseLanguage
{
    public static IReadOnlyList<InstructionType> All { get; } =
    [
        new("language:response_language", kwargs =>
        {
            if (Kwargs.Text(kwargs, "language") is not { } code) return null;
            if (KnownLanguages.Find(code) is { } known) return response => Other(response, known.Code);
            kwargs.File.Error(ProblemIds.BadValue, kwargs.LineOf("language"), $"expected the code of a language for `language`, found `{Printable.Short(code, 40)}`", Nearest.Choice(code, KnownLanguages.Codes));
            return null;
        }),
    ];

    /// <summary>Null where the text is in the language, or is too short to tell.</summary>
    public static string? Other(string text, string code)
    {
        var reading = LanguageReading.Of(text);
        if (reading.Language is null ? !reading.IsSure : reading.Language.Code == code) return null;
        return $"expected {KnownLanguages.Find(code)!.Name}, found {reading.Language?.Name ?? "no known language"}: {reading.Why}"; // the code was looked up
    }
}
