using LayerEvals.Diagnostics;
using LayerEvals.Reading;
using LayerEvals.Scoring.Languages;

namespace LayerEvals.Scoring.Checks;

/// <summary>The answer is in a language, or in one of several. Unscored where the text is too short to tell.</summary>
internal static class LanguageCheck
{
    public static CheckType Type { get; } = new("language", Layers.Prompt, Read) { Short = CheckType.Under("is") };

    static Check? Read(MapReader settings)
    {
        if (settings.Node("is") is null) settings.Required("is", "write the code of a language, such as `is: de`");
        var codes = settings.Texts("is");
        foreach (var code in codes.Where(code => KnownLanguages.Find(code) is null))
            settings.File.Error(ProblemIds.BadValue, settings.LineOf("is"), $"expected the code of a language, found `{Printable.Short(code, 40)}`", Nearest.Choice(code, KnownLanguages.Codes));
        var wanted = codes.Select(KnownLanguages.Find).OfType<KnownLanguage>().ToList();
        if (codes.Count == 0 && settings.Node("is") is ListNode { Items: [] }) settings.File.Error(ProblemIds.MissingKey, settings.Line, "expected the code of a language, found none", "write `language: de`");
        return wanted.Count == 0 || wanted.Count < codes.Count ? null : subject => Judge(wanted, subject.Text);
    }

    static Finding Judge(List<KnownLanguage> wanted, string text)
    {
        var reading = LanguageReading.Of(text);
        if (!reading.IsSure) return Finding.Unscored($"too little to tell the language: {reading.Why}");
        return reading.Language is { } found && wanted.Contains(found)
            ? Finding.Pass
            : Finding.Fail($"expected {string.Join(" or ", wanted.Select(l => l.Name))}, found {reading.Language?.Name ?? "no known language"}: {reading.Why}", Scorer.Quote(text));
    }
}
