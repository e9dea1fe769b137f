using LayerEvals.Diagnostics;
using LayerEvals.Scoring.Languages;

namespace LayerEvals.Scoring.Instructions;

/// <summary>The language of the whole response, told by its groups of letters as the reference tells it. As there, one that cannot be told counts as followed.</summary>
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

    /// <summary>Null where the text is in the language, or nothing in it tells one. A language that the reference never finds is told by its words.</summary>
    public static string? Other(string text, string code)
    {
        var asked = KnownLanguages.Find(code)!; // the code was looked up
        if (!LanguageProfiles.Know(asked)) return OtherByWords(text, code);
        return LanguageProfiles.Likeliest(text) is { } likeliest && likeliest != asked ? $"expected {asked.Name}, found {likeliest.Name}: its groups of letters are likeliest there" : null;
    }

    /// <summary>The same by script and words: null where they are too few to tell.</summary>
    public static string? OtherByWords(string text, string code)
    {
        var reading = LanguageReading.Of(text);
        if (reading.Language is null ? !reading.IsSure : reading.Language.Code == code) return null;
        return $"expected {KnownLanguages.Find(code)!.Name}, found {reading.Language?.Name ?? "no known language"}: {reading.Why}"; // the code was looked up
    }
}
