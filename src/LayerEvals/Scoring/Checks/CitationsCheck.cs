using LayerEvals.Reading;
using LayerEvals.Scoring.Citing;
using LayerEvals.Scoring.Citing.Parts;

namespace LayerEvals.Scoring.Checks;

/// <summary>The answer cites its sources: where that is asked for, none that was not given, all that are expected, and what it states and quotes is in them.</summary>
internal static class CitationsCheck
{
    // An abstention that cites may be asked not to.
    public static CheckType Type { get; } = new("citations", Layers.Retrieval, Read) { IsSilentOnAbstention = true, JudgesAbstention = true, IsMustAtHighRisk = true };

    sealed record Asked(Presence Present, bool Resolves, ExpectedSources Expected, bool Quotes, bool Numbers, bool NoneOnAbstention);

    static Check? Read(MapReader settings)
    {
        var required = settings.Flag("required") ?? true;
        var present = settings.OneOf("present", "any", "every-claim", "every-fact") switch
        {
            "every-claim" => Presence.EveryClaim,
            "every-fact" => Presence.EveryFact,
            "any" => Presence.Any,
            _ => required ? Presence.Any : Presence.NotAsked,
        };
        var asked = new Asked(present, settings.Flag("resolves") ?? true, Expected(settings), settings.Flag("quotes") ?? false, settings.Flag("numbers") ?? false, settings.Flag("none-on-abstention") ?? false);
        if (ReadRule(settings) is not { } rule) return null;
        return subject => Judge(subject.Cited(rule), asked, subject);
    }

    /// <summary>The settings <c>style</c> and <c>path</c>; null after a problem was reported.</summary>
    public static CitingRule? ReadRule(MapReader settings)
    {
        var names = settings.OneOrMore("style", CitationStyles.Names);
        var path = settings.Text("path") is { } written ? JsonPath.Parse(settings, written) : null;
        return path is null && settings.Node("path") is not null ? null : new CitingRule(CitationStyles.Of(names), path);
    }

    static ExpectedSources Expected(MapReader settings)
    {
        var (recall, precision, f1) = (settings.Number("recall", 0, 1), settings.Number("precision", 0, 1), settings.Number("f1", 0, 1));
        // All of them, unless a rate says how much is enough.
        return new ExpectedSources(settings.Texts("expect"), recall ?? (precision is null && f1 is null ? 1 : 0), precision, f1);
    }

    static Finding Judge(CitedAnswer answer, Asked asked, Subject subject)
    {
        if (Scorer.OnAbstention(subject) is { } abstained)
            return asked.NoneOnAbstention && abstained.Outcome == Outcome.NotApplicable && answer.Ids.Count > 0 ? CitesAndAbstains(answer) : abstained;
        var parts = new List<CheckedPart> { PresentPart.Of(answer, asked.Present, asked.Expected.Ids) };
        if (asked.Resolves) parts.Add(ResolvesPart.Of(answer));
        if (asked.Expected.Ids.Count > 0) parts.Add(ExpectedPart.Of(answer, asked.Expected));
        if (asked.Quotes) parts.Add(QuotesPart.Of(answer));
        if (asked.Numbers) parts.Add(NumbersPart.Of(answer));
        return CheckedPart.Finding(answer.Text, parts);
    }

    static Finding CitesAndAbstains(CitedAnswer answer)
    {
        var reason = $"says that the sources do not hold the answer, and cites {CheckedPart.Ids(answer.Ids)} for it";
        return CheckedPart.Finding(answer.Text, [CheckedPart.Failed(reason, new FindingPart("none-on-abstention", Outcome.Failed, reason) { Span = answer.Citations[0].Span })]);
    }
}
