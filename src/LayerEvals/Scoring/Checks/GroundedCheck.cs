using LayerEvals.Diagnostics;
using LayerEvals.Reading;
using LayerEvals.Scoring.Citing;
using LayerEvals.Scoring.Citing.Parts;

namespace LayerEvals.Scoring.Checks;

/// <summary>Lexical support: the share of the content words of its claims that occur in the sources that they cite. It says nothing of meaning.</summary>
internal static class GroundedCheck
{
    const string Name = "lexical support";
    const double DefaultShare = 0.6;

    // A claim of fewer content words is told by chance.
    const int FewestWords = 4;

    public static CheckType Type { get; } = new("grounded", Layers.Retrieval, Read) { Short = CheckType.As("at-least"), IsSilentOnAbstention = true };

    sealed record LowClaim(Claim Claim, LexicalSupport Support, IReadOnlyList<SourceReading> Sources);

    sealed record Asked(double AtLeast, bool PerClaim, bool AgainstGiven);

    static Check? Read(MapReader settings)
    {
        var asked = new Asked(settings.Number("at-least", 0, 1) ?? DefaultShare, settings.OneOf("per", "answer", "claim") == "claim", settings.OneOf("against", "cited", "given") == "given");
        if (CitationsCheck.ReadRule(settings) is not { } rule) return null;
        return subject => subject.Case.Sources.Count == 0
            ? Finding.Unscored("the case gives no sources")
            : Judge(subject.Cited(rule), asked);
    }

    static Finding Judge(CitedAnswer answer, Asked asked)
    {
        if (!asked.AgainstGiven && answer.Ids.Count == 0) return Finding.Fail("cites nothing that could support it", Scorer.Quote(answer.Text));
        var whole = new LexicalSupport();
        var low = new List<LowClaim>();
        foreach (var claim in answer.Claims)
        {
            var sources = asked.AgainstGiven ? answer.Shelf.All : answer.SourcesOf(claim);
            var support = LexicalSupport.Of(answer.Text, claim, sources);
            whole = whole.And(support);
            if (support.All >= FewestWords && support.Share < asked.AtLeast) low.Add(new LowClaim(claim, support, sources));
        }
        if (whole.All == 0) return Finding.NotApplicable("claims nothing in content words");
        if (asked.PerClaim ? low.Count == 0 : whole.Share >= asked.AtLeast) return Finding.Pass;
        var reason = $"lexical support {Said(whole)}, expected at least {Numerals.Fixed(asked.AtLeast, 2)}{(asked.PerClaim ? $" in every claim; {Numerals.Count(low.Count, "claim")} below it" : "")}";
        return CheckedPart.Finding(answer.Text, [CheckedPart.Failed(reason, low.Count > 0 ? low.OrderBy(l => l.Support.Share).Select(l => Part(answer, l)) : [new FindingPart(Name, Outcome.Failed, reason)])]);
    }

    static FindingPart Part(CitedAnswer answer, LowClaim low) =>
        new(Name, Outcome.Failed, $"lexical support {Said(low.Support)} in {(low.Sources.Count == 0 ? "no source" : CheckedPart.Ids([.. low.Sources.Select(s => s.Id)]))}")
        {
            Claim = low.Claim.Span,
            Source = low.Sources.Count > 0 ? low.Sources[0].Id : null,
            SourceText = low.Sources.Count > 0 ? Excerpt.Of(low.Sources[0], low.Claim.Span.Of(answer.Text)) : null,
        };

    static string Said(LexicalSupport support) => $"{Numerals.Fixed(support.Share, 2)} ({support.Found} of {Numerals.Count(support.All, "content word")})";
}
